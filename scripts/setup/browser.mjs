import { spawn } from 'node:child_process';
import { which } from './run.mjs';

/** Whether somebody sits in front of this machine with a browser that we may open. */
export function canOpenBrowser({
  env = process.env,
  platform = process.platform,
  uid = process.getuid?.(),
  tty = process.stdout.isTTY,
} = {}) {
  if (!tty || env.CI) return false;
  if (platform === 'darwin') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY) && uid !== 0;
}

/** Opens an address in the person's browser; a machine without an opener is left alone. */
export function openBrowser(url) {
  const opener = process.platform === 'darwin' ? 'open' : which('xdg-open');
  if (!opener) return;
  const child = spawn(opener, [url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined); // the table shows the address anyway
  child.unref();
}
