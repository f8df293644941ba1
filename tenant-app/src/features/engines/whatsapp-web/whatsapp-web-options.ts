export interface ChromiumOptions {
  executablePath: string;
  /** After the engine's own flags. */
  args: readonly string[];
}

/** Deadlines and pauses of a session, in milliseconds. */
export interface EngineTimings {
  /** From launch to a page that the library has attached to. */
  openMs: number;
  closeMs: number;
  /** One look at the page. */
  healthMs: number;
  /** How long WhatsApp may be away from the page, as when it reloads itself. */
  unloadedMs: number;
  /** How long a linked page may load without a sign of progress. */
  stallMs: number;
  /** One ordinary question to the page. */
  callMs: number;
  sendMs: number;
  sendMediaMs: number;
  catchUpMs: number;
  /** The first restart comes after about this long; each further one after twice as long, up to `backoffMaxMs`. */
  backoffMs: number;
  backoffMaxMs: number;
  /** How often a child process is asked whether it lives. */
  pingMs: number;
  /** A browser that nobody links is not kept longer than this. */
  linkTimeoutMs: number;
}

export const defaultTimings: EngineTimings = {
  openMs: 90_000,
  closeMs: 5_000,
  healthMs: 10_000,
  unloadedMs: 60_000,
  stallMs: 180_000,
  callMs: 15_000,
  sendMs: 30_000,
  sendMediaMs: 120_000,
  catchUpMs: 120_000,
  backoffMs: 1_000,
  backoffMaxMs: 300_000,
  pingMs: 15_000,
  linkTimeoutMs: 1_800_000,
};

export interface WhatsAppWebOptions {
  sessionsDir: string;
  chromium: ChromiumOptions;
  timings: EngineTimings;
}

/** The pause before the n-th restart in a row (from 0): doubled each time, with a quarter of chance so that not all come at once. */
export function backoffDelayMs(attempt: number, { backoffMs, backoffMaxMs }: EngineTimings, random: number = Math.random()): number {
  return Math.round(Math.min(backoffMs * 2 ** attempt, backoffMaxMs) * (0.75 + random / 2));
}
