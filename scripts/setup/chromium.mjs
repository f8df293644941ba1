import { aptInstall, canUseApt, distribution } from './apt.mjs';
import { UserFailure } from './failure.mjs';
import { isExecutable, which } from './run.mjs';

const packages = ['chromium', 'chromium-headless-shell', 'fonts-noto-color-emoji', 'fonts-liberation'];
// the programs themselves: those of the same name in /usr/bin are shell wrappers
const files = [
  '/usr/lib/chromium/chromium-headless-shell',
  '/usr/lib/chromium/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Finds Chromium, or installs Debian's as root. Gives its path, or null: only real WhatsApp sessions need it. */
export async function ensureChromium(doing) {
  const configured = process.env.CHROMIUM;
  if (configured) {
    if (!isExecutable(configured)) throw new UserFailure(`CHROMIUM names ${configured}, which isn't a program.`);
    return { value: configured, detail: configured };
  }
  const found = find();
  if (found) return { value: found, detail: found };
  if (canUseApt() && distribution()[0] === 'debian') {
    doing('installing Chromium (apt)');
    await aptInstall(packages);
    const installed = find();
    if (installed) return { value: installed, detail: `${installed} installed` };
  }
  return { value: null, detail: `missing: the simulator works, real WhatsApp numbers don't. Install it with: ${command()}` };
}

function find() {
  const file = files.find(isExecutable);
  if (file) return file;
  for (const command of commands) {
    const path = which(command);
    if (path) return path;
  }
  return null;
}

function command() {
  return process.platform === 'darwin' ? 'brew install --cask google-chrome' : `sudo apt install ${packages.join(' ')}`;
}
