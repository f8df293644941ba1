import { existsSync, readdirSync, readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from './child-process.ts';
import { endByPidFile } from './process-identity.ts';

const NEEDED_BYTES = 200 * 1024 * 1024;

/** Ends what a killed control plane left running: the pid files say which processes those are. */
export async function endLeftovers(runDir: string, graceMs: Record<'app' | 'redis', number>): Promise<void> {
  const files = readdirSync(runDir).filter((name) => /^[a-z][0-9a-z]{11}\.(app|redis)\.pid$/.test(name));
  for (const part of ['app', 'redis'] as const)
    await Promise.all(files.filter((name) => name.endsWith(`${part}.pid`)).map((name) => endByPidFile(join(runDir, name), graceMs[part])));
}

/** Whether stacks can run on this machine. @throws Error in one sentence */
export function checkHost({ redisServer, main, dataDir }: { redisServer: string; main: string; dataDir: string }): void {
  if (!findProgram(redisServer)) throw new Error(`Redis was not found (${redisServer}). Install redis-server or set REDIS_SERVER.`);
  if (!existsSync(main)) throw new Error(`The tenant’s app was not found (${main}).`);
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize < NEEDED_BYTES)
    throw new Error(`The disk has only ${Math.floor((bavail * bsize) / 1024 / 1024)} MB left; 200 MB are needed.`);
}

/** Proportional set size: shared pages are counted once over all who share them. Linux only. */
export function memoryOf(pid: number | undefined): number | null {
  const file = `/proc/${pid}/smaps_rollup`;
  if (!pid || !existsSync(file)) return null;
  const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readFileSync(file, 'utf8'))?.[1];
  return kilobytes ? Number(kilobytes) * 1024 : null;
}

/** Never resolves. */
export const rejectedBy = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.throwIfAborted();
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
