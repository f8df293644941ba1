import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Unix socket paths end at 104 bytes on macOS and 108 on Linux; ours are 25 bytes below this folder. */
const LONGEST_RUN_FOLDER = 78;

/** Where sockets and pid files go: inside the data, or a short folder of our own where a socket's path would get too long. */
export function runFolderOf(dataDir: string): string {
  const inside = join(dataDir, 'run');
  if (Buffer.byteLength(inside) <= LONGEST_RUN_FOLDER) return inside;
  return join('/tmp', `chat-saas-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`);
}

/** Makes the folder for us alone. @throws Error when a stranger has made it before */
export function makeRunFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  const isOurs = process.getuid === undefined || found.uid === process.getuid();
  if (!isOurs || !found.isDirectory()) throw new Error(`${folder} belongs to somebody else. Remove it and start again.`);
  chmodSync(folder, 0o700);
}

/** Every place of one stack on this machine. */
export function stackPlaces(dataDir: string, runDir: string, tenantId: string) {
  const home = join(dataDir, 'tenants', tenantId);
  return {
    home,
    app: join(home, 'app'),
    redis: join(home, 'redis'),
    secrets: join(home, 'secrets'),
    logs: { app: join(home, 'logs', 'app.log'), redis: join(home, 'logs', 'redis.log') },
    sockets: { app: join(runDir, `${tenantId}.sock`), redis: join(runDir, `${tenantId}.redis.sock`) },
    pids: { app: join(runDir, `${tenantId}.app.pid`), redis: join(runDir, `${tenantId}.redis.pid`) },
  };
}
export type StackPlaces = ReturnType<typeof stackPlaces>;
