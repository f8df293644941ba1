import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const BINARY = fileURLToPath(new URL('../../bin/chat-cli.mjs', import.meta.url));

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}
export interface RunOptions {
  env?: Record<string, string>;
  stdin?: string;
  /** Types `text` once `after` was printed, as a person would. */
  answer?: { after: string; text: string };
  cwd?: string;
  /** Told of everything printed so far; may end the child. */
  onOutput?: (soFar: Ran, kill: (signal: NodeJS.Signals) => void) => void;
}

/** A home of its own with the real binary: nothing of the machine's user is read or written. */
export function cliHome() {
  const home = mkdtempSync(join(tmpdir(), 'chat-cli-'));
  const base = {
    PATH: process.env.PATH ?? '',
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_CACHE_HOME: join(tmpdir(), 'chat-cli-test-cache'),
    TERM: 'xterm-256color',
  };
  const start = (command: string, args: string[], { env = {}, stdin = '', cwd = home, answer, onOutput }: RunOptions = {}) =>
    new Promise<Ran>((resolve, reject) => {
      const child = spawn(command, args, { env: { ...base, ...env }, cwd });
      let isAnswered = false;
      const ran: Ran = { code: null, stdout: '', stderr: '' };
      const collect = (stream: 'stdout' | 'stderr') => (chunk: Buffer) => {
        ran[stream] += chunk;
        if (answer && !isAnswered && ran[stream].includes(answer.after)) {
          isAnswered = true;
          child.stdin.end(answer.text);
        }
        onOutput?.(ran, (signal) => child.kill(signal));
      };
      child.stdout.on('data', collect('stdout'));
      child.stderr.on('data', collect('stderr'));
      child.on('error', reject);
      child.on('close', (code) => resolve({ ...ran, code }));
      child.stdin.on('error', () => {}); // it may end before it reads
      if (answer) child.stdin.write(stdin);
      else child.stdin.end(stdin);
    });
  return {
    home,
    /** Any other program in this home. */
    start,
    configPath: join(home, 'config', 'chat-cli', 'config.json'),
    run: (args: string[], options?: RunOptions) => start(process.execPath, [BINARY, ...args], options),
    /** In a real terminal of 100 columns (util-linux `script`): standard output and error come together. */
    runInTerminal: (args: string[], options?: RunOptions) => {
      const line = `stty cols 100 rows 40; exec ${[process.execPath, BINARY, ...args].map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ')}`;
      return start('script', ['-qefc', line, '/dev/null'], options);
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
export type CliHome = ReturnType<typeof cliHome>;
