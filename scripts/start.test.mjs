import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { root } from './setup/paths.mjs';

const folder = mkdtempSync(join(tmpdir(), 'chat-start-'));
const fakeMain = join(folder, 'main.mjs');
const data = join(folder, 'data');
const running = new Set();
let port;

// a control plane reduced to what it promises the launcher
const fakeControlPlane = `
import { createServer } from 'node:http';
const { PORT, DATA_DIR, MONGODB_URI, REDIS_SERVER, NODE_ENV } = process.env;
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => { console.log('asked to stop'); process.exit(0); });
if (process.env.FAKE_FATAL) { process.send({ type: 'fatal', message: 'The plans are unreadable.' }); setTimeout(() => process.exit(1), 50); }
else createServer((_req, res) => res.end('panel')).listen(Number(PORT), '127.0.0.1', () => {
  process.send({ type: 'step', name: 'First tenant', status: 'running' });
  process.send({ type: 'step', name: 'First tenant', status: 'done', durationMs: 1500, detail: 'demo' });
  process.send({ type: 'ready', table: [{ label: 'Panel', value: 'http://localhost:' + PORT }, { label: 'Env', value: [DATA_DIR, MONGODB_URI, REDIS_SERVER, NODE_ENV].join(' '), note: 'seen' }] });
});`;

beforeAll(async () => {
  writeFileSync(fakeMain, fakeControlPlane);
  port = await freePort();
});
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return address.port;
}

function start({ args = [], env = {} } = {}) {
  const all = ['scripts/start.mjs', '--no-open', '--data', data, '--port', String(port), ...args];
  const child = spawn(process.execPath, all, {
    cwd: root,
    env: { ...process.env, MONGODB_URI: process.env.TEST_MONGODB_URI, CONTROL_PLANE_MAIN: fakeMain, ...env },
  });
  running.add(child);
  let output = '';
  const waiting = new Set();
  const hear = (chunk) => {
    output += chunk;
    for (const check of waiting) check();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const exited = new Promise((done) => child.on('close', (code) => done({ code, output: () => output })));
  void exited.then(() => running.delete(child));
  const until = (text) =>
    new Promise((done, fail) => {
      const check = () => output.includes(text) && done(output);
      waiting.add(check);
      check();
      void exited.then(() => fail(new Error(`ended without “${text}”:\n${output}`)));
    });
  return { child, exited, until };
}

const panelAnswers = () =>
  fetch(`http://127.0.0.1:${port}/`).then(
    (response) => response.text(),
    () => null,
  );

it('starts, prints steps and table, and stops everything on Ctrl-C', async () => {
  const first = start();
  const shown = await first.until('Ctrl-C stops everything');
  expect(shown).toMatch(/✓ Database \(\d/);
  expect(shown).toContain('✓ First tenant (1.5 s): demo');
  expect(shown).toContain(`  Panel  http://localhost:${port}`);
  expect(shown).toMatch(new RegExp(`  Env    ${data} ${process.env.TEST_MONGODB_URI} \\S+ production  \\(seen\\)`));
  expect(await panelAnswers()).toBe('panel');
  first.child.kill('SIGINT');
  expect(await first.exited).toMatchObject({ code: 0 });
  expect(await panelAnswers()).toBeNull();
});

it('refuses a second start on the same data, and a taken port, before anything starts', async () => {
  const first = start();
  await first.until('Ctrl-C stops everything');
  const second = await start().exited;
  expect(second.code).toBe(1);
  expect(second.output()).toContain('is in use by a start that is still running');
  const elsewhere = await start({ args: ['--data', join(folder, 'other')] }).exited;
  expect(elsewhere.code).toBe(1);
  expect(elsewhere.output()).toContain(`Port ${port} is taken by another program`);
  expect(elsewhere.output()).not.toContain('Packages');
  first.child.kill('SIGINT');
  await first.exited;
});

it('leaves nothing after kill -9 that the next start trips over', async () => {
  const first = start();
  await first.until('Ctrl-C stops everything');
  first.child.kill('SIGKILL');
  const second = start();
  await second.until('Ctrl-C stops everything');
  expect(await panelAnswers()).toBe('panel');
  second.child.kill('SIGINT');
  await second.exited;
});

it('empties the data only on request, and only when the port is free', async () => {
  const kept = join(data, 'kept');
  writeFileSync(kept, 'x');
  const blocker = createServer();
  await new Promise((done) => blocker.listen(port, '127.0.0.1', done));
  expect((await start({ args: ['--fresh'] }).exited).code).toBe(1);
  expect(existsSync(kept)).toBe(true);
  await new Promise((done) => blocker.close(done));
  const fresh = start({ args: ['--fresh'] });
  await fresh.until('Ctrl-C stops everything');
  expect(existsSync(kept)).toBe(false);
  fresh.child.kill('SIGINT');
  await fresh.exited;
});

it('says why the control plane could not start', async () => {
  const fatal = await start({ env: { FAKE_FATAL: '1' } }).exited;
  expect(fatal.code).toBe(1);
  expect(fatal.output()).toContain('✗ The plans are unreadable.');
  const missing = await start({ env: { CONTROL_PLANE_MAIN: join(folder, 'nowhere.mjs') } }).exited;
  expect(missing.code).toBe(1);
  expect(missing.output()).toContain('The control plane stopped while starting (exit code 1)');
});

it('says that the database isn’t there', async () => {
  const { code, output } = await start({ env: { MONGODB_URI: 'mongodb://127.0.0.1:9/x' } }).exited;
  expect(code).toBe(1);
  expect(output()).toContain('✗ No database answers at 127.0.0.1:9 (MONGODB_URI).');
});

it('stops with a sentence when the control plane dies', async () => {
  const first = start();
  await first.until('Ctrl-C stops everything');
  const { pid } = JSON.parse(readFileSync(join(data, 'run', 'control-plane.pid'), 'utf8'));
  process.kill(pid, 'SIGKILL');
  const { code, output } = await first.exited;
  expect(code).toBe(1);
  expect(output()).toContain('The control plane stopped by itself (SIGKILL).');
});
