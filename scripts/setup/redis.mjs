import { aptInstall, canUseApt } from './apt.mjs';
import { UserFailure } from './failure.mjs';
import { isExecutable, lastLines, which } from './run.mjs';

const names = ['redis-server', 'valkey-server'];
const folders = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin', '/usr/sbin'].join(':');

/** Finds redis-server (or Valkey), or installs it where this process may. Gives its path. */
export async function ensureRedis(doing) {
  const configured = process.env.REDIS_SERVER;
  if (configured) {
    if (!isExecutable(configured)) throw new UserFailure(`REDIS_SERVER names ${configured}, which isn't a program.`);
    return { value: configured, detail: configured };
  }
  const found = find();
  if (found) return { value: found, detail: found };
  if (!canUseApt()) throw new UserFailure(`Redis is missing. Install it with: ${command()}`);
  doing('installing redis-server (apt)');
  const { output } = await aptInstall(['redis-server']);
  const installed = find();
  if (!installed) throw new UserFailure(`Redis could not be installed with apt.\n${lastLines(output, 10)}`);
  return { value: installed, detail: `${installed} installed` };
}

function find() {
  for (const name of names) {
    const file = which(name) ?? which(name, folders);
    if (file) return file;
  }
  return null;
}

function command() {
  return process.platform === 'darwin' ? 'brew install redis' : 'sudo apt install redis-server (or your distribution’s redis package)';
}
