import { EventEmitter, once } from 'node:events';
import type { EngineKind } from '@chat-saas/contract';
import type { EngineLog, Snapshot } from './engine.ts';
import { type EngineEventBody, type EngineListener, EVENTS_DROPPED, type LaneOf } from './engine-events.ts';
import type { InboundMessage } from './engine-message.ts';
import { canMove, type SessionState, type StateReason } from './engine-state.ts';
import { EventStream } from './event-stream.ts';

export interface StateDetail {
  reason?: StateReason;
  detail?: string;
  nextAttemptAt?: number;
}

/** What every engine keeps: state under the rules of `transitions`, the numbered events, and the snapshot that they add up to. */
export class SessionCore {
  readonly #log: EngineLog;
  readonly #stream: EventStream;
  readonly #changes = new EventEmitter();
  /** Came before the session was ready: announced right after, so that nobody takes what was missed for caught up. */
  readonly #early: InboundMessage[] = [];
  #seq = 0;
  #snapshot: Snapshot;

  constructor(kind: EngineKind, session: string, log: EngineLog) {
    this.#log = log;
    this.#snapshot = { session, kind, state: 'stopped', since: Date.now(), restarts: 0 };
    this.#stream = new EventStream((event, error) => {
      log.error({ session, event: event.t, seq: event.seq, err: error }, 'engine event dropped: its listener kept refusing it');
      void this.emit({ t: 'diagnostic', level: 'error', code: EVENTS_DROPPED });
    });
  }

  get state(): SessionState {
    return this.#snapshot.state;
  }

  snapshot(): Snapshot {
    return { ...this.#snapshot };
  }

  onEvent(listener: EngineListener, laneOf?: LaneOf): () => void {
    return this.#stream.subscribe(listener, laneOf);
  }

  countRestart(): void {
    this.#snapshot = { ...this.#snapshot, restarts: this.#snapshot.restarts + 1 };
  }

  noteSent(at: number): void {
    this.#snapshot = { ...this.#snapshot, lastOutboundAt: at };
  }

  /** Forgets whose number it was, after an unlink. */
  forgetIdentity(): void {
    const { me: _me, name: _name, ...rest } = this.#snapshot;
    this.#snapshot = rest;
  }

  /** Moves if the rules allow it; a move that they don't allow is a late echo of something gone, and is only recorded. */
  moveTo(state: SessionState, detail: StateDetail = {}): boolean {
    void this.#move(state, detail);
    return this.state === state;
  }

  #move(state: SessionState, detail: StateDetail): Promise<void> {
    const previous = this.state;
    if (previous === state && detail.reason === this.#snapshot.reason && detail.nextAttemptAt === this.#snapshot.nextAttemptAt)
      return Promise.resolve();
    if (previous !== state && !canMove(previous, state)) {
      return this.emit({ t: 'diagnostic', level: 'warn', code: 'illegal_transition', detail: `${previous} → ${state}` });
    }
    const told = this.emit({ t: 'state', state, previous, ...detail });
    if (state === 'ready') for (const message of this.#early.splice(0)) void this.emit({ t: 'message', message });
    if (state === 'starting') this.#early.length = 0; // a new start finds them by its catchUp
    return told;
  }

  announce(message: InboundMessage): void {
    if (this.state === 'ready') void this.emit({ t: 'message', message });
    else this.#early.push(message);
  }

  /** Waits until the session is not in this state (any more). @returns false when the deadline came first. */
  async left(state: SessionState, deadlineMs = 300_000): Promise<boolean> {
    const deadline = AbortSignal.timeout(deadlineMs);
    try {
      while (this.state === state) await once(this.#changes, 'state', { signal: deadline });
      return true;
    } catch {
      return false;
    }
  }

  /** Takes over an event of the same session in another process, under this side's own state and numbers. */
  async relay(body: EngineEventBody): Promise<void> {
    if (body.t !== 'state') return this.emit(body);
    const { t: _t, state, previous: _previous, ...detail } = body;
    await this.#move(state, detail);
  }

  /** @returns a promise that settles when every listener has accepted the event; nobody needs to wait for it. */
  emit(body: EngineEventBody): Promise<void> {
    this.#apply(body);
    if (body.t === 'state') this.#log.info({ session: this.#snapshot.session, ...body }, 'session state');
    if (body.t === 'diagnostic')
      this.#log[body.level]({ session: this.#snapshot.session, code: body.code, detail: body.detail }, 'session diagnostic');
    this.#seq += 1;
    return this.#stream.push({ ...body, session: this.#snapshot.session, seq: this.#seq, at: Date.now() });
  }

  #apply(body: EngineEventBody): void {
    const current = this.#snapshot;
    switch (body.t) {
      case 'state': {
        const { link, syncPercent, reason: _reason, detail: _detail, nextAttemptAt: _next, ...kept } = current;
        this.#snapshot = {
          ...kept,
          state: body.state,
          since: body.state === body.previous ? current.since : Date.now(),
          ...(body.reason && { reason: body.reason }),
          ...(body.detail && { detail: body.detail }),
          ...(body.nextAttemptAt !== undefined && { nextAttemptAt: body.nextAttemptAt }),
          ...(body.state === 'awaiting_link' && link && { link }),
          ...(body.state === 'syncing' && { syncPercent: syncPercent ?? 0 }),
        };
        this.#changes.emit('state');
        break;
      }
      case 'link':
        this.#snapshot = {
          ...current,
          link: { method: body.method, payload: body.payload, expiresAt: body.expiresAt, attempt: body.attempt },
        };
        break;
      case 'sync':
        this.#snapshot = { ...current, syncPercent: body.percent };
        break;
      case 'identity':
        this.#snapshot = { ...current, me: body.me, ...(body.name === undefined ? {} : { name: body.name }) };
        break;
      case 'message':
        if (!body.message.fromMe) this.#snapshot = { ...current, lastInboundAt: Date.now() };
        break;
      default:
        break;
    }
  }
}
