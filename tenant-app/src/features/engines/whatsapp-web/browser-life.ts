import { join } from 'node:path';
import type { EngineLog } from '../engine.ts';
import { EngineError, notSent, toEngineError } from '../engine-error.ts';
import type { StateReason } from '../engine-state.ts';
import { pause, settled, withDeadline } from './deadline.ts';
import { identifyProcess, isRunning } from './process-identity.ts';
import { type ProfileLease, takeProfile } from './profile-lease.ts';
import { createClient, profileName, type WebClient, type WebMessage } from './whatsapp-web-client.ts';
import type { EngineTimings, WhatsAppWebOptions } from './whatsapp-web-options.ts';
import { announceSync, type PageHealth, readHealth, refreshQr } from './whatsapp-web-page.ts';

export interface LifeEvents {
  onQr(payload: string): void;
  onCode(payload: string): void;
  /** The phone has accepted; the page loads. */
  onLinked(): void;
  onSync(percent: number): void;
  /** May come again after the page has reloaded itself. */
  onReady(): void;
  onReloading(): void;
  onConnection(isUp: boolean): void;
  onMessage(message: WebMessage): void;
  onAck(message: WebMessage, ack: number): void;
  onEdited(message: WebMessage, text: string): void;
  onRevoked(message: WebMessage): void;
  /** The phone has removed this device. */
  onUnlinked(): void;
  onBlocked(detail: string): void;
  /** The browser can't be used any more. Comes once; `close` is up to the listener. */
  onDead(reason: StateReason, detail: string): void;
}

const lookMs = { beforeReady: 500, afterReady: 5_000 };
const stuckLooks = 2;
const unsaidSyncLooks = 2;
const blockedStates = ['TOS_BLOCK', 'SMB_TOS_BLOCK'];

/** One browser with one session's page, from launch to its sure end. Everything that goes wrong inside is told by `onDead`, once. */
export class BrowserLife {
  readonly client: WebClient;
  readonly #events: LifeEvents;
  readonly #log: EngineLog;
  readonly #timings: EngineTimings;
  readonly #profileDir: string;
  readonly #over = Promise.withResolvers<never>();
  #lease: ProfileLease | null = null;
  #launched: Promise<void> = Promise.resolve();
  #watch: NodeJS.Timeout | null = null;
  #closing: Promise<void> | null = null;
  #isOver = false;
  #isLinked = false;
  #isReady = false;
  /** The library has heard that the sync ended, and is attaching to the page. */
  #isSyncHeard = false;
  #stuckLooks = 0;
  #syncedLooks = 0;
  #unloadedSince: number | null = null;
  #progressAt = Date.now();

  constructor(session: string, options: WhatsAppWebOptions, events: LifeEvents, log: EngineLog) {
    this.#profileDir = join(options.sessionsDir, profileName(session));
    this.client = createClient(session, options.sessionsDir, options.chromium);
    this.#events = events;
    this.#log = log;
    this.#timings = options.timings;
    this.#over.promise.catch(() => undefined);
    this.#listen();
  }

  get isReady(): boolean {
    return this.#isReady && !this.#isOver;
  }

  /** Launches and waits until the library has attached. @throws profile_locked, timeout, internal; `close` must follow */
  async open(): Promise<void> {
    this.#lease = await takeProfile(this.#profileDir);
    if (!this.#lease) throw notSent('profile_locked', 'another process runs this session');
    if (this.#isOver) {
      await this.#lease.release();
      throw closedEarly();
    }
    const opening = this.client.initialize();
    this.#launched = this.#noteBrowser(opening);
    const late = () => notSent('timeout', 'WhatsApp Web did not load in time');
    await withDeadline(Promise.race([opening, this.#over.promise]), this.#timings.openMs, late);
    const page = this.client.pupPage;
    page?.on('error', (error) => this.#die('page_crashed', error.message));
    page?.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.#reloaded();
    });
    this.#watchSoon(0);
  }

  /** Ends the browser for sure; idempotent. */
  close(): Promise<void> {
    this.#end();
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** @throws timeout */
  health(deadlineMs: number): Promise<PageHealth | null> {
    return readHealth(this.client, deadlineMs);
  }

  #end(): void {
    this.#isOver = true;
    if (this.#watch) clearTimeout(this.#watch);
    this.#over.reject(closedEarly());
  }

  async #close(): Promise<void> {
    const { closeMs } = this.#timings;
    const release = () => this.#lease?.release().catch((error: unknown) => this.#log.warn({ err: error }, 'the profile was not released'));
    if (!(await settled(this.#launched, closeMs))) {
      void this.#launched.finally(() => this.#kill().then(release)); // still launching: it ends as soon as it is there
      return;
    }
    const gone = this.client.destroy().catch((error: unknown) => this.#log.debug({ err: error }, 'browser closed badly'));
    await settled(gone, closeMs);
    await this.#kill();
    await release();
  }

  /** Kills the browser where it still runs, and waits until it is gone. */
  async #kill(): Promise<void> {
    const child = this.client.pupBrowser?.process();
    const browser = child?.pid === undefined ? null : identifyProcess(child.pid);
    if (!child || !browser) return;
    child.kill('SIGKILL');
    for (let waitedMs = 0; isRunning(browser) && waitedMs < 2_000; waitedMs += 20) await pause(20);
  }

  /** Settles when the browser is there (and noted, so that a crash can't leave it unknown) or the launch has failed. */
  async #noteBrowser(opening: Promise<void>): Promise<void> {
    let isSettled = false;
    const settle = () => {
      isSettled = true;
    };
    opening.then(settle, settle);
    while (!isSettled && !this.client.pupBrowser) await pause(20);
    const browser = this.client.pupBrowser;
    browser?.on('disconnected', () => this.#die('browser_crashed', 'the browser is gone'));
    const pid = browser?.process()?.pid;
    if (pid !== undefined) await this.#lease?.noteBrowser(pid);
  }

  #listen(): void {
    const on = <Args extends unknown[]>(name: string, act: (...args: Args) => void) => {
      this.client.on(name, (...args) => {
        if (!this.#isOver) act(...(args as Args));
      });
    };
    on('qr', (payload: string) => this.#events.onQr(payload));
    on('code', (payload: string) => this.#events.onCode(payload));
    on('authenticated', () => {
      this.#isSyncHeard = true;
      this.#linked();
    });
    on('loading_screen', (percent: number | string) => {
      this.#progressAt = Date.now();
      this.#linked();
      this.#events.onSync(Number(percent));
    });
    on('ready', () => {
      this.#isReady = true;
      this.#events.onReady();
    });
    on('message_create', (message: WebMessage) => this.#events.onMessage(message));
    on('message_ack', (message: WebMessage, ack: number) => this.#events.onAck(message, ack));
    on('message_edit', (message: WebMessage, text: unknown) => this.#events.onEdited(message, String(text)));
    on('message_revoke_everyone', (message: WebMessage) => this.#events.onRevoked(message));
    on('change_state', (state: string) => this.#connection(state));
    on('auth_failure', (detail: string) => this.#die('start_failed', detail));
    on('disconnected', (reason: string) => this.#disconnected(reason));
  }

  #linked(): void {
    if (this.#isLinked) return;
    this.#isLinked = true;
    this.#progressAt = Date.now();
    this.#events.onLinked();
  }

  /** The page loads itself again, as WhatsApp does after an update; the library attaches anew. */
  #reloaded(): void {
    if (this.#isOver) return;
    const wasReady = this.#isReady;
    this.#isReady = false;
    this.#isSyncHeard = false;
    this.#syncedLooks = 0;
    this.#progressAt = Date.now();
    if (wasReady) this.#events.onReloading();
    this.#watchSoon(lookMs.beforeReady);
  }

  #connection(state: string): void {
    if (state === 'CONNECTED') this.#events.onConnection(true);
    else if (['OPENING', 'TIMEOUT', 'CONFLICT'].includes(state)) this.#events.onConnection(false);
  }

  #disconnected(reason: string): void {
    if (reason === 'LOGOUT') this.#events.onUnlinked();
    else if (blockedStates.includes(reason)) this.#events.onBlocked(reason);
    else this.#die('connection_lost', reason);
  }

  #die(reason: StateReason, detail: string): void {
    if (this.#isOver) return;
    this.#end();
    this.#events.onDead(reason, detail);
  }

  #watchSoon(delayMs = this.#isReady ? lookMs.afterReady : lookMs.beforeReady): void {
    if (this.#watch) clearTimeout(this.#watch);
    if (this.#isOver) return;
    this.#watch = setTimeout(() => void this.#look().finally(() => this.#watchSoon()), delayMs);
  }

  /** What the library never tells: a page that hangs, a sync that it missed, QR codes that ran out, a reload that failed. */
  async #look(): Promise<void> {
    const health = await this.health(this.#timings.healthMs).catch((thrown: unknown) => toEngineError(thrown));
    if (this.#isOver) return;
    if (health instanceof EngineError && health.code === 'timeout') {
      this.#stuckLooks += 1;
      if (this.#stuckLooks >= stuckLooks) this.#die('page_stuck', health.message);
      return;
    }
    this.#stuckLooks = 0;
    if (health === null || health instanceof EngineError) return this.#countUnloaded();
    this.#unloadedSince = null;
    await this.#judge(health).catch((thrown: unknown) => this.#log.warn({ err: thrown }, 'the page did not take a nudge'));
  }

  async #judge({ socket, hasSynced }: PageHealth): Promise<void> {
    if (this.#isReady) return;
    if (socket === 'UNPAIRED_IDLE' && !this.#isLinked) return refreshQr(this.client, this.#timings.healthMs);
    if (['PAIRING', 'CONNECTED'].includes(socket)) this.#linked();
    if (hasSynced && !this.#isSyncHeard) {
      this.#syncedLooks += 1;
      if (this.#syncedLooks === unsaidSyncLooks) return announceSync(this.client, this.#timings.openMs);
    }
    if (this.#isLinked && Date.now() - this.#progressAt > this.#timings.stallMs)
      this.#die('page_not_loaded', 'WhatsApp Web stopped loading');
  }

  #countUnloaded(): void {
    this.#unloadedSince ??= Date.now();
    if (Date.now() - this.#unloadedSince > this.#timings.unloadedMs)
      this.#die('page_not_loaded', 'WhatsApp Web is not on the page any more');
  }
}

function closedEarly(): EngineError {
  return notSent('not_ready', 'the session was stopped while it started');
}
