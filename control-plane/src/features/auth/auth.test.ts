import { statSync } from 'node:fs';
import { join } from 'node:path';
import { listProcedures } from '@chat-saas/server/rpc';
import { afterAll, describe, expect, it } from '@jest/globals';
import { io } from 'socket.io-client';
import { ensureOwnerToken } from '../../app/owner-token.ts';
import { platformContract } from '../../contract.ts';
import { testControlPlane } from '../../test/test-server.ts';
import { until } from '../../test/until.ts';

const server = await testControlPlane();
const { api, stranger, owner } = server;
afterAll(() => server.discard());
const problemOf = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: { problem: unknown }) => error.problem,
  );

const PUBLIC = ['plans.list', 'auth.signIn', 'auth.requestPasswordReset', 'auth.resetPassword', 'auth.startDevice', 'auth.pollDevice'];
const procedures = listProcedures(platformContract);

describe('access', () => {
  it('is open to strangers for these procedures only', () => {
    expect(
      procedures
        .filter(({ access }) => access === 'public')
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(PUBLIC.toSorted());
    expect(new Set(procedures.map(({ access }) => access))).toEqual(new Set(['public', 'owner']));
  });

  it.each(procedures.filter(({ access }) => access !== 'public'))('$path refuses strangers and made-up tokens', async ({ method, url }) => {
    const path = `/api/v1${url.replace(/\{\w+\}/g, 'aaaaaaaaaaaa')}`;
    const body = method === 'GET' ? undefined : {};
    expect((await server.ask(path, { method, body })).json).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(
      (
        await server.ask(path, {
          method,
          body,
          headers: { authorization: `Bearer ${'x'.repeat(40)}`, cookie: `session=${'y'.repeat(32)}` },
        })
      ).status,
    ).toBe(401);
  });

  it.each([
    ['GET', '/api/v1/admin/clientes'],
    ['GET', '/api/v1/admin/auth/me'],
    ['POST', '/api/saas/create-tenant'],
  ])('%s %s refuses strangers', async (method, path) => {
    expect((await server.ask(path, { method, ...(method === 'POST' ? { body: { name: 'X' } } : {}) })).status).toBe(401);
  });
});

describe('signing in', () => {
  it('gives a browser a cookie that scripts cannot read, and asks for the CSRF token on changes', async () => {
    const signedIn = await server.ask('/api/v1/auth/login', { method: 'POST', body: owner });
    expect(signedIn.json).toMatchObject({ user: { email: 'owner@localhost', role: 'owner', mustChangePassword: true }, token: null });
    const cookies = [signedIn.headers['set-cookie'] ?? []].flat();
    expect(cookies.find((cookie) => cookie.startsWith('session='))).toMatch(/HttpOnly.*SameSite=Lax/i);
    const cookie = cookies.map((each) => each.split(';')[0]).join('; ');
    const csrf = decodeURIComponent(/csrf=([^;]+)/.exec(cookie)?.[1] ?? '');
    expect((await server.ask('/api/v1/me', { headers: { cookie } })).status).toBe(200);
    expect((await server.ask('/api/v1/auth/session', { method: 'DELETE', headers: { cookie } })).json).toMatchObject({
      code: 'CSRF_INVALID',
    });
    expect((await server.ask('/api/v1/auth/session', { method: 'DELETE', headers: { cookie, 'x-csrf-token': csrf } })).status).toBe(200);
    expect((await server.ask('/api/v1/me', { headers: { cookie } })).status).toBe(401);
  });

  it('says that it was wrong, and stops guessing after five', async () => {
    const wrong = { email: 'nobody@localhost', password: 'wrong-password' };
    for (let left = 4; left >= 0; left--)
      expect(await problemOf(stranger.auth.signIn(wrong))).toMatchObject({ code: 'CREDENTIALS_INVALID', params: { attemptsLeft: left } });
    expect(await problemOf(stranger.auth.signIn(wrong))).toMatchObject({ status: 429, code: 'SIGN_IN_LOCKED' });
  });

  it('works on the sources’ path', async () => {
    const { json } = await server.ask('/api/v1/admin/auth/login', { method: 'POST', body: owner });
    expect(json).toMatchObject({ token_type: 'bearer', role: 'admin', user: { email: owner.email } });
    const me = await server.ask('/api/v1/admin/auth/me', { headers: { authorization: `Bearer ${json.access_token}` } });
    expect(me.json).toMatchObject({ email: owner.email, role: 'admin' });
    expect((await server.asOwner('/api/v1/admin/clientes?nome=x')).json).toMatchObject({ items: [], total: 0 });
    expect((await server.ask('/api/v1/admin/auth/login', { method: 'POST', body: '{broken' })).json).toMatchObject({
      status: 400,
      code: 'INVALID_INPUT',
    });
  });

  it('keeps the token of this machine for itself, and replaces it only when it stopped working', async () => {
    const file = join(server.dataDir, 'owner-token');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { id } = await api.auth.me();
    const before = statSync(file).mtimeMs;
    await ensureOwnerToken(server.dataDir, id);
    expect(statSync(file).mtimeMs).toBe(before);
    expect(await stranger.auth.signIn({ ...owner, session: 'bearer' })).toMatchObject({ token: expect.stringMatching(/^[0-9a-z]{32}$/) });
  });
});

describe('a device', () => {
  it('is approved in the browser and fetches its token once', async () => {
    const device = await stranger.auth.startDevice({ name: 'laptop' });
    expect(device.verificationUrl).toBe(`http://localhost:${server.port}/device?code=${device.userCode}`);
    const poll = () => stranger.auth.pollDevice({ deviceCode: device.deviceCode });
    expect(await poll()).toEqual({ status: 'pending', token: null });
    expect(await api.auth.findDevice({ userCode: device.userCode.toLowerCase() })).toMatchObject({ name: 'laptop' });
    expect(await api.auth.decideDevice({ userCode: device.userCode, approve: true })).toEqual({ approved: true });
    const { status, token } = await poll();
    expect(status).toBe('approved');
    expect((await server.ask('/api/v1/me', { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
    expect(await poll()).toEqual({ status: 'expired', token: null });
  });

  it('is denied, or was never there', async () => {
    const { userCode, deviceCode } = await stranger.auth.startDevice({ name: 'stranger' });
    await api.auth.decideDevice({ userCode, approve: false });
    expect(await stranger.auth.pollDevice({ deviceCode })).toEqual({ status: 'denied', token: null });
    expect(await problemOf(api.auth.decideDevice({ userCode, approve: true }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await problemOf(api.auth.findDevice({ userCode: 'AAAA-AAAA' }))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

it('resets a forgotten password by letter, once, and ends every session', async () => {
  const { token } = await stranger.auth.signIn({ ...owner, session: 'bearer' });
  const socket = io(`http://localhost:${server.port}`, { auth: { token }, transports: ['websocket'] });
  const told = new Promise<void>((resolve) => socket.on('session.ended', () => resolve()));
  await until('the socket', () => socket.connected);
  await stranger.auth.requestPasswordReset({ email: 'nobody@localhost.com' });
  // the default sign-in isn't a deliverable address, so the letter goes out by the service
  const { requestReset } = await import('./auth.service.ts');
  requestReset(server.ctx, owner.email, 'en');
  const letter = await until('the letter', () => server.letters[0]);
  const link = /reset-password\/([0-9a-z]+)/.exec(letter.text)?.[1] ?? '';
  expect(await stranger.auth.resetPassword({ token: link, password: 'a new long password' })).toEqual({ changed: true });
  expect(await problemOf(stranger.auth.resetPassword({ token: link, password: 'a new long password' }))).toMatchObject({
    status: 410,
    code: 'RESET_LINK_INVALID',
  });
  await told;
  socket.close();
  expect((await server.ask('/api/v1/me', { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
  expect(await stranger.auth.signIn({ email: owner.email, password: 'a new long password' })).toMatchObject({
    user: { mustChangePassword: false },
  });
});

it('refuses sockets of strangers and shows owners what happens', async () => {
  const refused = io(`http://localhost:${server.port}`, { auth: { token: 'x'.repeat(32) }, transports: ['websocket'] });
  const refusal = await new Promise<Error>((resolve) => refused.on('connect_error', resolve));
  expect(refusal.message).toBe('UNAUTHENTICATED');
  refused.close();

  const { token } = await stranger.auth.signIn({ email: owner.email, password: 'a new long password', session: 'bearer' });
  const socket = io(`http://localhost:${server.port}`, { auth: { token }, transports: ['websocket'] });
  const events: { name: string; status?: string }[] = [];
  socket.onAny((name: string, data: { status?: string }) => events.push({ name, ...(data.status ? { status: data.status } : {}) }));
  await until('the socket', () => socket.connected);
  const client = (await import('@chat-saas/contract/client')).createApiClient(platformContract, {
    url: `http://localhost:${server.port}/api/v1`,
    headers: () => ({ authorization: `Bearer ${token}` }),
  });
  await client.tenants.create({ name: 'Ao vivo' });
  await until('the end', () => events.some(({ name, status }) => name === 'operation.changed' && status === 'succeeded'));
  await until('the tenant', () => events.some(({ name, status }) => name === 'tenant.changed' && status === 'ready'));
  socket.close();
});
