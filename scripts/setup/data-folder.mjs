import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainFileError, UserFailure } from './failure.mjs';
import { endByPidFile, livingPid, pidFileIn, writePidFile } from './processes.mjs';

const markerName = '.chat-saas';
const longestSocketFolder = 80;
const neededBytes = 500 * 1024 * 1024;

/**
 * Opens the data folder for one launcher: ends what a killed one left running, and takes the lock.
 * Gives `{ dir, runDir, madeWith, empty, close }`; `madeWith` is the database engine's kind, null when new.
 */
export async function openDataFolder(dir) {
  const runDir = runFolderOf(dir);
  refuseStrangers(dir);
  await expectUnused(runDir, dir);
  await endByPidFile(pidFileIn(runDir, 'control-plane'));
  try {
    mkdirSync(dir, { recursive: true });
    mkdirSync(runDir, { recursive: true });
    chmodSync(runDir, 0o700);
    if (!existsSync(join(dir, markerName))) writeMarker(dir, {});
    writeFileSync(join(dir, '.writable'), Buffer.alloc(4096, 1));
    rmSync(join(dir, '.writable'));
    await writePidFile(pidFileIn(runDir, 'launcher'), process.pid);
  } catch (error) {
    throw explainFileError(error, dir);
  }
  const data = {
    dir,
    runDir,
    madeWith: readMarker(dir).engine ?? null,
    close: () => rmSync(pidFileIn(runDir, 'launcher'), { force: true }),
  };
  data.empty = async () => {
    await empty(dir, runDir);
    data.madeWith = null;
  };
  return data;
}

async function empty(dir, runDir) {
  await endByPidFile(pidFileIn(runDir, 'engine'));
  try {
    for (const name of readFolder(dir))
      if (name !== 'run' && name !== markerName) rmSync(join(dir, name), { recursive: true, force: true });
    writeMarker(dir, {});
  } catch (error) {
    throw explainFileError(error, dir);
  }
}

/** Notes which kind of engine wrote these data: another kind couldn't read them. */
export function rememberEngine(dir, kind) {
  if (kind !== 'external') writeMarker(dir, { ...readMarker(dir), engine: kind });
}

/** Where sockets and pid files go: inside the data, or a short folder where a socket's path would get too long. */
export function runFolderOf(dir) {
  const inside = join(dir, 'run');
  if (Buffer.byteLength(inside) <= longestSocketFolder) return inside;
  return join('/tmp', `chat-saas-${createHash('sha256').update(dir).digest('hex').slice(0, 16)}`);
}

function readFolder(dir) {
  try {
    return readdirSync(dir);
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw explainFileError(error, dir);
  }
}

function refuseStrangers(dir) {
  const names = readFolder(dir);
  if (names.length === 0 || names.includes(markerName)) return;
  throw new UserFailure(
    `${dir} isn't empty and wasn't made by this program, so nothing in it is touched: name another folder with --data.`,
  );
}

async function expectUnused(runDir, dir) {
  const pid = await livingPid(pidFileIn(runDir, 'launcher'));
  if (pid !== null && pid !== process.pid)
    throw new UserFailure(
      `${dir} is in use by a start that is still running (process ${pid}): stop it first, or name another folder with --data.`,
    );
}

/** @throws UserFailure when less than 500 MB are free */
export function expectRoom(dir) {
  const { bavail, bsize } = statfsSync(dir);
  const free = bavail * bsize;
  if (free < neededBytes)
    throw new UserFailure(
      `The disk that holds ${dir} has only ${Math.floor(free / 1024 / 1024)} MB left, and 500 MB are needed: make room and start again.`,
    );
}

function readMarker(dir) {
  const file = join(dir, markerName);
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {}; // cut off by a full disk: nothing but the engine's kind is in it
  }
}

function writeMarker(dir, content) {
  writeFileSync(join(dir, markerName), `${JSON.stringify(content)}\n`);
}
