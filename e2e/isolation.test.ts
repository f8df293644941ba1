import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@chat-saas/contract';
import { platformContract } from '@chat-saas/control-plane/contract';
import { listProcedures } from '@chat-saas/server/rpc';
import { tenantContract } from '@chat-saas/tenant-app/contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { type Answer, knock, knockSocket } from './harness/attacker.ts';
import { twoTenants } from './harness/two-tenants.ts';

const { platform, a, b } = await twoTenants({ LOG_LEVEL: 'info' });
const { port } = platform;
const door = { port };
const own = { authorization: `Bearer ${platform.token()}` };
afterAll(() => platform.discard());

/** What tenant A has; its ids are tried at B. */
const ids: Record<string, string> = {};
const MARK = 'só a Alfa sabe disto';
beforeAll(async () => {
  const [instance] = (await a.api.instances.list()).items;
  const { user } = await a.api.users.create({ name: MARK, email: 'segredo@alfa.example' });
  const message = await a.api.messages.sendTo({ phone: '5581997124408', clientRef: newId(), text: MARK });
  const { contact } = await a.api.conversations.get({ id: message.conversationId });
  await a.api.contacts.rename({ id: contact.id, name: MARK });
  const { link } = await a.api.connectLinks.create({ instanceId: instance?.id ?? '' });
  const file = '--x\r\nContent-Disposition: form-data; name="file"; filename="alfa.txt"\r\n\r\nalfa\r\n--x--\r\n';
  const type = { 'content-type': 'multipart/form-data; boundary=x' };
  const upload = await knock(door, '/api/v1/uploads', { method: 'POST', host: a.host, headers: { ...a.bearer, ...type }, body: file });
  Object.assign(ids, {
    users: user.id,
    instances: instance?.id,
    conversations: message.conversationId,
    messages: message.id,
    contacts: contact.id,
    connectLinks: link.id,
    uploads: upload.json.id,
  });
});

/** The path of a procedure with A's own id in it. */
function aimed({ path, url }: { path: string; url: string }): string {
  const [slice = ''] = path.split('.');
  const named: Record<string, string | undefined> = { instanceId: ids.instances, conversationId: ids.conversations, tenantId: a.id };
  return `/api/v1${url.replace(/{(\w+)}/g, (_, name: string) => named[name] ?? (slice === 'tenants' ? a.id : ids[slice]) ?? newId())}`;
}
const refused = ({ status, json }: Answer) => ({ status, code: json?.code });
const STRANGER = { status: 401, code: 'UNAUTHENTICATED' };

describe.each(listProcedures(tenantContract).map((one) => ({ ...one, name: `${one.method} ${one.url}` })))('tenant: $name', (procedure) => {
  const ask = (host: string, headers: Record<string, string>) =>
    knock(door, aimed(procedure), { method: procedure.method, host, headers, ...(procedure.method === 'GET' ? {} : { body: {} }) });

  it('takes nothing of A’s, nor the owner’s, at B’s host', async () => {
    for (const headers of [a.bearer, a.browser, own, { authorization: `Bearer ${a.platformToken}` }]) {
      const answer = await ask(b.host, headers);
      expect(answer.text).not.toContain(MARK);
      if (procedure.access === 'platform') expect(refused(answer)).toEqual({ status: 404, code: 'NOT_FOUND' });
      else if (procedure.access !== 'public') expect(refused(answer)).toEqual(STRANGER);
    }
  });
  it('is asked at the panel’s host by nobody of a tenant', async () => {
    for (const headers of [a.bearer, a.browser, { ...a.bearer, 'x-tenant-id': b.id }]) {
      const answer = await ask(`localhost:${port}`, headers);
      expect(answer.text).not.toContain(MARK);
      if (procedure.access !== 'public') expect([401, 404]).toContain(answer.status);
    }
  });
  it('takes A’s platform token at A only', async () => {
    const at = (socketPath: string) =>
      knock({ socketPath }, aimed({ ...procedure, url: procedure.url.replace(/{\w+}/g, 'x') }), {
        method: procedure.method === 'GET' ? 'GET' : procedure.method,
        headers: { authorization: `Bearer ${a.platformToken}`, 'content-type': 'text/plain' },
        ...(procedure.method === 'GET' ? {} : { body: 'x' }), // refused for its type: nothing is changed
      });
    if (procedure.access !== 'public') expect(refused(await at(b.socketPath))).toEqual(STRANGER);
    expect(refused(await at(a.socketPath))).not.toEqual(STRANGER);
  });
});

/** Bodies that are right, so that only the id in the path can be wrong. */
const BODIES: Record<string, object> = {
  'users.update': { name: 'x', role: 'agent' },
  'instances.update': { name: 'x' },
  'conversations.typing': { on: true },
  'contacts.rename': { name: 'x' },
  'messages.send': { clientRef: newId(), text: 'x' },
};
const withId = listProcedures(tenantContract).filter(({ url, path }) => url.includes('{') && !/^(auth|brand)\./.test(path));
it.each(withId.map((one) => ({ ...one, name: `${one.method} ${one.url}` })))(
  'B’s administrator finds nothing of A: $name',
  async (procedure) => {
    const body = procedure.method === 'GET' ? {} : { body: BODIES[procedure.path] ?? {} };
    const answer = await knock(door, aimed(procedure), { method: procedure.method, host: b.host, headers: b.bearer, ...body });
    expect(refused(answer)).toEqual({ status: 404, code: 'NOT_FOUND' });
  },
);

describe.each(listProcedures(platformContract).map((one) => ({ ...one, name: `${one.method} ${one.url}` })))(
  'platform: $name',
  (procedure) => {
    it('is closed to tenants, whatever they hold', async () => {
      for (const headers of [
        a.bearer,
        a.browser,
        { authorization: `Bearer ${a.platformToken}` },
        { authorization: `Bearer ${a.connectToken}` },
      ]) {
        const body = procedure.method === 'GET' ? {} : { body: {} };
        const answer = await knock(door, aimed(procedure), { method: procedure.method, headers, ...body });
        if (procedure.access !== 'public') expect(refused(answer)).toEqual(STRANGER);
      }
    });
  },
);

describe('what A made', () => {
  it('is there for A and not for B', async () => {
    expect((await a.api.conversations.list({ q: 'Alfa sabe' })).items).toHaveLength(1);
    expect((await b.api.conversations.list({})).items).toHaveLength(0);
    expect((await b.api.conversations.list({ instanceId: ids.instances ?? '' })).items).toHaveLength(0);
    expect((await b.api.contacts.list({})).items).toHaveLength(0);
    expect((await b.api.users.list()).items).toHaveLength(1);
    expect((await b.api.instances.list()).items.map(({ id }) => id)).not.toContain(ids.instances);
  });
  it('can’t be named in B’s bodies', async () => {
    const send = (body: object) =>
      knock(door, '/api/v1/messages', {
        method: 'POST',
        host: b.host,
        headers: b.bearer,
        body: { phone: '5581997124409', clientRef: newId(), text: 'x', ...body },
      });
    expect(refused(await send({ instanceId: ids.instances }))).toEqual({ status: 404, code: 'NOT_FOUND' });
    expect(refused(await send({ uploadId: ids.uploads }))).toEqual({ status: 400, code: 'ATTACHMENT_UNKNOWN' });
  });
  it('keeps its files to A', async () => {
    const media = (host: string, headers: Record<string, string>) => knock(door, `/api/v1/media/${ids.uploads}`, { host, headers });
    expect((await media(a.host, a.bearer)).text).toBe('alfa');
    expect(refused(await media(b.host, b.bearer))).toEqual({ status: 404, code: 'NOT_FOUND' });
    expect(refused(await media(b.host, a.bearer))).toEqual(STRANGER);
    expect((await media(`localhost:${port}`, own)).status).toBe(404);
  });
  it('opens A’s connect links at A only', async () => {
    const open = async (host: string, path: string) => (await knock(door, path, { host, headers: { accept: 'text/html' } })).status;
    expect(await open(a.host, `/c/${a.connectToken}`)).toBe(200);
    for (const path of [
      `/c/${a.connectToken}`,
      `/client/${a.connectToken}`,
      `/c/${a.connectToken}/card`,
      `/phone/${a.phoneToken}`,
      `/phone/${a.phoneToken}/state`,
    ])
      expect([path, await open(b.host, path)]).toEqual([path, 404]);
    const atPanel = (token: string) => knock(door, `/client/${token}`);
    expect((await atPanel(a.connectToken)).headers.location).toBe(`http://${a.host}/c/${a.connectToken}`);
    const crossed = (await atPanel(b.id + a.connectToken.slice(12))).headers.location ?? '';
    expect(await open(b.host, new URL(crossed).pathname)).toBe(404);
  });
});

describe('sockets', () => {
  it('are A’s at A’s host only', async () => {
    const session = { cookie: a.browser.cookie };
    for (const [host, namespace, held, why] of [
      [b.host, '/', { token: a.token }, 'UNAUTHENTICATED'],
      [b.host, '/', session, 'UNAUTHENTICATED'],
      [b.host, '/', { token: a.platformToken }, 'UNAUTHENTICATED'],
      [b.host, '/', { token: platform.token() }, 'UNAUTHENTICATED'],
      [b.host, '/connect', { token: a.connectToken }, 'NOT_FOUND'],
      [b.host, '/phone', { token: a.phoneToken }, 'NOT_FOUND'],
      [`localhost:${port}`, '/', { token: a.token }, 'UNAUTHENTICATED'],
      [`localhost:${port}`, '/', session, 'UNAUTHENTICATED'],
      [a.host, '/', { token: platform.token() }, 'UNAUTHENTICATED'],
      [a.host, '/', { token: a.connectToken }, 'UNAUTHENTICATED'],
      [a.host, '/connect', { token: a.phoneToken }, 'NOT_FOUND'],
    ] as const)
      expect([host, namespace, (await knockSocket(port, host, namespace, held)).refused]).toEqual([host, namespace, why]);
  });
  it('tell B nothing of what happens at A', async () => {
    const [atA, atB] = await Promise.all([
      knockSocket(port, a.host, '/', { token: a.token }),
      knockSocket(port, b.host, '/', { token: b.token }),
    ]);
    expect([atA.refused, atB.refused]).toEqual([null, null]);
    await a.api.messages.sendTo({ phone: '5581997124408', clientRef: newId(), text: 'mais uma' });
    await a.api.instances.update({ id: ids.instances ?? '', name: 'Loja' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(atA.heard).toEqual(expect.arrayContaining(['message.created', 'instance.changed']));
    expect(atB.heard).toHaveLength(0);
    atA.close();
    atB.close();
  });
});

describe('stacks', () => {
  it('have a Redis, a database and secrets of their own', async () => {
    const [redisA, redisB] = [new Redis({ path: a.redisPath }), new Redis({ path: b.redisPath })];
    await redisA.set('only-alfa', '1');
    expect(await redisB.get('only-alfa')).toBeNull();
    expect((await redisB.keys('*')).filter((key) => key.includes(a.id))).toHaveLength(0);
    await redisA.del('only-alfa');
    redisA.disconnect();
    redisB.disconnect();
    const connection = await mongoose.createConnection(process.env.TEST_MONGODB_URI ?? '').asPromise();
    const texts = await Promise.all(
      [a.id, b.id].map((id) => connection.useDb(`chat_${id}`).collection('messages').countDocuments({ text: MARK })),
    );
    await connection.close();
    expect(texts).toEqual([1, 0]);
    for (const file of ['session-secret', 'platform-token']) expect(a.secret(file)).not.toBe(b.secret(file));
  });
  it('have folders and files that nobody else may open', () => {
    const modes = readdirSync(platform.dataDir, { recursive: true, encoding: 'utf8' }).map((name) => {
      const { mode } = statSync(join(platform.dataDir, name));
      return { name, open: mode & 0o077 };
    });
    expect(modes.length).toBeGreaterThan(20);
    expect(modes.filter(({ open }) => open !== 0)).toEqual([]);
  });
  const linux = process.platform === 'linux' ? it : it.skip;
  linux('tell no secret in arguments or environments', () => {
    const secrets = [a, b].flatMap((one) => [one.secret('session-secret'), one.secret('platform-token')]).concat(platform.token());
    const pids = readdirSync(join(platform.dataDir, 'run'))
      .filter((name) => name.endsWith('.pid'))
      .map((name) => /\d+/.exec(readFileSync(join(platform.dataDir, 'run', name), 'utf8'))?.[0]);
    expect(pids).toHaveLength(5);
    for (const pid of pids)
      for (const what of ['cmdline', 'environ'])
        for (const secret of secrets) expect(readFileSync(`/proc/${pid}/${what}`, 'utf8')).not.toContain(secret);
  });
  it('write no secret into their logs', async () => {
    await knock(door, '/reset-password/segredodolink1234567890', { host: a.host });
    await knock(door, `/C/${a.connectToken}`, { host: a.host });
    const logs = [a, b].map((one) => readFileSync(join(one.home, 'logs', 'app.log'), 'utf8')).join('');
    expect(logs).toContain('/reset-password/[hidden]');
    const session = a.browser.cookie.split(/[=;]/)[1] ?? '';
    for (const secret of [
      'segredodolink',
      session,
      a.token,
      a.password,
      a.connectToken,
      a.phoneToken,
      a.platformToken,
      a.secret('session-secret'),
      platform.token(),
    ])
      expect(logs).not.toContain(secret);
  });
});
