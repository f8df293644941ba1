import type { EngineLog, Snapshot, WhatsAppEngine } from './engine.ts';
import { EngineError, notSent, toEngineError } from './engine-error.ts';
import type { EngineEventBody, EngineListener, LaneOf } from './engine-events.ts';
import type { InboundMessage, MediaRef, OutboundMessage, Peer, SendResult } from './engine-message.ts';
import type { SessionState } from './engine-state.ts';
import type { HostProcess } from './host-process.ts';
import type { HostArgs, HostMethod, HostResult } from './host-protocol.ts';
import { SendOnce } from './send-once.ts';
import { SessionCore } from './session-core.ts';
import type { SessionHosts } from './session-hosts.ts';
import { withDeadline } from './whatsapp-web/deadline.ts';
import { whatsAppWebCapabilities } from './whatsapp-web/whatsapp-web-capabilities.ts';
import { backoffDelayMs } from './whatsapp-web/whatsapp-web-options.ts';

/** States in which the child has nothing left to do for this session. */
const restingStates: readonly SessionState[] = ['stopped', 'logged_out', 'blocked', 'failed'];
const stopMs = 15_000;
const stateLagMs = 2_000;

/** A whatsapp-web session in a child process, as if it were here. Outlives the child. */
export class RemoteEngine implements WhatsAppEngine {
  readonly kind = 'whatsapp-web';
  readonly capabilities = whatsAppWebCapabilities;
  readonly session: string;
  readonly #hosts: SessionHosts;
  readonly #core: SessionCore;
  readonly #sends = new SendOnce();
  #host: HostProcess | null = null;
  #retry: NodeJS.Timeout | null = null;
  #isWanted = false;
  #crashes = 0;

  constructor(session: string, hosts: SessionHosts, log: EngineLog) {
    this.session = session;
    this.#hosts = hosts;
    this.#core = new SessionCore('whatsapp-web', session, log);
  }

  async start(): Promise<void> {
    this.#rest();
    this.#isWanted = true;
    this.#crashes = 0;
    await this.#start();
  }

  async stop({ deadlineMs = stopMs }: { deadlineMs?: number } = {}): Promise<void> {
    this.#rest();
    const host = this.#host;
    if (host) {
      const late = () => notSent('timeout', 'the session did not stop in time');
      await withDeadline(host.call(this.session, 'stop', []), deadlineMs, late).catch(() => host.kill());
    }
    this.#leaveHost();
    if (this.#core.state !== 'stopped') this.#core.moveTo('stopped');
  }

  async logout(): Promise<{ unlinkedRemotely: boolean }> {
    this.#rest();
    const result = await this.#call('logout', []);
    this.#leaveHost();
    if (this.#core.state !== 'logged_out') this.#core.moveTo('logged_out', { reason: 'unlinked_here' });
    return result;
  }

  async requestLink(request: { method: 'qr' } | { method: 'code'; e164: string }): Promise<void> {
    if (this.#core.state !== 'awaiting_link') throw notSent('not_awaiting_link', `the session is ${this.#core.state}`);
    await this.#call('requestLink', [request]);
  }

  snapshot(): Snapshot {
    return this.#core.snapshot();
  }

  async probe(timeoutMs: number): Promise<{ alive: boolean; state: SessionState; detail?: string }> {
    const { state } = this.#core;
    if (!this.#host) return { alive: false, state, detail: 'no process runs' };
    const late = () => notSent('timeout', 'the process does not answer');
    return withDeadline(this.#host.call(this.session, 'probe', [timeoutMs]), timeoutMs + 1_000, late).catch((thrown: unknown) => ({
      alive: false,
      state,
      detail: toEngineError(thrown).message,
    }));
  }

  send(message: OutboundMessage): Promise<SendResult> {
    return this.#sends.run(message.clientRef, async () => {
      const result = await this.#ask('send', [message]);
      this.#core.noteSent(result.acceptedAt);
      return result;
    });
  }

  async findSent(message: OutboundMessage, options: { sinceMs: number; excludeIds: readonly string[] }): Promise<SendResult | null> {
    const found = await this.#ask('findSent', [message, options]);
    this.#sends.settle(message.clientRef, found);
    return found;
  }

  async markRead(chat: Peer): Promise<void> {
    await this.#ask('markRead', [chat]);
  }

  async setTyping(chat: Peer, on: boolean | 'recording'): Promise<void> {
    await this.#ask('setTyping', [chat, on]);
  }

  async checkNumber(e164: string): Promise<{ exists: boolean; peer?: Peer }> {
    return this.#ask('checkNumber', [e164]);
  }

  async fetchMedia(ref: MediaRef, options: { maxBytes: number }): Promise<{ mime: string; data: Uint8Array }> {
    return this.#ask('fetchMedia', [ref, options]);
  }

  async catchUp(sinceMs: number): Promise<InboundMessage[]> {
    return this.#ask('catchUp', [sinceMs]);
  }

  onEvent(listener: EngineListener, laneOf?: LaneOf): () => void {
    return this.#core.onEvent(listener, laneOf);
  }

  async #start(): Promise<void> {
    await this.#hosts.inTurn(async () => {
      if (!this.#isWanted) return;
      try {
        await this.#call('start', []);
        await this.#core.left('starting', stateLagMs); // the child's answer may overtake its events
      } catch (thrown) {
        // A child that died during the start is told by onHostLost, and comes back by itself.
        if (!(thrown instanceof EngineError && thrown.code === 'engine_crashed')) throw thrown;
      }
    });
  }

  /** For calls that make sense only in a running session. */
  #ask<M extends HostMethod>(method: M, args: HostArgs<M>): Promise<HostResult<M>> {
    if (this.#core.state !== 'ready' || !this.#host) return Promise.reject(notSent('not_ready', `the session is ${this.#core.state}`));
    return this.#call(method, args);
  }

  #call<M extends HostMethod>(method: M, args: HostArgs<M>): Promise<HostResult<M>> {
    if (!this.#host?.isUsable) {
      this.#host = this.#hosts.assign(this.session, {
        onHostEvent: (body) => this.#onHostEvent(body),
        onHostLost: () => this.#onHostLost(),
      });
    }
    return this.#host.call(this.session, method, args);
  }

  async #onHostEvent(body: EngineEventBody): Promise<void> {
    if (body.t === 'state' && body.state === 'ready') this.#crashes = 0;
    if (body.t === 'state' && body.state === 'backoff') this.#core.countRestart();
    if (body.t === 'state' && body.state === 'logged_out') this.#core.forgetIdentity();
    if (body.t === 'state' && restingStates.includes(body.state)) {
      // Before anybody hears of it: a listener may start the session again at once, in another child.
      this.#rest();
      this.#leaveHost();
    }
    await this.#core.relay(body);
  }

  #onHostLost(): void {
    this.#host = null;
    if (!this.#isWanted) return;
    const delayMs = backoffDelayMs(this.#crashes, this.#hosts.timings);
    this.#crashes += 1;
    this.#core.countRestart();
    this.#core.moveTo('backoff', { reason: 'process_crashed', nextAttemptAt: Date.now() + delayMs });
    this.#retry = setTimeout(() => {
      this.#start().catch((thrown: unknown) => {
        void this.#core.emit({ t: 'diagnostic', level: 'error', code: 'restart_failed', detail: toEngineError(thrown).message });
      });
    }, delayMs);
  }

  #rest(): void {
    this.#isWanted = false;
    if (this.#retry) clearTimeout(this.#retry);
    this.#retry = null;
  }

  #leaveHost(): void {
    this.#host?.remove(this.session);
    this.#host = null;
  }
}
