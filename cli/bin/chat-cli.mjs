#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = [22, 18];
const here = dirname(fileURLToPath(import.meta.url));
const isEnough = (version) => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
};

if (isEnough(process.versions.node)) {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'chat-cli', 'compiled');
  module.enableCompileCache?.(cache);
  // Node strips types everywhere but below node_modules, where the package carries built files.
  const built = join(here, '../dist/main.js');
  const isInstalled = here.split(/[\\/]/).includes('node_modules');
  const { main } = await (isInstalled && existsSync(built) ? import('../dist/main.js') : import('../src/main.ts'));
  process.exitCode = await main(process.argv.slice(2));
} else {
  process.exitCode = runWithNewerNode();
}

function runWithNewerNode() {
  const node = join(here, '../../node_modules/.bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const found = existsSync(node) ? spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout : '';
  if (!found || !isEnough(found.trim())) {
    process.stderr.write(`chat-cli needs Node ${NEEDED.join('.')} or newer; this is ${process.version}. Install Node 24.\n`);
    return 1;
  }
  const { status, signal } = spawnSync(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  return signal === 'SIGINT' ? 130 : (status ?? 1);
}
