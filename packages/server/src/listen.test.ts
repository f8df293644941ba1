import { spawnSync } from 'node:child_process';
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { createServer, get, type Server } from 'node:http';
import { createServer as createNetServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { listen } from './listen.ts';

const open: Server[] = [];
const aServer = () => {
  const server = createServer((_req, res) => res.end('olá'));
  open.push(server);
  return server;
};
afterEach(() => Promise.all(open.splice(0).map((server) => new Promise((resolve) => server.close(resolve)))));
const folder = mkdtempSync(join(tmpdir(), 'listen-'));

it('listens on a socket that only its user may open', async () => {
  const path = join(folder, 'a.sock');
  await listen(aServer(), path);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const text = await new Promise((resolve, reject) => {
    get({ socketPath: path }, (res) => res.on('data', (chunk) => resolve(String(chunk)))).on('error', reject);
  });
  expect(text).toBe('olá');
});

it('takes the place of a socket that a crash left, never of a living one', async () => {
  const path = join(folder, 'b.sock');
  spawnSync(process.execPath, [
    '-e',
    `require('net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`,
  ]);
  expect(statSync(path).isSocket()).toBe(true);
  await listen(aServer(), path);
  await expect(listen(aServer(), path)).rejects.toThrow(`Another program already listens on ${path}.`);
});

it('doesn’t remove a file that is no socket', async () => {
  const path = join(folder, 'notes.txt');
  writeFileSync(path, 'importante');
  await expect(listen(aServer(), path)).rejects.toThrow();
  expect(statSync(path).size).toBe(10);
});

it('says in one sentence that a port is taken', async () => {
  const other = createNetServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as { port: number };
  await expect(listen(aServer(), String(port))).rejects.toThrow(`Port ${port} is taken. Stop the other program or choose another port.`);
  await expect(listen(aServer(), `127.0.0.1:${port}`)).rejects.toThrow('is taken');
  other.close();
});
