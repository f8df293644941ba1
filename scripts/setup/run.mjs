import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { UserFailure } from './failure.mjs';
import { modulesDir } from './paths.mjs';

const keptBytes = 400_000;

/** The PATH without the repository's own node_modules/.bin, so that `npm` and `node` are the machine's. */
export function machinePath(path = process.env.PATH ?? '') {
  const own = join(modulesDir, '.bin');
  return path
    .split(delimiter)
    .filter((folder) => folder && folder !== own && !folder.endsWith(join('node_modules', '.bin')))
    .join(delimiter);
}

/** The full path of a program, or null. */
export function which(name, path = machinePath()) {
  const candidates = path.split(delimiter).map((folder) => join(folder, name));
  return candidates.find(isExecutable) ?? null;
}

export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * Runs a program to its end and gives `{ code, output }` (the last 400 kB of both streams); code is null when a
 * signal ended it or it couldn't start. Ended with everything it started when it outlives `timeoutMs`.
 */
export function run(command, args, { cwd, env = process.env, timeoutMs } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-keptBytes);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const timer = timeoutMs ? setTimeout(() => child.kill('SIGKILL'), timeoutMs) : undefined;
    child.on('error', (error) => keep(error.message));
    child.on('close', (code) => {
      clearTimeout(timer);
      done({ code, output: stripVTControlCharacters(output) });
    });
  });
}

/** Runs a program that must succeed. @throws UserFailure with `sentence` and the end of its output */
export async function mustRun(sentence, command, args, options) {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new UserFailure(`${sentence}\n${lastLines(output, 15)}`);
  return output;
}

export function lastLines(text, count) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
