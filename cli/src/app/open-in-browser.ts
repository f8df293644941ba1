import { spawn } from 'node:child_process';

/** Opens an http address with the desktop's browser; where there is none, nothing happens: the address was printed too. */
export function openInBrowser(url: string, env: NodeJS.ProcessEnv): void {
  if (!/^https?:\/\//.test(url)) return;
  const isHeadless = process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY;
  if (isHeadless) return;
  const [command, args] = OPENERS[process.platform] ?? ['xdg-open', []];
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {}); // no opener installed
  child.unref();
}

const OPENERS: Partial<Record<NodeJS.Platform, [string, string[]]>> = {
  darwin: ['open', []],
  win32: ['rundll32', ['url.dll,FileProtocolHandler']],
};
