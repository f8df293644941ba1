import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { expectRoom, openDataFolder, rememberEngine } from './data-folder.mjs';
import { withLock } from './lock.mjs';
import { engineAnswers } from './mongo-probe.mjs';
import { expectFreePort } from './port.mjs';
import { endByPidFile, livingPid, startChild, startTimeOf } from './processes.mjs';

const folder = mkdtempSync(join(tmpdir(), 'chat-processes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const sleeper = ['-e', 'setInterval(() => {}, 1000)'];

describe('a child', () => {
  it('is noted, and ended by its pid file', async () => {
    const pidFile = join(folder, 'a.pid');
    const { child, exited } = await startChild(process.execPath, sleeper, { logFile: join(folder, 'a.log'), pidFile });
    expect(await livingPid(pidFile)).toBe(child.pid);
    expect(await endByPidFile(pidFile)).toBe(true);
    expect(await exited).toMatchObject({ signal: 'SIGTERM' });
    expect(existsSync(pidFile)).toBe(false);
  });

  it('that ignores SIGTERM is ended all the same', async () => {
    const { stop, child, exited } = await startChild(
      process.execPath,
      ['-e', 'process.on("SIGTERM", () => {}); console.log("up"); setInterval(() => {}, 1000)'],
      {
        logFile: join(folder, 'b.log'),
      },
    );
    while (!readFileSync(join(folder, 'b.log'), 'utf8').includes('up')) await new Promise((done) => setTimeout(done, 20));
    await stop(200);
    expect(await exited).toMatchObject({ signal: 'SIGKILL' });
    expect(await startTimeOf(child.pid)).toBeNull();
  });

  it('is never mistaken for a stranger with its old pid', async () => {
    const pidFile = join(folder, 'c.pid');
    writeFileSync(pidFile, JSON.stringify({ pid: process.pid, startedAt: 'another time' }));
    expect(await livingPid(pidFile)).toBeNull();
    expect(await endByPidFile(pidFile)).toBe(false);
    writeFileSync(pidFile, '{"pid"');
    expect(await livingPid(pidFile)).toBeNull();
  });
});

it('lets one at a time do a thing, also after a crash of the one before', async () => {
  const order = [];
  const locks = join(folder, 'locks');
  const slow = withLock('x', () => new Promise((done) => setTimeout(() => done(order.push('first')), 100)), locks);
  await new Promise((done) => setTimeout(done, 20));
  await Promise.all([slow, withLock('x', () => order.push('second'), locks)]);
  writeFileSync(join(locks, 'x.lock'), JSON.stringify({ pid: process.pid, startedAt: 'another time' }));
  await withLock('x', () => order.push('third'), locks);
  expect(order).toEqual(['first', 'second', 'third']);
});

describe('the data folder', () => {
  it('is locked by one launcher, and remembers its engine', async () => {
    const dir = join(folder, 'data');
    const data = await openDataFolder(dir);
    expect(data.madeWith).toBeNull();
    rememberEngine(dir, 'documentdb');
    data.close();
    expect((await openDataFolder(dir)).madeWith).toBe('documentdb');
  });

  it('refuses while another launcher uses it', async () => {
    const dir = join(folder, 'busy');
    (await openDataFolder(dir)).close();
    const { stop } = await startChild(process.execPath, sleeper, {
      logFile: join(folder, 'd.log'),
      pidFile: join(dir, 'run', 'launcher.pid'),
    });
    await expect(openDataFolder(dir)).rejects.toThrow('is in use');
    await stop();
  });

  it('is emptied on request, but never a stranger’s', async () => {
    const dir = join(folder, 'fresh');
    const data = await openDataFolder(dir);
    writeFileSync(join(dir, 'old'), 'x');
    await data.empty();
    expect(existsSync(join(dir, 'old'))).toBe(false);
    await expect(openDataFolder(folder)).rejects.toThrow("wasn't made by this program");
  });

  it('says when it can’t be made', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(openDataFolder(join(folder, 'file', 'data'))).rejects.toThrow('is a file');
  });

  it('has room here', () => {
    expect(() => expectRoom(folder)).not.toThrow();
  });
});

it('names the port that is taken', async () => {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await expect(expectFreePort(port, 'choose another')).rejects.toThrow(
    `Port ${port} is taken by another program: stop it, or choose another.`,
  );
  await new Promise((done) => server.close(done));
  await expect(expectFreePort(port, '')).resolves.toBeUndefined();
});

it('asks an engine whether it works', async () => {
  const address = decodeURIComponent(process.env.TEST_MONGODB_URI.replace('mongodb://', ''));
  if (address.startsWith('/')) expect(await engineAnswers(address)).toBe(true);
  expect(await engineAnswers(join(folder, 'none.sock'))).toBe(false);
});
