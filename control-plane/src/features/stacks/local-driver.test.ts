import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { processesIn } from '../../test/process-harness.ts';
import { testControlPlane } from '../../test/test-server.ts';
import { until } from '../../test/until.ts';
import type { Tenant } from '../tenants/tenant.contract.ts';

const server = await testControlPlane({ real: true });
const { api } = server;
afterAll(() => server.discard(), 30_000);
const appOf = (id: string) =>
  processesIn(server.dataDir).filter(
    ({ command }) => command.includes('main.ts') && readFileSync(join(server.dataDir, 'run', `${id}.app.pid`), 'utf8').length > 0,
  );
const pidOf = (id: string, part: 'app' | 'redis') =>
  (JSON.parse(readFileSync(join(server.dataDir, 'run', `${id}.${part}.pid`), 'utf8')) as { pid: number }).pid;
const isReady = async (id: string) => (await api.tenants.get({ id })).status === 'ready';
const hasDatabase = async (id: string) =>
  (await mongoose.connection.getClient().db('admin').admin().listDatabases({ nameOnly: true })).databases.some(
    ({ name }) => name === `chat_${id}`,
  );

let [a, b] = [] as unknown as [Tenant, Tenant];

it('makes two stacks of their own: processes, sockets, folders, secrets, databases', async () => {
  [a, b] = [await server.aTenant({ name: 'Alfa' }), await server.aTenant({ name: 'Beta' })];
  for (const { id, slug } of [a, b]) {
    expect((await server.ask('/health', { host: server.hostOf(slug) })).json).toEqual({ status: 'ok' });
    expect(await hasDatabase(id)).toBe(true);
    expect(statSync(join(server.dataDir, 'tenants', id)).mode & 0o777).toBe(0o700);
    expect(statSync(join(server.dataDir, 'tenants', id, 'secrets', 'platform-token')).mode & 0o777).toBe(0o600);
  }
  const secret = (id: string, name: string) => readFileSync(join(server.dataDir, 'tenants', id, 'secrets', name), 'utf8');
  for (const name of ['session-secret', 'platform-token']) {
    expect(secret(a.id, name)).not.toBe(secret(b.id, name));
    for (const { command } of processesIn(server.dataDir)) expect(command).not.toContain(secret(a.id, name));
  }
  expect(new Set([pidOf(a.id, 'app'), pidOf(b.id, 'app'), pidOf(a.id, 'redis'), pidOf(b.id, 'redis')]).size).toBe(4);
}, 60_000);

it('lets neither cookie nor token nor platform secret of one into the other', async () => {
  const { email, password } = await api.tenants.resetAdminPassword({ id: a.id });
  const signIn = (session: string) =>
    server.ask('/api/v1/auth/login', { host: server.hostOf(a.slug), method: 'POST', body: { email, password, session } });
  const cookie = [(await signIn('cookie')).headers['set-cookie'] ?? []]
    .flat()
    .map((each) => each.split(';')[0])
    .join('; ');
  const bearer = { authorization: `Bearer ${(await signIn('bearer')).json.token}` };
  const platform = { authorization: `Bearer ${readFileSync(join(server.dataDir, 'tenants', a.id, 'secrets', 'platform-token'), 'utf8')}` };
  for (const headers of [{ cookie }, bearer]) {
    expect((await server.ask('/api/v1/me', { host: server.hostOf(a.slug), headers })).status).toBe(200);
    for (const host of [server.hostOf(b.slug), undefined])
      expect((await server.ask('/api/v1/me', { ...(host ? { host } : {}), headers })).status).toBe(401);
  }
  expect((await server.ask('/api/v1/instances', { host: server.hostOf(b.slug), headers: platform })).status).toBe(401);
  expect((await server.ask('/api/v1/me', { host: server.hostOf(b.slug), headers: { cookie, 'x-tenant-id': a.id } })).status).toBe(401);
});

it('writes logs that can be read', async () => {
  const { lines, nextCursor } = await api.tenants.logs({ id: a.id, part: 'redis' });
  expect(lines.join('\n')).toMatch(/Ready to accept connections/i);
  expect((await api.tenants.logs({ id: a.id, part: 'redis', cursor: nextCursor })).lines).toEqual([]);
});

it('brings back an app and a Redis that were killed', async () => {
  for (const part of ['app', 'redis'] as const) {
    const pid = pidOf(a.id, part);
    process.kill(pid, 'SIGKILL');
    await until(`${part} to be seen as gone`, async () => (await api.tenants.get({ id: a.id })).status === 'degraded');
    await until(`${part} to be back`, async () => isReady(a.id), 20_000);
    expect(pidOf(a.id, part)).not.toBe(pid);
    expect((await server.ask('/health', { host: server.hostOf(a.slug) })).status).toBe(200);
  }
  expect(await isReady(b.id)).toBe(true);
}, 60_000);

it('suspends, resumes and deletes without a trace', async () => {
  await server.ended((await api.tenants.suspend({ id: a.id })).operation.id);
  expect((await api.tenants.get({ id: a.id })).status).toBe('suspended');
  expect(existsSync(join(server.dataDir, 'run', `${a.id}.app.pid`))).toBe(false);
  expect((await server.ask('/health', { host: server.hostOf(a.slug) })).status).toBe(503);
  await server.ended((await api.tenants.resume({ id: a.id })).operation.id);
  expect(await isReady(a.id)).toBe(true);
  expect(appOf(a.id).length).toBeGreaterThan(0);
  const { status } = await server.ended((await api.tenants.remove({ id: a.id, confirm: a.name })).operation.id);
  expect(status).toBe('succeeded');
  expect(processesIn(server.dataDir).filter(({ command }) => command.includes(a.id))).toEqual([]);
  expect(existsSync(join(server.dataDir, 'tenants', a.id))).toBe(false);
  expect(await hasDatabase(a.id)).toBe(false);
  expect(await isReady(b.id)).toBe(true);
}, 60_000);
