import type { Logger } from 'pino';

/** Work of the process itself, beside requests. What fails is logged, and hurts nothing else. */
export interface Background {
  /** Begins now, once. */
  run(name: string, work: () => Promise<unknown>): void;
  /** Begins now and again after each pause; never twice at a time. */
  every(name: string, pauseMs: number, work: () => Promise<unknown>): void;
  /** Begins nothing more; resolves when what runs has ended. */
  stop(): Promise<void>;
}

export function createBackground(log: Logger): Background {
  const running = new Set<Promise<void>>();
  const timers = new Set<NodeJS.Timeout>();
  let isStopped = false;

  const run = (name: string, work: () => Promise<unknown>): Promise<void> => {
    const done = Promise.resolve()
      .then(work)
      .then(
        () => undefined,
        (error: unknown) => log.error({ err: error, work: name }, 'work in the background failed'),
      )
      .finally(() => running.delete(done));
    running.add(done);
    return done;
  };
  const every = (name: string, pauseMs: number, work: () => Promise<unknown>): void => {
    if (isStopped) return;
    void run(name, work).then(() => {
      if (isStopped) return;
      const timer = setTimeout(() => {
        timers.delete(timer);
        every(name, pauseMs, work);
      }, pauseMs);
      timers.add(timer.unref());
    });
  };
  return {
    run: (name, work) => void run(name, work),
    every,
    async stop() {
      isStopped = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(running);
    },
  };
}
