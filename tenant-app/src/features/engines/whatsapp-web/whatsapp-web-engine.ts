import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineLog, Snapshot, WhatsAppEngine } from '../engine.ts';
import { EngineError, notSent, toEngineError } from '../engine-error.ts';
import type { EngineListener, LaneOf } from '../engine-events.ts';
import { type InboundMessage, type MediaRef, type OutboundMessage, type Peer, peerFromRaw, type SendResult } from '../engine-message.ts';
import type { StateReason } from '../engine-state.ts';
import { SendOnce } from '../send-once.ts';
import { SessionCore } from '../session-core.ts';
import { BrowserLife, type LifeEvents } from './browser-life.ts';
import { settled } from './deadline.ts';
import { isExecutable } from './executable.ts';
import { LinkOffers } from './link-offers.ts';
import { Mailbox } from './mailbox.ts';
import { whatsAppWebCapabilities } from './whatsapp-web-capabilities.ts';
import { profileName, type WebMessage } from './whatsapp-web-client.ts';
import { toReceipt } from './whatsapp-web-message.ts';
import { backoffDelayMs, type WhatsAppWebOptions } from './whatsapp-web-options.ts';

const steadyMs = 60_000;
const echoWaitMs = 30_000;

/** One number through whatsapp-web.js. Its browser lives and dies; the engine starts the next one. */
export class WhatsAppWebEngine implements WhatsAppEngine {
  readonly kind = 'whatsapp-web';
  readonly capabilities = whatsAppWebCapabilities;
  readonly session: string;
  readonly #options: WhatsAppWebOptions;
  readonly #log: EngineLog;
  readonly #core: SessionCore;
  readonly #sends = new SendOnce();
  readonly #offers: LinkOffers;
  #life: BrowserLife | null = null;
  #mailbox: Mailbox | null = null;
  /** Customers' messages are announced in the order in which they came. */
  #announced: Promise<void> = Promise.resolve();
  #retry: NodeJS.Timeout | null = null;
  #isWanted = false;
  #crashes = 0;
  #readyAt = 0;

  constructor(session: string, options: WhatsAppWebOptions, log: EngineLog) {
    this.session = session;
    this.#options = options;
    this.#log = log;
    this.#core = new SessionCore('whatsapp-web', session, log);
    this.#offers = new LinkOffers(this.#core, options.timings.linkTimeoutMs, () => void this.#giveUpLinking());
  }

  async start(): Promise<void> {
    if (!['stopped', 'logged_out', 'blocked', 'failed', 'backoff'].includes(this.#core.state)) {
      await this.#core.left('starting');
      return;
    }
    this.#isWanted = true;
    this.#crashes = 0;
    await this.#launch();
  }

  async stop(): Promise<void> {
    await this.#end();
    if (this.#core.state !== 'stopped') this.#core.moveTo('stopped');
  }

  async logout(): Promise<{ unlinkedRemotely: boolean }> {
    const life = this.#life;
    this.#isWanted = false;
    this.#life = null; // what the page tells about this logout is no news
    const unlinkedRemotely = life?.isReady === true && (await this.#unlink(life));
    await life?.close();
    await this.#erase('unlinked_here');
    return { unlinkedRemotely };
  }

  async requestLink(request: { method: 'qr' } | { method: 'code'; e164: string }): Promise<void> {
    const life = this.#life;
    if (this.#core.state !== 'awaiting_link' || !life) throw notSent('not_awaiting_link', `the session is ${this.#core.state}`);
    this.#offers.begin(request.method);
    const asking =
      request.method === 'code' ? life.client.requestPairingCode(request.e164.replace(/\D/g, '')) : life.client.cancelPairingCode();
    asking.catch((thrown: unknown) => this.#log.warn({ session: this.session, err: thrown }, 'the page gave no new link'));
    if (!(await settled(asking, this.#options.timings.callMs))) throw notSent('timeout', 'WhatsApp Web gave no new link in time');
  }

  snapshot(): Snapshot {
    return this.#core.snapshot();
  }

  async probe(timeoutMs: number): Promise<{ alive: boolean; state: Snapshot['state']; detail?: string }> {
    const { state } = this.#core;
    if (!this.#life) return { alive: false, state, detail: 'no browser runs' };
    const health = await this.#life.health(timeoutMs).catch((thrown: unknown) => toEngineError(thrown));
    if (health instanceof EngineError) return { alive: false, state, detail: health.message };
    return { alive: health !== null, state, detail: health?.socket ?? 'the page is not loaded' };
  }

  send(message: OutboundMessage): Promise<SendResult> {
    return this.#sends.run(message.clientRef, async () => {
      const { content } = message;
      if (content.type === 'media' && content.data.byteLength > this.capabilities.maxMediaBytes)
        throw notSent('media_too_large', 'the file is too large');
      const result = await this.#open().send(message);
      this.#core.noteSent(result.acceptedAt);
      return result;
    });
  }

  async findSent(message: OutboundMessage, options: { sinceMs: number; excludeIds: readonly string[] }): Promise<SendResult | null> {
    return this.#open().findSent(message, options);
  }

  async markRead(chat: Peer): Promise<void> {
    await this.#open().markRead(chat);
  }

  async setTyping(chat: Peer, on: boolean | 'recording'): Promise<void> {
    await this.#open().setTyping(chat, on);
  }

  async checkNumber(e164: string): Promise<{ exists: boolean; peer?: Peer }> {
    return this.#open().checkNumber(e164);
  }

  async fetchMedia(ref: MediaRef, options: { maxBytes: number }): Promise<{ mime: string; data: Uint8Array }> {
    return this.#open().fetchMedia(ref, options);
  }

  async catchUp(sinceMs: number): Promise<InboundMessage[]> {
    return this.#open().catchUp(sinceMs);
  }

  onEvent(listener: EngineListener, laneOf?: LaneOf): () => void {
    return this.#core.onEvent(listener, laneOf);
  }

  #open(): Mailbox {
    if (this.#core.state !== 'ready' || !this.#mailbox) throw notSent('not_ready', `the session is ${this.#core.state}`);
    return this.#mailbox;
  }

  async #launch(): Promise<void> {
    this.#clearTimers();
    this.#offers.begin('qr');
    this.#core.moveTo('starting');
    const { executablePath } = this.#options.chromium;
    if (!(await isExecutable(executablePath))) {
      this.#isWanted = false;
      this.#core.moveTo('failed', { reason: 'browser_missing', detail: `no browser at ${executablePath}` });
      return;
    }
    const life: BrowserLife = new BrowserLife(
      this.session,
      this.#options,
      this.#eventsOf(() => life),
      this.#log,
    );
    this.#life = life;
    this.#mailbox = new Mailbox(life.client, this.#sends, this.#options.timings);
    try {
      await life.open();
    } catch (thrown) {
      const error = toEngineError(thrown);
      const reason = error.code === 'profile_locked' ? 'profile_locked' : error.code === 'timeout' ? 'page_not_loaded' : 'start_failed';
      await this.#recover(life, reason, error.message);
      return;
    }
    if (!(await this.#core.left('starting', this.#options.timings.openMs)))
      await this.#recover(life, 'page_not_loaded', 'WhatsApp Web offered neither a QR nor the account');
  }

  /** What one browser's life tells; as soon as it is not this engine's life any more, nobody listens. */
  #eventsOf(self: () => BrowserLife): LifeEvents {
    const mine =
      <Args extends unknown[]>(act: (...args: Args) => void) =>
      (...args: Args) => {
        if (this.#life === self()) act(...args);
      };
    return {
      onQr: mine((payload) => this.#offers.take('qr', payload)),
      onCode: mine((payload) => this.#offers.take('code', payload)),
      onLinked: mine(() => this.#core.moveTo('syncing')),
      onSync: mine((percent) => {
        if (this.#core.state === 'syncing') void this.#core.emit({ t: 'sync', percent });
      }),
      onReady: mine(() => this.#ready(self())),
      onReloading: mine(() => this.#core.moveTo('syncing')),
      onConnection: mine((isUp) => {
        if (isUp && this.#core.state === 'degraded') this.#core.moveTo('ready');
        if (!isUp && this.#core.state === 'ready') this.#core.moveTo('degraded', { reason: 'connection_lost' });
      }),
      onMessage: mine((message) => this.#announce(message)),
      onAck: mine((message, ack) => {
        const receipt = message.fromMe ? toReceipt(ack) : null;
        if (receipt) void this.#core.emit({ t: 'receipt', id: message.id._serialized, receipt });
      }),
      onEdited: mine((message, text) => void this.#core.emit({ t: 'message.edited', id: message.id._serialized, text })),
      onRevoked: mine((message) => void this.#core.emit({ t: 'message.revoked', id: message.id._serialized })),
      onUnlinked: mine(() => void this.#unlinkedByPhone(self())),
      onBlocked: mine((detail) => void this.#blocked(detail)),
      onDead: mine((reason, detail) => void this.#recover(self(), reason, detail)),
    };
  }

  #ready(life: BrowserLife): void {
    this.#offers.end();
    const { wid, pushname, platform } = life.client.info;
    this.#readyAt = Date.now();
    void this.#core.emit({ t: 'identity', me: peerFromRaw(wid._serialized), name: pushname, platform });
    if (this.#core.state === 'starting' || this.#core.state === 'awaiting_link') this.#core.moveTo('syncing');
    this.#core.moveTo('ready');
  }

  #announce(message: WebMessage): void {
    const mailbox = this.#mailbox;
    if (!mailbox) return;
    const announce = async () => {
      if (message.fromMe) await mailbox.sendsAnswered(echoWaitMs);
      const inbound = await mailbox.inbound(message, 'live');
      if (inbound && !(inbound.fromMe && this.#sends.hasId(inbound.id))) this.#core.announce(inbound);
    };
    const tryToAnnounce = () =>
      announce().catch((thrown: unknown) => {
        void this.#core.emit({ t: 'diagnostic', level: 'error', code: 'message_unreadable', detail: toEngineError(thrown).message });
      });
    // The echo of an own sending waits for its answer; customers don't wait for that.
    if (message.fromMe) void tryToAnnounce();
    else this.#announced = this.#announced.then(tryToAnnounce);
  }

  async #unlink(life: BrowserLife): Promise<boolean> {
    const leaving = life.client.logout().then(
      () => true,
      () => false,
    );
    return (await settled(leaving, this.#options.timings.callMs)) && leaving;
  }

  async #unlinkedByPhone(life: BrowserLife): Promise<void> {
    this.#life = null;
    this.#isWanted = false;
    await life.close();
    await this.#erase('unlinked_by_phone');
  }

  /** The profile goes with the link: pairing again in it would be lost at the next start. */
  async #erase(reason: StateReason): Promise<void> {
    this.#clearTimers();
    this.#mailbox = null;
    const profile = join(this.#options.sessionsDir, profileName(this.session));
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }).catch((error: unknown) => {
      this.#log.error({ session: this.session, err: error }, 'the profile could not be removed');
    });
    this.#core.forgetIdentity();
    this.#core.moveTo('logged_out', { reason });
  }

  async #blocked(detail: string): Promise<void> {
    await this.#end();
    this.#core.moveTo('blocked', { reason: 'number_blocked', detail });
  }

  async #recover(life: BrowserLife, reason: StateReason, detail: string): Promise<void> {
    if (this.#life === life) {
      this.#life = null;
      this.#mailbox = null;
    }
    await life.close();
    if (!this.#isWanted || this.#life) return;
    if (this.#readyAt > 0 && Date.now() - this.#readyAt > steadyMs) this.#crashes = 0;
    this.#readyAt = 0;
    const delayMs = backoffDelayMs(this.#crashes, this.#options.timings);
    this.#crashes += 1;
    this.#core.countRestart();
    this.#core.moveTo('backoff', { reason, detail, nextAttemptAt: Date.now() + delayMs });
    this.#retry = setTimeout(() => void this.#launch(), delayMs);
  }

  async #end(): Promise<void> {
    const life = this.#life;
    this.#isWanted = false;
    this.#life = null;
    this.#mailbox = null;
    this.#clearTimers();
    await life?.close();
  }

  async #giveUpLinking(): Promise<void> {
    if (this.#core.state !== 'awaiting_link') return;
    await this.#end();
    this.#core.moveTo('stopped', { reason: 'link_timeout' });
  }

  #clearTimers(): void {
    if (this.#retry) clearTimeout(this.#retry);
    this.#retry = null;
    this.#offers.end();
  }
}
