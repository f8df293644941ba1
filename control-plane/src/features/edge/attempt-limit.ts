const WINDOW_MS = 60_000;
const MOST_CALLERS = 10_000;

export interface AttemptLimit {
  /** Counts one attempt; false: this caller has had enough for now. */
  allows(caller: string): boolean;
}

/** At most `perMinute` attempts per caller, in this process. */
export function createAttemptLimit(perMinute: number, now: () => number = Date.now): AttemptLimit {
  let windowStart = now();
  let counts = new Map<string, number>();
  return {
    allows(caller) {
      if (now() - windowStart >= WINDOW_MS || counts.size > MOST_CALLERS) {
        windowStart = now();
        counts = new Map();
      }
      const count = (counts.get(caller) ?? 0) + 1;
      counts.set(caller, count);
      return count <= perMinute;
    },
  };
}
