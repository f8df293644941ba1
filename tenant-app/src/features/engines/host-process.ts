import { type ChildProcess, fork } from 'node:child_process';
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { EngineLog } from './engine.ts';
import { EngineError } from './engine-error.ts';
import type { EngineEventBody } from './engine-events.ts';
import type { FromHost, HostArgs, HostMethod, HostResult, ToHost } from './host-protocol.ts';
import type { WhatsAppWebOptions } from './whatsapp-web/whatsapp-web-options.ts';

/** The parent's end of one session in the child. */
export interface HostedSession {
  /** Settles when the event is stored. */
  onHostEvent(body: EngineEventBody): Promise<void>;
  onHostLost(): void;
}

interface PendingCall {
  method: HostMethod;
  resolve(value: unknown): void;
  reject(error: EngineError): void;
}

const program = fileURLToPath(new URL('./session-host.ts', import.meta.url));
const endMs = 8_000;
/** Pings in a row without a sign of life: the child hangs. Counted, not timed: a laptop that slept must not look like it. */
const missedPings = 4;

/** The parent's handle on one child process and the sessions in it. */
export class HostProcess {
  readonly sessions = new Map<string, HostedSession>();
  readonly #child: ChildProcess;
  readonly #log: EngineLog;
  readonly #pending = new Map<number, PendingCall>();
  readonly #exited: Promise<void>;
  readonly #heartbeat: NodeJS.Timeout;
  #unheardPings = 0;
  #lastCall = 0;
  #isEnding = false;

  constructor(options: WhatsAppWebOptions, heapMb: number, log: EngineLog) {
    this.#log = log;
    this.#child = fork(program, [], {
      execArgv: [`--max-old-space-size=${heapMb}`, '--max-semi-space-size=4'],
      // The child needs no secrets: it gets none.
      env: { PATH: '/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin', HOME: homedir(), LANG: 'C.UTF-8', TZ: 'UTC' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child.stderr?.on('data', (chunk: Buffer) =>
      log.warn({ host: this.pid, output: chunk.toString('utf8').slice(0, 2_000) }, 'session host wrote'),
    );
    this.#child.on('message', (message: FromHost) => this.#receive(message));
    this.#child.on('error', (error) => log.error({ host: this.pid, err: error }, 'session host failed'));
    this.#exited = new Promise((resolve) => {
      this.#child.once('exit', (code, signal) => {
        this.#lost(code, signal);
        resolve();
      });
    });
    this.#heartbeat = setInterval(() => this.#ping(), options.timings.pingMs);
    this.#heartbeat.unref();
    this.#tell({ t: 'setup', options });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get isUsable(): boolean {
    return !this.#isEnding && this.#child.connected;
  }

  call<M extends HostMethod>(session: string, method: M, args: HostArgs<M>): Promise<HostResult<M>> {
    return new Promise<unknown>((resolve, reject) => {
      if (!this.isUsable) return reject(lostError(method, 'not_sent'));
      this.#lastCall += 1;
      this.#pending.set(this.#lastCall, { method, resolve, reject });
      this.#tell({ t: 'call', id: this.#lastCall, session, method, args });
    }) as Promise<HostResult<M>>;
  }

  /** The session has ended: the child may forget it, and ends itself with its last one. */
  remove(session: string): void {
    if (!this.sessions.delete(session)) return;
    this.#tell({ t: 'drop', session });
    if (this.sessions.size === 0) void this.end();
  }

  /** Lets what is asked be answered, then ends the child; kills it when it doesn't go. */
  async end(): Promise<void> {
    if (!this.#isEnding) {
      this.#isEnding = true;
      if (this.#pending.size === 0) this.#disconnect();
      const kill = setTimeout(() => this.kill(), endMs);
      void this.#exited.then(() => clearTimeout(kill));
    }
    await this.#exited;
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  #ping(): void {
    this.#unheardPings += 1;
    if (this.#unheardPings > missedPings) {
      this.#log.error({ host: this.pid }, 'session host does not answer: it is killed');
      this.kill();
    } else {
      this.#tell({ t: 'ping' });
    }
  }

  #receive(message: FromHost): void {
    this.#unheardPings = 0;
    switch (message.t) {
      case 'pong':
        break;
      case 'log':
        this.#log[message.level]({ host: this.pid, ...message.data }, message.message);
        break;
      case 'event':
        void this.#relay(message);
        break;
      case 'result':
        this.#settle(message.id, (call) => call.resolve(message.value));
        break;
      case 'error':
        this.#settle(message.id, (call) => call.reject(new EngineError(message.error)));
        break;
    }
  }

  async #relay({ session, seq, body }: Extract<FromHost, { t: 'event' }>): Promise<void> {
    await this.sessions.get(session)?.onHostEvent(body);
    this.#tell({ t: 'ack', session, seq });
  }

  #settle(id: number, act: (call: PendingCall) => void): void {
    const call = this.#pending.get(id);
    this.#pending.delete(id);
    if (call) act(call);
    if (this.#isEnding && this.#pending.size === 0) this.#disconnect();
  }

  #lost(code: number | null, signal: NodeJS.Signals | null): void {
    if (!this.#isEnding) this.#log.warn({ host: this.pid, code, signal }, 'session host is gone');
    this.#isEnding = true;
    clearInterval(this.#heartbeat);
    const calls = [...this.#pending.values()];
    this.#pending.clear();
    for (const { method, reject } of calls) reject(lostError(method, method === 'send' ? 'unknown' : 'not_sent'));
    const lost = [...this.sessions.values()];
    this.sessions.clear();
    for (const session of lost) session.onHostLost();
  }

  #tell(message: ToHost): void {
    if (!this.#child.connected) return;
    this.#child.send(message, (error) => {
      if (error) this.#log.debug({ host: this.pid, err: error }, 'session host did not take a message');
    });
  }

  #disconnect(): void {
    if (this.#child.connected) this.#child.disconnect();
  }
}

function lostError(method: HostMethod, outcome: 'not_sent' | 'unknown'): EngineError {
  return new EngineError({ code: 'engine_crashed', message: `the session's process ended during ${method}`, outcome });
}
