import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { run, which } from './run.mjs';

const policyFile = '/usr/sbin/policy-rc.d';
let queue = Promise.resolve();
let updated = false;

/** The distribution's id and those it is like: `['debian']`, `['ubuntu', 'debian']`, `[]` elsewhere. */
export function distribution(text = readOsRelease()) {
  const value = (key) => new RegExp(`^${key}="?([^"\n]*)"?$`, 'm').exec(text)?.[1] ?? '';
  return [value('ID'), ...value('ID_LIKE').split(' ')].filter(Boolean);
}

function readOsRelease() {
  return existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
}

/** Whether this process may install packages of a Debian-like system. */
export function canUseApt() {
  return process.platform === 'linux' && process.getuid?.() === 0 && which('apt-get') !== null;
}

/** Installs Debian packages, one call at a time, without starting their services. Gives `{ ok, output }`. */
export function aptInstall(names) {
  const result = queue.then(() => install(names));
  queue = result.catch(() => undefined);
  return result;
}

async function install(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if (!updated) {
    const update = await run('apt-get', ['update', '-q'], { env });
    updated = update.code === 0;
  }
  const ownPolicy = !existsSync(policyFile);
  if (ownPolicy) writeFileSync(policyFile, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    const { code, output } = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], { env });
    return { ok: code === 0, output };
  } finally {
    if (ownPolicy) rmSync(policyFile, { force: true });
  }
}
