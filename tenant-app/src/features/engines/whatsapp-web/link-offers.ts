import type { LinkMethod } from '../engine-events.ts';
import type { SessionCore } from '../session-core.ts';

const firstQrMs = 60_000; // WhatsApp gives the first QR a minute and the next ones 20 seconds
const nextQrMs = 20_000;
const codeMs = 180_000;

/** What is offered to be scanned or typed, counted, and not for ever. */
export class LinkOffers {
  readonly #core: SessionCore;
  readonly #timeoutMs: number;
  readonly #onTimeout: () => void;
  #method: LinkMethod = 'qr';
  #count = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(core: SessionCore, timeoutMs: number, onTimeout: () => void) {
    this.#core = core;
    this.#timeoutMs = timeoutMs;
    this.#onTimeout = onTimeout;
  }

  /** Somebody asked for this kind of offer: they come anew, and the wait for a person begins anew. */
  begin(method: LinkMethod): void {
    this.#method = method;
    this.#count = 0;
    this.end();
    this.#timer = setTimeout(this.#onTimeout, this.#timeoutMs);
  }

  /** Passes on what the page offers. It goes on rotating its QR while a code is on offer: that one is left out. */
  take(method: LinkMethod, payload: string): void {
    if (method !== this.#method) return;
    if (this.#core.state === 'starting') this.#core.moveTo('awaiting_link');
    if (this.#core.state !== 'awaiting_link') return;
    this.#count += 1;
    const lifetimeMs = method === 'code' ? codeMs : this.#count === 1 ? firstQrMs : nextQrMs;
    void this.#core.emit({ t: 'link', method, payload, expiresAt: Date.now() + lifetimeMs, attempt: this.#count });
  }

  end(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
