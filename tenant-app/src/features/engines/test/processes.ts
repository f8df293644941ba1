import { readdirSync, readFileSync } from 'node:fs';
import { identifyProcess } from '../whatsapp-web/process-identity.ts';

/** Living browser processes that use profiles in this folder; gives those that are on their way out a moment. */
export async function browserProcesses(sessionsDir: string): Promise<number[]> {
  for (let waitedMs = 0; ; waitedMs += 50) {
    const found = listBrowsers(sessionsDir);
    if (found.length === 0 || waitedMs >= 3_000) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The browsers' main processes now. */
export function listBrowsers(sessionsDir: string): number[] {
  return listProcesses((args) => args.includes(`--user-data-dir=${sessionsDir}`) && !args.includes('--type='));
}

/** The processes that draw pages, of the browser with this process id. */
export function listRenderers(browserPid: number): number[] {
  return listProcesses((args, pid) => args.includes('--type=renderer') && ancestors(pid).includes(browserPid));
}

function listProcesses(fits: (args: string, pid: number) => boolean): number[] {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return pids.filter((pid) => {
    const args = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
    return args !== '' && identifyProcess(pid) !== null && fits(args, pid);
  });
}

function ancestors(pid: number): number[] {
  const stat = read(`/proc/${pid}/stat`);
  const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
  return parent > 1 ? [parent, ...ancestors(parent)] : [];
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // the process has ended meanwhile
  }
}
