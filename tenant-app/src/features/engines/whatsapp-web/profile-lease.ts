import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { pause } from './deadline.ts';
import { identifyProcess, isRunning, type ProcessIdentity } from './process-identity.ts';

/** The right to run a browser on one profile: headless-shell itself would let two in. */
export interface ProfileLease {
  /** Whoever finds this lease left behind knows by it which browser to end. */
  noteBrowser(pid: number): Promise<void>;
  release(): Promise<void>;
}

interface LeaseRecord {
  id: string;
  host: string;
  owner: ProcessIdentity;
  browser: ProcessIdentity | null;
}

const beatMs = 10_000;
const foreignStaleMs = 45_000;
const browserEndMs = 3_000;
const singletons = ['SingletonLock', 'SingletonCookie', 'SingletonSocket'];

/**
 * Takes a profile folder for this process. A lease whose owner is dead is taken over, after its browser has ended.
 * @returns null while somebody living holds it.
 */
export async function takeProfile(profileDir: string): Promise<ProfileLease | null> {
  const path = `${profileDir}.lease`;
  await mkdir(dirname(path), { recursive: true });
  const owner = identifyProcess(process.pid);
  if (!owner) throw new Error('this process cannot be identified');
  const record: LeaseRecord = { id: randomUUID(), host: hostname(), owner, browser: null };
  if (!(await create(path, record)) && !((await removeStale(path)) && (await create(path, record)))) return null;
  // Chromium refuses a profile that another host's crash left locked; the lock is a dangling symbolic link.
  for (const name of singletons) await rm(join(profileDir, name), { force: true });
  return keep(path, record);
}

function keep(path: string, record: LeaseRecord): ProfileLease {
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined); // a missed beat only matters when many are missed
  }, beatMs);
  beat.unref();
  return {
    async noteBrowser(pid) {
      record.browser = identifyProcess(pid);
      await writeFile(path, JSON.stringify(record));
    },
    async release() {
      clearInterval(beat);
      if ((await read(path))?.id === record.id) await rm(path, { force: true });
    },
  };
}

async function create(path: string, record: LeaseRecord): Promise<boolean> {
  try {
    await writeFile(path, JSON.stringify(record), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  return (await read(path))?.id === record.id;
}

async function removeStale(path: string): Promise<boolean> {
  const found = await read(path);
  const isSameHost = found?.host === hostname();
  if (found && isSameHost && isRunning(found.owner)) return false;
  if (!isSameHost && (await ageMs(path)) < foreignStaleMs) return false;
  if (found?.browser && isSameHost) await endBrowser(found.browser);
  const grave = `${path}.${randomUUID()}`;
  try {
    await rename(path, grave);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true;
    throw error;
  }
  await rm(grave, { force: true });
  return true;
}

/** The dead owner's browser goes when it sees its pipe closed; one that doesn't is killed. */
async function endBrowser(browser: ProcessIdentity): Promise<void> {
  for (let waitedMs = 0; isRunning(browser); waitedMs += 50) {
    if (waitedMs >= browserEndMs) process.kill(browser.pid, 'SIGKILL');
    await pause(50);
  }
}

async function read(path: string): Promise<LeaseRecord | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as LeaseRecord;
  } catch {
    return null; // gone, or cut short by a crash: nobody's
  }
}

async function ageMs(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => Number.POSITIVE_INFINITY,
  );
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
}
