import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserFailure } from './failure.mjs';
import { modulesDir, root } from './paths.mjs';
import { machinePath, mustRun, which } from './run.mjs';
import { hashFiles, readStamp, writeStamp } from './stamp.mjs';

const stampFile = join(modulesDir, '.stamp');
const lockFile = join(root, 'package-lock.json');

/** Installs the packages that the lockfile names, unless they are there already. */
export async function ensurePackages(doing) {
  const wanted = hashFiles([lockFile], root);
  if (readStamp(stampFile) === wanted) return { detail: 'up to date' };
  if (isInstalled(readLock(lockFile), readLock(join(modulesDir, '.package-lock.json')))) {
    writeStamp(stampFile, wanted);
    return { detail: 'up to date' };
  }
  if (!which('npm')) throw new UserFailure('npm is missing: install Node.js with npm (on Debian: apt install nodejs npm).');
  doing('installing packages (npm ci)');
  const env = { ...process.env, PATH: machinePath() };
  await mustRun('The packages could not be installed.', 'npm', ['ci', '--no-progress', '--loglevel=error'], { cwd: root, env });
  writeStamp(stampFile, wanted);
  return { detail: 'installed' };
}

function readLock(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/**
 * Whether what npm noted in node_modules covers the lockfile: every package that isn't optional, in the same version.
 * @param installed null when nothing was ever installed
 */
export function isInstalled(lock, installed) {
  if (!installed) return false;
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (!path.includes('node_modules/') || wanted.optional || wanted.devOptional || wanted.peer) return true;
    const present = installed.packages[path];
    return wanted.link ? present?.link === true : present?.version === wanted.version;
  });
}
