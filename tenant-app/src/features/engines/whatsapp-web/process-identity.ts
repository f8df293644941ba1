import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process for sure: a number alone may belong to a stranger by now. */
export interface ProcessIdentity {
  pid: number;
  startedAt: string;
}

/** @returns null when there is no such process. */
export function identifyProcess(pid: number): ProcessIdentity | null {
  const startedAt = process.platform === 'linux' ? linuxStartTime(pid) : portableStartTime(pid);
  return startedAt === null ? null : { pid, startedAt };
}

export function isRunning({ pid, startedAt }: ProcessIdentity): boolean {
  return identifyProcess(pid)?.startedAt === startedAt;
}

/** Field 22 of /proc/PID/stat, in clock ticks since boot; zombies count as gone. @see proc_pid_stat(5) */
function linuxStartTime(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null; // the file is gone with its process
  }
}

function portableStartTime(pid: number): string | null {
  try {
    return (
      execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null
    );
  } catch {
    return null; // ps ends with 1 when there is no such process
  }
}
