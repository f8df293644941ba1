import { linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { explainFileError } from './failure.mjs';
import { cacheDir } from './paths.mjs';
import { livingPid, startTimeOf } from './processes.mjs';

/** Does `work` while no other set-up in this folder does the same; a lock whose owner died is taken over. */
export async function withLock(name, work, folder = join(cacheDir, 'locks')) {
  const file = join(folder, `${name}.lock`);
  const startedAt = await startTimeOf(process.pid);
  while (!take(file, folder, startedAt)) {
    if ((await livingPid(file)) === null) rmSync(file, { force: true });
    else await delay(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Linking a finished file is atomic: nobody sees a lock without its owner. */
function take(file, folder, startedAt) {
  const own = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(own, JSON.stringify({ pid: process.pid, startedAt }));
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw explainFileError(error, file);
  } finally {
    rmSync(own, { force: true });
  }
}
