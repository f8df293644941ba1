import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall, canUseApt } from './apt.mjs';
import { UserFailure } from './failure.mjs';
import { cacheDir, root } from './paths.mjs';
import { mustRun, which } from './run.mjs';

const dir = join(cacheDir, 'documentdb');

/** The folder of the DocumentDB engine made earlier, or null where there is none or this user may not run it. */
export function cachedDocumentdb() {
  const complete = existsSync(join(dir, 'rootfs', '.complete')) && existsSync(join(dir, 'bin', 'ferretdb'));
  return complete && mayRun() ? dir : null;
}

function mayRun() {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/** Makes the DocumentDB engine from Debian testing and Go's module proxy. @throws UserFailure with the command that helps */
export async function makeDocumentdb(doing) {
  if (!mayRun()) throw new UserFailure(`A MongoDB-compatible database is missing. ${advice()}`);
  if (!which('mmdebstrap')) {
    if (!canUseApt()) throw new UserFailure(`A MongoDB-compatible database is missing. ${advice()}`);
    await aptInstall(['mmdebstrap', 'debian-archive-keyring']);
  }
  doing('making the database engine (DocumentDB, about a minute)');
  const script = join(root, 'scripts', 'database', 'make-engine.sh');
  await mustRun(`The database engine could not be made. ${advice()}`, 'bash', [script, dir]);
  return dir;
}

/** What a person can do where we may not install: one command. */
function advice() {
  const install =
    process.platform === 'darwin'
      ? 'brew tap mongodb/brew && brew install mongodb-community'
      : 'docker run -d --name chat-mongo -p 127.0.0.1:27017:27017 mongo:8 && export MONGODB_URI=mongodb://127.0.0.1:27017';
  return `Install one, then start again: ${install}`;
}
