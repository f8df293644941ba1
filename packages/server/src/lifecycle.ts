import type { Logger } from 'pino';

const GRACE_MS = 10_000;

/**
 * Ends the process in order on SIGTERM, SIGINT, or when the parent that forked it is gone (IPC `disconnect`),
 * and hard after 10 s. `stop` runs once.
 */
export function onShutdown(log: Logger, stop: () => Promise<void>): void {
  let isStopping = false;
  const end = (reason: string) => {
    if (isStopping) return;
    isStopping = true;
    log.info({ reason }, 'stopping');
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    stop().then(
      () => process.exit(0),
      (error) => {
        log.error({ err: error }, 'could not stop in order');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', () => end('SIGTERM'));
  process.once('SIGINT', () => end('SIGINT'));
  if (process.connected) process.once('disconnect', () => end('parent is gone'));
}

/** Runs a program's main function; a failure is one sentence on standard error, the parent is told, exit code 1. */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${message}\n`);
    if (process.send) await new Promise((resolve) => process.send?.({ type: 'fatal', message }, undefined, undefined, resolve));
    process.exit(1);
  }
}
