import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identifyProcess, isRunning } from './process-identity.ts';
import { takeProfile } from './profile-lease.ts';

describe('profile lease', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lease-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is held once, and free after its release', async () => {
    const profile = join(folder, 'one');
    const lease = await takeProfile(profile);
    expect(lease).not.toBeNull();
    expect(await takeProfile(profile)).toBeNull();
    await lease?.release();
    const next = await takeProfile(profile);
    await lease?.release();
    expect(await takeProfile(profile)).toBeNull();
    await next?.release();
  });

  it('passes from a dead owner, after its browser was ended', async () => {
    const profile = join(folder, 'dead');
    const stubborn = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const browser = identifyProcess(stubborn.pid!)!;
    const owner = { pid: 999_999_999, startedAt: '1' };
    await writeFile(`${profile}.lease`, JSON.stringify({ id: 'old', host: hostname(), owner, browser }));
    const lease = await takeProfile(profile);
    expect(lease).not.toBeNull();
    expect(isRunning(browser)).toBe(false);
    await lease?.release();
  });

  it('never ends a stranger who got the dead browser’s process id', async () => {
    const profile = join(folder, 'stranger');
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const browser = { pid: stranger.pid!, startedAt: 'another time' };
    await writeFile(
      `${profile}.lease`,
      JSON.stringify({ id: 'old', host: hostname(), owner: { pid: 999_999_999, startedAt: '1' }, browser }),
    );
    await (await takeProfile(profile))?.release();
    expect(identifyProcess(stranger.pid!)).not.toBeNull();
    stranger.kill();
  });

  it('waits for another host until that one has been silent for long', async () => {
    const profile = join(folder, 'foreign');
    const record = { id: 'theirs', host: 'another-host', owner: { pid: 1, startedAt: '1' }, browser: null };
    await writeFile(`${profile}.lease`, JSON.stringify(record));
    expect(await takeProfile(profile)).toBeNull();
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(`${profile}.lease`, longAgo, longAgo);
    const lease = await takeProfile(profile);
    expect(lease).not.toBeNull();
    expect(JSON.parse(await readFile(`${profile}.lease`, 'utf8'))).toMatchObject({ host: hostname(), owner: { pid: process.pid } });
    await lease?.release();
  });

  it('does not trip over a lease that a crash cut short', async () => {
    const profile = join(folder, 'cut');
    await mkdir(profile);
    await writeFile(`${profile}.lease`, '');
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(`${profile}.lease`, longAgo, longAgo);
    const lease = await takeProfile(profile);
    expect(lease).not.toBeNull();
    await lease?.release();
  });
});
