import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newSecret, newTenantId } from '@chat-saas/contract';
import { expect, it } from '@jest/globals';
import { testServer } from '../test/test-server.ts';

const server = await testServer({ env: { RATE_LIMITS: 'true', PUBLIC_URL: 'https://padaria.example', MAX_UPLOAD_MB: '1' } });

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'main-'));
const environment = (more: Record<string, string>) => ({
  PATH: process.env.PATH,
  TENANT_ID: newTenantId(),
  LISTEN: '0',
  DATA_DIR: folder,
  MONGODB_URI: process.env.TEST_MONGODB_URI,
  REDIS_URL: process.env.TEST_REDIS_URL,
  SESSION_SECRET: newSecret(40),
  PLATFORM_TOKEN: newSecret(40),
  LOG_LEVEL: 'silent',
  ...more,
});

/** Runs `main.ts` as the control plane does; `messages` came over IPC. */
async function run(more: Record<string, string>, until?: (message: { type: string }, child: ReturnType<typeof spawn>) => void) {
  const child = spawn(process.execPath, [main], { env: environment(more), stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const messages: { type: string; message?: string }[] = [];
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += String(chunk);
  });
  child.on('message', (message: { type: string }) => {
    messages.push(message);
    until?.(message, child);
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, errors: errors.trim(), messages };
}

it('starts, says that it is ready, and ends when its parent lets go', async () => {
  const { code, messages } = await run({}, (message, child) => message.type === 'ready' && child.disconnect());
  expect({ code, messages }).toEqual({ code: 0, messages: [{ type: 'ready' }] });
});

it('ends in order on SIGTERM', async () => {
  expect((await run({}, (message, child) => message.type === 'ready' && child.kill('SIGTERM'))).code).toBe(0);
});

it('lists everything that is wrong with its configuration', async () => {
  const { code, errors } = await run({ TENANT_ID: 'X', SESSION_SECRET: 'curto', WHITE_LABEL_CONFIG: '{' });
  expect(code).toBe(1);
  expect(errors.split('\n').map((line) => line.trim().split(':')[0])).toEqual([
    'The configuration is not valid',
    'TENANT_ID',
    'SESSION_SECRET',
    'WHITE_LABEL_CONFIG',
  ]);
});

it('says in one sentence that its place is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { code, errors, messages } = await run({ LISTEN: String(port) });
  other.close();
  expect({ code, errors }).toEqual({ code: 1, errors: `Port ${port} is taken. Stop the other program or choose another port.` });
  expect(messages).toEqual([{ type: 'fatal', message: errors }]);
});

it('says in one sentence that the database or Redis isn’t there', async () => {
  const [noDatabase, noRedis] = await Promise.all([
    run({ MONGODB_URI: 'mongodb://app:s3cret@127.0.0.1:1' }),
    run({ REDIS_URL: '/nowhere/redis.sock' }),
  ]);
  expect(noDatabase).toMatchObject({ code: 1, errors: 'The database does not answer at mongodb://[hidden]@127.0.0.1:1. Is it running?' });
  expect(noRedis).toMatchObject({ code: 1, errors: 'Redis does not answer at /nowhere/redis.sock. Is it running?' });
}, 40_000);

it('uses __Host- cookies where browsers come over TLS', async () => {
  const ana = await server.anAgent();
  const { headers } = await server.as(null).post('/auth/login').send({ email: ana.email, password: ana.password });
  const cookies = (headers['set-cookie'] as unknown as string[]).join('\n');
  expect(cookies).toMatch(/^__Host-session=.*Path=\/;.*HttpOnly; Secure; SameSite=Lax$/m);
  expect(cookies).toMatch(/^__Host-csrf=.*; Secure; SameSite=Lax$/m);
});

it('limits uploads and sign-ins per minute', async () => {
  const ana = await server.anAgent();
  const statuses = await Promise.all(Array.from({ length: 61 }, async () => (await server.as(ana).post('/uploads').send({})).status));
  expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  const tries = await Promise.all(Array.from({ length: 21 }, async () => (await server.as(null).post('/auth/login').send({})).status));
  expect(tries.filter((status) => status === 429).length).toBeGreaterThanOrEqual(1);
});

it('keeps screens and data apart: unknown API paths are problems, not pages', async () => {
  const root = server.as(null, { prefix: '' });
  for (const path of ['/api/v1/nada', '/api/nada', '/brand/nada.png', '/whatsapp/nada'])
    expect((await root.get(path).set('accept', 'text/html')).body).toMatchObject({ status: 404, code: 'NOT_FOUND' });
});

it('says what fails when it isn’t well', async () => {
  server.ctx.redis.disconnect();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const { status, body } = await server.as(null, { prefix: '' }).get('/health');
  expect({ status, body }).toEqual({ status: 503, body: { status: 'failing', database: 'ok', redis: 'failing' } });
  await server.ctx.redis.connect();
});
