import type { EngineLog, WhatsAppEngine } from './engine.ts';
import { type HostedSession, HostProcess } from './host-process.ts';
import { RemoteEngine } from './remote-engine.ts';
import { type ChromiumOptions, defaultTimings, type EngineTimings, type WhatsAppWebOptions } from './whatsapp-web/whatsapp-web-options.ts';

export interface SessionHostsOptions {
  sessionsDir: string;
  chromium: ChromiumOptions | null;
  log: EngineLog;
  sessionsPerHost?: number;
  hostHeapMb?: number;
  timings?: Partial<EngineTimings>;
}

const concurrentStarts = 2;

/** The child processes that hold the browser sessions: few sessions in each, few starting at once. */
export class SessionHosts {
  readonly timings: EngineTimings;
  readonly #options: SessionHostsOptions;
  readonly #hosts = new Set<HostProcess>();
  readonly #waiting: (() => void)[] = [];
  #starting = 0;

  constructor(options: SessionHostsOptions) {
    this.#options = options;
    this.timings = { ...defaultTimings, ...options.timings };
  }

  createEngine(session: string): WhatsAppEngine {
    return new RemoteEngine(session, this, this.#options.log);
  }

  /** Process ids of the children, for measuring and for tests. */
  pids(): number[] {
    return [...this.#hosts].map(({ pid }) => pid);
  }

  /** Puts the session into a child that has room, or a new one. */
  assign(session: string, hosted: HostedSession): HostProcess {
    const { sessionsPerHost = 3, hostHeapMb = 384, log } = this.#options;
    this.#forgetEnded();
    let host = [...this.#hosts].find((each) => each.isUsable && each.sessions.size < sessionsPerHost);
    if (!host) {
      host = new HostProcess(this.#webOptions(), hostHeapMb, log);
      this.#hosts.add(host);
    }
    host.sessions.set(session, hosted);
    return host;
  }

  /** Runs a start when fewer than two others are under way: browsers that launch all at once starve each other. */
  async inTurn<T>(start: () => Promise<T>): Promise<T> {
    if (this.#starting >= concurrentStarts) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#starting += 1;
    try {
      return await start();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#starting -= 1;
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#hosts].map((host) => host.end()));
    this.#hosts.clear();
  }

  #webOptions(): WhatsAppWebOptions {
    const { sessionsDir, chromium } = this.#options;
    return { sessionsDir, chromium: chromium ?? { executablePath: '', args: [] }, timings: this.timings };
  }

  #forgetEnded(): void {
    for (const host of this.#hosts) if (!host.isUsable) this.#hosts.delete(host);
  }
}
