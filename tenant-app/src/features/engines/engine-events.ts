import type { InboundMessage, Peer, Receipt } from './engine-message.ts';
import type { SessionState, StateReason } from './engine-state.ts';

export type LinkMethod = 'qr' | 'code';

/** What a person scans or types to link the number. */
export interface LinkOffer {
  method: LinkMethod;
  /** The QR's content, or the eight characters of a pairing code. */
  payload: string;
  /** Epoch milliseconds; a later offer follows by itself. */
  expiresAt: number;
  /** 1 for the first offer since the session began to wait. */
  attempt: number;
}

export type EngineEventBody =
  | { t: 'state'; state: SessionState; previous: SessionState; reason?: StateReason; detail?: string; nextAttemptAt?: number }
  | ({ t: 'link' } & LinkOffer)
  | { t: 'sync'; percent: number }
  | { t: 'identity'; me: Peer; name?: string; platform?: string }
  | { t: 'message'; message: InboundMessage }
  | { t: 'message.edited'; id: string; text: string }
  | { t: 'message.revoked'; id: string }
  | { t: 'typing'; chat: Peer; typing: boolean }
  | { t: 'receipt'; id: string; receipt: Receipt }
  | { t: 'diagnostic'; level: 'info' | 'warn' | 'error'; code: string; detail?: string };

export type EngineEventOf<T extends EngineEventBody['t']> = Extract<EngineEvent, { t: T }>;

/** `seq` grows by one per session and process life; `at` is epoch milliseconds. */
export type EngineEvent = EngineEventBody & { session: string; seq: number; at: number };

/**
 * The code of the diagnostic worth acting on: a listener refused an event for ten minutes, so run `catchUp`.
 */
export const EVENTS_DROPPED = 'events_dropped';

/**
 * Gets one session's events one at a time within a lane, in order: the next comes when the promise has settled.
 * Rejecting means "not stored": the event comes again after a pause, so a listener must bear repeats.
 */
export type EngineListener = (event: EngineEvent) => void | Promise<void>;

/** Events in different lanes may be handled side by side; null keeps an event behind all before it and before all after it. */
export type LaneOf = (event: EngineEvent) => string | null;
