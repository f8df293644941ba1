import { newId } from '@chat-saas/contract';
import type { Capabilities, EngineLog, Snapshot, WhatsAppEngine } from '../engine.ts';
import { EngineError, notSent, toEngineError } from '../engine-error.ts';
import type { EngineListener, LaneOf } from '../engine-events.ts';
import {
  type InboundMessage,
  type MediaRef,
  type OutboundMessage,
  type Peer,
  peerFromRaw,
  type SendResult,
  userPeer,
} from '../engine-message.ts';
import { SendOnce } from '../send-once.ts';
import { SessionCore } from '../session-core.ts';
import type { SimulatorEvent } from './simulator-events.ts';
import { outboundRecord, toInbound } from './simulator-message.ts';
import type { SimulatorServer } from './simulator-server.ts';
import type { SimulatorDevice } from './simulator-store.ts';

const capabilities: Capabilities = {
  link: ['qr', 'code'],
  media: ['image', 'video', 'audio', 'voice', 'document', 'sticker'],
  maxMediaBytes: 12 * 1024 * 1024, // one stored document holds a medium, and the database takes 16 MB
  typing: true,
  markRead: true,
  groups: true,
  simulated: true,
};

const syncSteps = [20, 45, 70, 100];
const historyLimit = 5_000;

/** A number on the simulated WhatsApp: the whole contract, no browser. */
export class SimulatorEngine implements WhatsAppEngine {
  readonly kind = 'simulator';
  readonly capabilities = capabilities;
  readonly session: string;
  readonly #server: SimulatorServer;
  readonly #core: SessionCore;
  readonly #sends = new SendOnce();
  #unsubscribe: (() => void) | null = null;
  /** Counts starts and stops: what an earlier life began must not act on a later one. */
  #life = 0;

  constructor(session: string, server: SimulatorServer, log: EngineLog) {
    this.session = session;
    this.#server = server;
    this.#core = new SessionCore('simulator', session, log);
  }

  async start(): Promise<void> {
    if (!['stopped', 'logged_out', 'failed', 'backoff'].includes(this.#core.state)) return;
    this.#core.moveTo('starting');
    this.#life += 1;
    this.#unsubscribe ??= this.#server.bus.on(this.session, (event) => this.#onNetwork(event));
    try {
      const device = await this.#server.connect(this.session);
      if (device) void this.#sync(device);
      else this.#awaitLink();
    } catch (thrown) {
      this.#goOffline();
      this.#core.moveTo('failed', { reason: 'start_failed', detail: toEngineError(thrown).message });
    }
  }

  async stop(): Promise<void> {
    this.#goOffline();
    if (this.#core.state !== 'stopped') this.#core.moveTo('stopped');
  }

  async logout(): Promise<{ unlinkedRemotely: boolean }> {
    const unlinkedRemotely = await this.#server.unlink(this.session, 'engine');
    this.#goOffline();
    this.#core.forgetIdentity();
    this.#core.moveTo('logged_out', { reason: 'unlinked_here' });
    return { unlinkedRemotely };
  }

  async requestLink(request: { method: 'qr' } | { method: 'code'; e164: string }): Promise<void> {
    if (this.#core.state !== 'awaiting_link') throw notSent('not_awaiting_link', `the session is ${this.#core.state}`);
    this.#server.offer(this.session, request.method, request.method === 'code' ? request.e164.replace(/\D/g, '') : null);
  }

  snapshot(): Snapshot {
    return this.#core.snapshot();
  }

  async probe(): Promise<{ alive: boolean; state: Snapshot['state'] }> {
    return { alive: this.#server.isConnected(this.session), state: this.#core.state };
  }

  send(message: OutboundMessage): Promise<SendResult> {
    return this.#sends.run(message.clientRef, () => this.#send(message));
  }

  async findSent(message: OutboundMessage): Promise<SendResult | null> {
    this.#mustBeReady();
    const stored = await this.#server.store.findByClientRef(this.session, message.clientRef);
    const found = stored && { id: stored.id, acceptedAt: stored.at };
    this.#sends.settle(message.clientRef, found);
    return found;
  }

  async markRead(chat: Peer): Promise<void> {
    this.#mustBeReady();
    await this.#server.advance({ instanceId: this.session, chat: chat.raw, direction: 'in' }, 'read');
  }

  async setTyping(chat: Peer, on: boolean | 'recording'): Promise<void> {
    this.#mustBeReady();
    this.#server.bus.emit(this.session, { t: 'typing', chat: chat.raw, by: 'number', on });
  }

  async checkNumber(e164: string): Promise<{ exists: boolean; peer?: Peer }> {
    const peer = userPeer(e164);
    return isReachable(peer) ? { exists: true, peer } : { exists: false };
  }

  async fetchMedia(ref: MediaRef, { maxBytes }: { maxBytes: number }): Promise<{ mime: string; data: Uint8Array }> {
    const media = await this.#server.store.readMedia(ref.handle);
    if (!media) throw notSent('media_unavailable', 'the medium is gone');
    if (media.data.byteLength > maxBytes) throw notSent('media_too_large', `the medium has ${media.data.byteLength} bytes`);
    return media;
  }

  async catchUp(sinceMs: number): Promise<InboundMessage[]> {
    this.#mustBeReady();
    const messages = await this.#server.store.list({ instanceId: this.session, sinceMs, limit: historyLimit });
    return messages.map((message) => toInbound(message, 'catchup'));
  }

  onEvent(listener: EngineListener, laneOf?: LaneOf): () => void {
    return this.#core.onEvent(listener, laneOf);
  }

  async #send(message: OutboundMessage): Promise<SendResult> {
    this.#mustBeReady();
    if (!isReachable(message.to)) throw notSent('invalid_recipient', 'this number is not on WhatsApp');
    const { content } = message;
    if (content.type === 'media' && content.data.byteLength > capabilities.maxMediaBytes)
      throw notSent('media_too_large', 'the file is too large');
    const me = this.#core.snapshot().me?.raw ?? '';
    const record = outboundRecord(this.session, me, newId(), message);
    try {
      if (content.type === 'media') {
        await this.#server.store.saveMedia({ id: record.id, instanceId: this.session, mime: content.mime, data: content.data });
      }
      const accepted = await this.#server.accept(record);
      this.#core.noteSent(accepted.at);
      void this.#core.emit({ t: 'receipt', id: accepted.id, receipt: 'server' });
      return { id: accepted.id, acceptedAt: accepted.at };
    } catch (thrown) {
      throw thrown instanceof EngineError ? thrown : toEngineError(thrown, 'internal', 'unknown');
    }
  }

  #awaitLink(): void {
    this.#core.moveTo('awaiting_link');
    this.#server.offer(this.session, 'qr');
  }

  async #sync(device: SimulatorDevice): Promise<void> {
    const life = this.#life;
    this.#core.moveTo('syncing');
    for (const percent of syncSteps) {
      await new Promise<void>((resolve) => setTimeout(resolve, this.#server.timings.syncMs / syncSteps.length));
      if (life !== this.#life || this.#core.state !== 'syncing') return;
      void this.#core.emit({ t: 'sync', percent });
    }
    void this.#core.emit({ t: 'identity', me: userPeer(device.e164), name: device.name, platform: 'simulator' });
    this.#core.moveTo('ready');
    await this.#tellMissedReceipts();
  }

  async #tellMissedReceipts(): Promise<void> {
    try {
      for (const { id, receipt } of await this.#server.store.listUntold(this.session)) await this.#tellReceipt(id, receipt);
    } catch (thrown) {
      void this.#core.emit({ t: 'diagnostic', level: 'warn', code: 'receipts_unread', detail: toEngineError(thrown).message });
    }
  }

  async #tellReceipt(id: string, receipt: 'server' | 'delivered' | 'read' | 'played' | 'failed'): Promise<void> {
    await this.#core.emit({ t: 'receipt', id, receipt });
    await this.#server.store.markTold(id, receipt);
  }

  #onNetwork(event: SimulatorEvent): void {
    switch (event.t) {
      case 'offer':
        void this.#core.emit({ t: 'link', ...event.offer });
        break;
      case 'linked':
        void this.#sync(event.device);
        break;
      case 'unlinked':
        if (event.by === 'engine') break;
        this.#goOffline();
        this.#core.forgetIdentity();
        this.#core.moveTo('logged_out', { reason: 'unlinked_by_phone' });
        break;
      case 'message':
        if (event.message.clientRef === null) this.#core.announce(toInbound(event.message, 'live'));
        break;
      case 'receipt':
        if (event.message.direction === 'out') {
          this.#tellReceipt(event.message.id, event.receipt).catch((thrown: unknown) => {
            void this.#core.emit({ t: 'diagnostic', level: 'warn', code: 'receipt_untold', detail: toEngineError(thrown).message });
          });
        }
        break;
      case 'typing':
        if (event.by === 'customer') void this.#core.emit({ t: 'typing', chat: peerFromRaw(event.chat), typing: event.on !== false });
        break;
    }
  }

  #goOffline(): void {
    this.#life += 1;
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#server.disconnect(this.session);
  }

  #mustBeReady(): void {
    if (this.#core.state !== 'ready') throw notSent('not_ready', `the session is ${this.#core.state}`);
  }
}

/** As on the real network, a number has 8 to 15 digits; those that begin with 000 belong to nobody. */
function isReachable(peer: Peer): boolean {
  return peer.kind === 'group' || /^(?!000)\d{8,15}$/.test(peer.e164 ?? '');
}
