import type { ChildProcess } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { inheritedEnv } from '../../app/config.ts';
import { startChild } from './child-process.ts';
import type { StackPlaces } from './stack-folders.ts';

const POLL_MS = 25;

/** Durable (append-only file, synced every second), small, reachable through its socket only. */
const argsOf = (places: StackPlaces): string[] => [
  ...['--port', '0', '--unixsocket', places.sockets.redis, '--unixsocketperm', '600'],
  ...['--dir', places.redis, '--appendonly', 'yes', '--appendfsync', 'everysec', '--save', ''],
  ...['--maxmemory', '64mb', '--maxmemory-policy', 'noeviction', '--databases', '1'],
  ...['--auto-aof-rewrite-min-size', '8mb', '--jemalloc-bg-thread', 'no', '--hz', '5', '--repl-backlog-size', '16kb'],
];

/** Starts a stack's Redis and waits until it has loaded its data. @throws Error in one sentence */
export async function startRedisProcess(program: string, places: StackPlaces, signal: AbortSignal): Promise<ChildProcess> {
  const child = await startChild({
    program,
    args: argsOf(places),
    cwd: places.redis,
    env: inheritedEnv(),
    logFile: places.logs.redis,
    pidFile: places.pids.redis,
    ipc: false,
  });
  while (!(await isRedisAnswering(places.sockets.redis))) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`Redis ended while starting (${child.signalCode ?? `exit code ${child.exitCode}`}).`);
    await delay(POLL_MS, undefined, { signal });
  }
  return child;
}

/** Whether Redis answers on this socket and isn't loading any more. */
export function isRedisAnswering(socketPath: string, timeoutMs = 1000): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath, () => socket.write('PING\r\n'));
    const end = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket.setTimeout(timeoutMs, () => end(false));
    socket.on('data', (data) => end(data.toString().startsWith('+PONG')));
    socket.on('error', () => end(false));
  });
}
