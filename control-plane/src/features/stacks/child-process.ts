import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, closeSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { inheritedEnv } from '../../app/config.ts';
import { openLog } from './log-file.ts';
import { writePidFile } from './process-identity.ts';

export interface ChildOptions {
  program: string;
  args: string[];
  cwd: string;
  env: Record<string, string>;
  logFile: string;
  pidFile: string;
  /** A channel whose end tells a Node child that we are gone. */
  ipc: boolean;
}

/**
 * Starts a child in a process group of its own (Ctrl-C in a terminal reaches only us). On Linux the kernel sends it SIGTERM
 * when we die, whatever killed us. @throws Error in one sentence when the program can't be started
 */
export async function startChild({ program, args, cwd, env, logFile, pidFile, ipc }: ChildOptions): Promise<ChildProcess> {
  const tie = process.platform === 'linux' ? findProgram('setpriv') : null;
  const [command, commandArgs] = tie ? [tie, ['--pdeathsig', 'TERM', program, ...args]] : [program, args];
  const log = openLog(logFile);
  try {
    const child = spawn(command, commandArgs, {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', log, log, ...(ipc ? (['ipc'] as const) : [])],
    });
    if (child.pid) writePidFile(pidFile, child.pid);
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', (error) => reject(new Error(`${program} could not be started: ${error.message}.`, { cause: error })));
    });
    return child;
  } finally {
    closeSync(log);
  }
}

/** The full path of a program, looked for on PATH where it is a bare name; null when it can't be run. */
export function findProgram(name: string, path = pathOf()): string | null {
  const candidates = name.includes('/') ? [name] : path.split(delimiter).map((folder) => join(folder, name));
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const pathOf = () => inheritedEnv().PATH ?? '/usr/local/bin:/usr/bin:/bin';
