import { toEngineError } from './engine-error.ts';
import type { SendResult } from './engine-message.ts';

const rememberedSends = 5_000;

/** Keeps one engine life's sendings by `clientRef`, so that none goes out twice. */
export class SendOnce {
  readonly #byRef = new Map<string, Promise<SendResult>>();
  readonly #ids = new Set<string>();
  readonly #underWay = new Set<Promise<SendResult>>();

  /** Runs `send` unless this reference was sent before or is on its way: then that one's result is the answer. */
  run(clientRef: string, send: () => Promise<SendResult>): Promise<SendResult> {
    const known = this.#byRef.get(clientRef);
    if (known !== undefined) return known;
    const sending = send().then(
      (result) => {
        this.#ids.add(result.id);
        return result;
      },
      (thrown: unknown) => {
        const error = toEngineError(thrown, 'internal', 'unknown');
        if (error.outcome === 'not_sent') this.#byRef.delete(clientRef);
        throw error;
      },
    );
    sending.catch(() => undefined); // whoever asked for it gets the rejection; the copy kept here must not count as unhandled
    this.#underWay.add(sending);
    void sending.finally(() => this.#underWay.delete(sending)).catch(() => undefined);
    this.#byRef.set(clientRef, sending);
    this.#trim();
    return sending;
  }

  /** What a search has shown: the sending is there, or (null) it may be sent again. */
  settle(clientRef: string, found: SendResult | null): void {
    if (!found) {
      this.#byRef.delete(clientRef);
      return;
    }
    this.#ids.add(found.id);
    this.#byRef.set(clientRef, Promise.resolve(found));
  }

  hasId(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Waits until every sending that is on its way has an outcome. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.#underWay);
  }

  #trim(): void {
    if (this.#byRef.size > rememberedSends) this.#byRef.delete(this.#byRef.keys().next().value ?? '');
    if (this.#ids.size > rememberedSends) this.#ids.delete(this.#ids.values().next().value ?? '');
  }
}
