import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { run, which } from './run.mjs';

const maxLogBytes = 10 * 1024 * 1024;

/** When a process began, as the system tells it; null when it isn't there. Tells a process from a stranger with its old pid. */
export async function startTimeOf(pid) {
  if (process.platform === 'linux') {
    const file = `/proc/${pid}/stat`;
    if (!existsSync(file)) return null;
    const fields = readFileSync(file, 'utf8').split(') ').at(-1).split(' ');
    return fields[0] === 'Z' ? null : fields[19];
  }
  const { code, output } = await run('ps', ['-o', 'lstart=', '-p', String(pid)]);
  return code === 0 ? output.trim() : null;
}

export async function writePidFile(file, pid) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ pid, startedAt: await startTimeOf(pid) }));
}

/** The pid of a pid file whose process still lives; null when there is none. */
export async function livingPid(file) {
  if (!existsSync(file)) return null;
  let noted;
  try {
    noted = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null; // cut off by a crash while it was written
  }
  return noted.startedAt && (await startTimeOf(noted.pid)) === noted.startedAt ? noted.pid : null;
}

/** Ends the process of a pid file if it still lives, gently first. Removes the file. */
export async function endByPidFile(file, graceMs = 10_000) {
  const pid = await livingPid(file);
  if (pid !== null) await endPid(pid, () => livingPid(file), graceMs);
  rmSync(file, { force: true });
  return pid !== null;
}

async function endPid(pid, stillLives, graceMs) {
  for (const [signal, patienceMs] of [
    ['SIGTERM', graceMs],
    ['SIGKILL', 2_000],
  ]) {
    signalPid(pid, signal);
    const deadline = Date.now() + patienceMs;
    while (Date.now() < deadline) {
      if ((await stillLives()) === null) return;
      await delay(50);
    }
  }
}

function signalPid(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/**
 * Starts a long-running child in a process group of its own (Ctrl-C reaches only us) whose output goes to a log file.
 * On Linux it gets SIGTERM when we die; it is noted in `pidFile`. With `wholeGroup` its own children are stopped with it.
 * @returns `{ child, exited, stop }`; `exited` resolves to `{ code, signal }`, `stop(graceMs)` may run twice
 */
export async function startChild(command, args, { cwd, env, logFile, pidFile, ipc = false, echo = false, wholeGroup = false }) {
  const tied = process.platform === 'linux' && which('setpriv');
  const [program, programArgs] = tied ? [tied, ['--pdeathsig', 'TERM', command, ...args]] : [command, args];
  const log = echo ? 'inherit' : openLog(logFile);
  const stdio = ['ignore', log, log, ...(ipc ? ['ipc'] : [])];
  const child = spawn(program, programArgs, { cwd, env, stdio, detached: true });
  const exited = endOf(child);
  if (typeof log === 'number') closeSync(log);
  if (child.pid && pidFile) await writePidFile(pidFile, child.pid);

  return { child, exited, stop: stopperOf(child, exited, { pidFile, wholeGroup }) };
}

/** Starts a child whose standard output is read line by line; its standard error is ours. Gives `{ exited, stop }`. */
export function startPiped(command, args, { cwd, env }, onLine) {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  createInterface({ input: child.stdout }).on('line', onLine);
  const closed = new Promise((done) => {
    child.once('error', () => done({ code: null, signal: null }));
    child.once('close', (code, signal) => done({ code, signal }));
  });
  return { exited: closed, stop: stopperOf(child, closed, { wholeGroup: true }) };
}

function endOf(child) {
  return new Promise((done) => {
    child.once('error', (error) => done({ code: null, signal: null, error }));
    child.once('exit', (code, signal) => done({ code, signal }));
  });
}

/** Ends a child gently, then by force; may run twice. */
function stopperOf(child, exited, { pidFile, wholeGroup = false } = {}) {
  const target = wholeGroup ? -child.pid : child.pid;
  return async (graceMs = 10_000) => {
    if (child.exitCode === null && child.signalCode === null && child.pid) {
      signalPid(target, 'SIGTERM');
      const ended = await Promise.race([exited.then(() => true), delay(graceMs, false, { ref: false })]);
      if (!ended) signalPid(target, 'SIGKILL');
      await exited;
    }
    if (wholeGroup && child.pid) signalPid(target, 'SIGKILL');
    if (pidFile) rmSync(pidFile, { force: true });
  };
}

function openLog(file) {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file) && statSync(file).size > maxLogBytes) renameSync(file, `${file}.1`);
  return openSync(file, 'a');
}

/** The end of a log file, for showing why a child stopped. */
export function tailOf(logFile, lines = 12) {
  return existsSync(logFile) ? readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n') : '';
}

export const pidFileIn = (runDir, name) => join(runDir, `${name}.pid`);
