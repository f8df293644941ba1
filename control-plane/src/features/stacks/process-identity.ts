import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** A pid alone may be a stranger's by now: together with its start time it names one process for ever. */
export interface ProcessIdentity {
  pid: number;
  startedAt: string;
}

const POLL_MS = 25;

/** Null when no such process runs (a zombie doesn't). Linux tells clock ticks since boot, elsewhere `ps` tells a date. */
export function startTimeOf(pid: number): string | null {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
    } catch (error) {
      if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
      throw error;
    }
  }
  try {
    return (
      execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null
    );
  } catch {
    return null; // ps exits 1 when there is no such process
  }
}

/** Notes a process, so that a later start can end it for sure. */
export function writePidFile(file: string, pid: number): void {
  const startedAt = startTimeOf(pid);
  if (startedAt !== null) writeFileSync(file, JSON.stringify({ pid, startedAt } satisfies ProcessIdentity), { mode: 0o600 });
}

/** The process of a pid file if that very process still runs. */
export function livingProcess(file: string): ProcessIdentity | null {
  if (!existsSync(file)) return null;
  const noted = parseIdentity(readFileSync(file, 'utf8'));
  return noted && startTimeOf(noted.pid) === noted.startedAt ? noted : null;
}

/** Ends a process, gently first; resolves when it is gone. Never touches another process that got its pid. */
export async function endProcess(identity: ProcessIdentity, graceMs: number): Promise<void> {
  if (await isGoneAfter(identity, 'SIGTERM', graceMs)) return;
  if (await isGoneAfter(identity, 'SIGKILL', 5000)) return;
  throw new Error(`Process ${identity.pid} does not end.`);
}

/** Ends what a pid file names and removes the file. True: there was such a process. */
export async function endByPidFile(file: string, graceMs: number): Promise<boolean> {
  const living = livingProcess(file);
  if (living) await endProcess(living, graceMs);
  rmSync(file, { force: true });
  return living !== null;
}

async function isGoneAfter({ pid, startedAt }: ProcessIdentity, signal: NodeJS.Signals, waitMs: number): Promise<boolean> {
  if (startTimeOf(pid) !== startedAt) return true;
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return true;
    throw error;
  }
  for (const deadline = Date.now() + waitMs; Date.now() < deadline; ) {
    if (startTimeOf(pid) !== startedAt) return true;
    await delay(POLL_MS);
  }
  return startTimeOf(pid) !== startedAt;
}

function parseIdentity(text: string): ProcessIdentity | null {
  try {
    const { pid, startedAt } = JSON.parse(text) as Partial<ProcessIdentity>;
    return typeof pid === 'number' && typeof startedAt === 'string' ? { pid, startedAt } : null;
  } catch {
    return null; // cut off by a crash while it was written
  }
}
