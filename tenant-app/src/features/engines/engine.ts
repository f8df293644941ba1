/*
 * Engines: one interface over everything that can be a WhatsApp number.
 *
 *   const engines = openEngines({ sessionsDir, chromium, log });       // once per process (engine-registry.ts)
 *   const engine = engines.createEngine('whatsapp-web', instanceId);   // or 'simulator'
 *   engine.onEvent(async (event) => { … });                            // subscribe before start
 *   await engine.start();                                              // then states, link offers, messages, receipts come
 *   await engines.close();                                             // at shutdown: stops every engine, keeps credentials
 *
 * Rules for the caller
 *   - Append inbound messages under a unique key (instance + message.id): live and catch-up may bring the same one.
 *   - After each `state: ready`, call `catchUp(since)` with the time of the newest stored message minus a margin (five
 *     minutes do) and treat what it returns like events: nothing that came while the engine was away is announced otherwise.
 *   - `isGroup` messages are delivered and flagged; `fromMe` ones were written on the phone. What this engine sent comes
 *     back only from `catchUp`.
 *   - Each `send` has a `clientRef`. An EngineError with outcome `unknown` may have gone out: ask `findSent` when the
 *     engine is `ready` again, and send again only on null.
 *   - `backoff` and `degraded` mend themselves. After `logged_out`, or `stopped` with reason `link_timeout` (nobody scanned
 *     for half an hour), call `start` again: it offers a new QR.
 *   - A `diagnostic` with code `events_dropped` asks for a `catchUp` too.
 *   - The phone side of the simulator is `engines.phone` (simulator/simulator-phone.ts).
 */
import type { EngineKind } from '@chat-saas/contract';
import type { EngineListener, LaneOf, LinkOffer } from './engine-events.ts';
import type { InboundMessage, MediaKind, MediaRef, OutboundMessage, Peer, SendResult } from './engine-message.ts';
import type { SessionState, StateReason } from './engine-state.ts';

export type { EngineKind } from '@chat-saas/contract';
export type { EngineErrorData } from './engine-error.ts';
export { EngineError } from './engine-error.ts';
export type { EngineEvent, EngineListener, LinkOffer } from './engine-events.ts';
export type {
  InboundMessage,
  MediaKind,
  MediaRef,
  OutboundMessage,
  Peer,
  Receipt,
  SendResult,
} from './engine-message.ts';
export { peerFromRaw, userPeer } from './engine-message.ts';
export type { SessionState, StateReason } from './engine-state.ts';

export interface Capabilities {
  link: readonly LinkOffer['method'][];
  media: readonly MediaKind[];
  maxMediaBytes: number;
  typing: boolean;
  markRead: boolean;
  groups: boolean;
  /** The page of the customer's phone may drive it. */
  simulated: boolean;
}

export interface Snapshot {
  session: string;
  kind: EngineKind;
  state: SessionState;
  /** Epoch milliseconds of the last change of state. */
  since: number;
  reason?: StateReason;
  detail?: string;
  nextAttemptAt?: number;
  me?: Peer;
  name?: string;
  link?: LinkOffer;
  syncPercent?: number;
  lastInboundAt?: number;
  lastOutboundAt?: number;
  /** Restarts by itself since this process began. */
  restarts: number;
}

/** One WhatsApp number. Every method rejects with EngineError only. */
export interface WhatsAppEngine {
  readonly kind: EngineKind;
  readonly session: string;
  readonly capabilities: Capabilities;
  /** Idempotent. Resolves when the state has left `starting`; a failed start ends in `backoff` and goes on by itself. */
  start(): Promise<void>;
  /** Idempotent and bounded: after `deadlineMs` (10 s) what still runs is killed. Credentials stay. Ends in `stopped`. */
  stop(options?: { deadlineMs?: number }): Promise<void>;
  /** Unlinks at WhatsApp where it can be reached and always erases the local credentials. Ends in `logged_out`. */
  logout(): Promise<{ unlinkedRemotely: boolean }>;
  /** A fresh QR, or a pairing code for this phone number. @throws not_awaiting_link */
  requestLink(request: { method: 'qr' } | { method: 'code'; e164: string }): Promise<void>;
  /** What is known, without touching a browser. */
  snapshot(): Snapshot;
  /** Touches the browser: is it really alive? Never rejects. */
  probe(timeoutMs: number): Promise<{ alive: boolean; state: SessionState; detail?: string }>;
  /** At most one WhatsApp message per `clientRef`. @throws not_ready, invalid_recipient, refused, media_too_large, media_unsupported, timeout, engine_crashed */
  send(message: OutboundMessage): Promise<SendResult>;
  /** Looks whether a sending with unknown outcome did go out; `excludeIds` are the ids that belong to other sendings. */
  findSent(message: OutboundMessage, options: { sinceMs: number; excludeIds: readonly string[] }): Promise<SendResult | null>;
  markRead(chat: Peer): Promise<void>;
  setTyping(chat: Peer, on: boolean | 'recording'): Promise<void>;
  checkNumber(e164: string): Promise<{ exists: boolean; peer?: Peer }>;
  /** @throws media_unavailable, media_too_large */
  fetchMedia(ref: MediaRef, options: { maxBytes: number }): Promise<{ mime: string; data: Uint8Array }>;
  /** Messages since then, both directions, oldest first, origin `catchup`. */
  catchUp(sinceMs: number): Promise<InboundMessage[]>;
  /** Without `laneOf` one event after another. @returns the function that ends the subscription. */
  onEvent(listener: EngineListener, laneOf?: LaneOf): () => void;
}

/** The part of a pino logger that engines use. */
export interface EngineLog {
  debug(data: object, message: string): void;
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
  error(data: object, message: string): void;
}
