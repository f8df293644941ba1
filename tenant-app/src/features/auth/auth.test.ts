import type { Letter } from '@chat-saas/server/mail';
import { expect, it } from '@jest/globals';
import { testServer } from '../../test/test-server.ts';

const letters: Letter[] = [];
const mail = { isConfigured: true, send: async (letter: Letter) => void letters.push(letter) };
const server = await testServer({ mail });

const stranger = () => server.as(null);
const login = (body: object) => stranger().post('/auth/login').send(body);

it('signs in by e-mail in any case, with a bearer token', async () => {
  const ana = await server.anAgent();
  const { status, body } = await login({ email: ` ${ana.email.toUpperCase()} `, password: ana.password, session: 'bearer' });
  expect({ status, body }).toMatchObject({ status: 200, body: { user: { id: ana.id, role: 'agent' }, token: expect.any(String) } });
  expect(JSON.stringify(body)).not.toContain('passwordHash');
  expect((await server.as({ ...ana, token: body.token }).get('/me')).body).toMatchObject({
    email: ana.email,
    lastSeenAt: expect.any(String),
  });
});

it('signs a browser in with an HttpOnly cookie and a CSRF token, and answers without a token', async () => {
  const ana = await server.anAgent();
  const response = await login({ email: ana.email, password: ana.password });
  const cookies = (response.headers['set-cookie'] as unknown as string[]).join('\n');
  expect(cookies).toMatch(/^session=[^;]+;.*HttpOnly; SameSite=Lax/m);
  expect(cookies).toMatch(/^csrf=(?!.*HttpOnly)/m);
  expect(response.body.token).toBeNull();
  expect((await server.as(ana, { via: 'cookie' }).get('/me')).body).toMatchObject({ id: ana.id });
});

it('refuses wrong credentials, says how many tries are left, then locks', async () => {
  const ana = await server.anAgent();
  for (let left = 4; left >= 0; left--) {
    const { status, body } = await login({ email: ana.email, password: 'errada' });
    expect({ status, body }).toMatchObject({ status: 401, body: { code: 'CREDENTIALS_INVALID', params: { attemptsLeft: left } } });
  }
  const { status, body } = await login({ email: ana.email, password: ana.password });
  expect({ status, body }).toMatchObject({
    status: 429,
    body: { code: 'SIGN_IN_LOCKED', params: { retryAfterSeconds: expect.any(Number) } },
  });
  expect((await login({ email: 'ninguem@padaria.example', password: 'x' })).body.code).toBe('CREDENTIALS_INVALID');
});

it('answers wrong input with 400 and names the field', async () => {
  expect((await login({ email: '', password: 'x' })).body).toMatchObject({
    status: 400,
    code: 'INVALID_INPUT',
    errors: [{ path: 'email' }],
  });
  expect((await login({ email: { $gt: '' }, password: { $ne: null } })).body).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
});

it('signs out: the session and its socket end', async () => {
  const ana = await server.anAgent();
  const socket = await server.socket(ana);
  expect((await server.as(ana).delete('/auth/session')).body).toEqual({ signedOut: true });
  await socket.closed();
  expect(socket.heard).toContainEqual({ event: 'session.ended', data: undefined });
  expect((await server.as(ana).get('/me')).body).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  await expect(server.socket(ana)).rejects.toThrow('UNAUTHENTICATED');
});

it('refuses a browser’s change without its CSRF token', async () => {
  const ana = await server.anAgent();
  const change = { current: ana.password, next: 'outra senha comprida' };
  expect((await server.as(ana, { via: 'cookie', csrf: false }).put('/me/password').send(change)).body).toMatchObject({
    status: 403,
    code: 'CSRF_INVALID',
  });
});

it('gives a browser that lost its CSRF cookie another one', async () => {
  const ana = await server.anAgent();
  const signedIn = await login({ email: ana.email, password: ana.password });
  const session = (signedIn.headers['set-cookie'] as unknown as string[]).find((line) => line.startsWith('session='))?.split(';')[0] ?? '';
  const cookiesOf = async (cookie: string) => ((await stranger().get('/me').set('cookie', cookie)).headers['set-cookie'] ?? []) as string[];
  const again = (await cookiesOf(session)).find((line) => line.startsWith('csrf='))?.split(';')[0] ?? '';
  const token = decodeURIComponent(again.slice('csrf='.length));
  const signOut = await stranger().delete('/auth/session').set('cookie', `${session}; ${again}`).set('x-csrf-token', token);
  expect(signOut.body).toEqual({ signedOut: true });
  expect(await cookiesOf('session=naoexiste')).toEqual([]);
});

it('changes the own password: the old one and every other session stop working', async () => {
  const ana = await server.anAgent();
  const browser = server.as(ana, { via: 'cookie' });
  expect((await browser.put('/me/password').send({ current: 'errada', next: 'outra senha comprida' })).body.code).toBe('PASSWORD_WRONG');
  expect((await browser.put('/me/password').send({ current: ana.password, next: 'curta' })).body.errors).toEqual([
    { path: 'next', message: 'At least 10 characters.' },
  ]);
  expect((await browser.put('/me/password').send({ current: ana.password, next: 'outra senha comprida' })).body).toEqual({ changed: true });
  expect((await browser.get('/me')).status).toBe(200);
  expect((await server.as(ana).get('/me')).status).toBe(401);
  expect((await login({ email: ana.email, password: ana.password })).status).toBe(401);
  expect((await login({ email: ana.email, password: 'outra senha comprida' })).body.user.mustChangePassword).toBe(false);
});

it('sends a link that works once, and answers the same for nobody', async () => {
  const ana = await server.anAgent({ name: 'Ana {{link}} <b>' });
  const ask = (email: string) => stranger().post('/auth/password-resets').set('accept-language', 'es').send({ email });
  expect((await ask('ninguem@padaria.example')).body).toEqual({ sent: true });
  expect((await ask(ana.email)).status).toBe(202);
  while (letters.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(letters).toHaveLength(1);
  expect(letters[0]).toMatchObject({ to: ana.email, subject: 'Padaria São João: elija una nueva contraseña' });
  expect(letters[0]?.text).toContain('Hola, Ana {{link}} <b>.');
  const token = /reset-password\/(\w+)/.exec(letters[0]?.text ?? '')?.[1];
  const choose = () => stranger().put(`/auth/password-resets/${token}`).send({ password: 'nova senha comprida' });
  expect((await choose()).body).toEqual({ changed: true });
  expect((await choose()).body).toMatchObject({ status: 410, code: 'RESET_LINK_INVALID' });
  expect((await server.as(ana).get('/me')).status).toBe(401);
  expect((await login({ email: ana.email, password: 'nova senha comprida' })).status).toBe(200);
});

it('says so when no e-mail can be sent', async () => {
  mail.isConfigured = false;
  const { status, body } = await stranger().post('/auth/password-resets').send({ email: 'ana@padaria.example' });
  mail.isConfigured = true;
  expect({ status, body }).toMatchObject({ status: 503, body: { code: 'MAIL_NOT_CONFIGURED' } });
});

it('tells its health to anybody', async () => {
  expect((await server.as(null, { prefix: '' }).get('/health')).body).toEqual({ status: 'ok' });
});
