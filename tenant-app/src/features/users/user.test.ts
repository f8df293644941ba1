import { ENTITLEMENT_DEFAULTS } from '@chat-saas/contract';
import { expect, it } from '@jest/globals';
import { testServer } from '../../test/test-server.ts';

const server = await testServer();
const admin = await server.anAdmin({ name: 'Dona Lurdes' });
const asAdmin = server.as(admin);
const allow = (maxAgents: number | null) =>
  server
    .as('platform')
    .put('/platform/entitlements')
    .send({ ...ENTITLEMENT_DEFAULTS, limits: { ...ENTITLEMENT_DEFAULTS.limits, maxAgents } });

it('adds a person with a one-time password that has to be changed', async () => {
  const { status, body } = await asAdmin
    .post('/users')
    .send({ name: 'João 🙂', email: 'Joao@Padaria.example', phone: '+55 81 99712-4408' });
  expect({ status, body }).toMatchObject({
    status: 201,
    body: { user: { name: 'João 🙂', email: 'joao@padaria.example', role: 'agent', phone: '5581997124408', mustChangePassword: true } },
  });
  const signedIn = await server.as(null).post('/auth/login').send({ email: 'joao@padaria.example', password: body.password });
  expect(signedIn.body.user).toMatchObject({ mustChangePassword: true });
  expect((await asAdmin.get('/users')).body).toMatchObject({ maxAgents: 10, items: [{ name: 'Dona Lurdes' }, { name: 'João 🙂' }] });
  expect((await asAdmin.post('/users').send({ name: 'Outro', email: 'joao@padaria.example' })).body).toMatchObject({
    status: 409,
    code: 'EMAIL_TAKEN',
  });
});

it('keeps to the plan’s number of people, even when many are added at once', async () => {
  await allow((await asAdmin.get('/users')).body.items.length + 1);
  const added = await Promise.all([1, 2, 3].map((n) => asAdmin.post('/users').send({ name: `P${n}`, email: `p${n}@padaria.example` })));
  expect(added.filter((response) => response.status === 201).length).toBeLessThanOrEqual(1);
  expect(added.filter((response) => response.body.code === 'AGENT_LIMIT_REACHED').length).toBeGreaterThanOrEqual(2);
  await allow(null);
  expect((await asAdmin.post('/users').send({ name: 'Rita', email: 'rita@padaria.example' })).status).toBe(201);
});

it('changes name, phone and role; the new role counts at once', async () => {
  const ana = await server.anAgent();
  expect((await asAdmin.put(`/users/${ana.id}`).send({ name: 'Ana Souza', role: 'admin' })).body).toMatchObject({
    name: 'Ana Souza',
    role: 'admin',
    phone: null,
  });
  expect((await server.as(ana).get('/brand/settings')).status).toBe(200);
  await asAdmin.put(`/users/${ana.id}`).send({ name: 'Ana Souza', role: 'agent' });
  expect((await server.as(ana).get('/me')).status).toBe(401); // signed out everywhere: nothing of the old role stays open
});

it('removes a person: sessions and sockets end', async () => {
  const ana = await server.anAgent();
  const socket = await server.socket(ana);
  expect((await asAdmin.delete(`/users/${ana.id}`)).body).toEqual({ removed: true });
  await socket.closed();
  expect((await server.as(ana).get('/me')).status).toBe(401);
  expect((await asAdmin.delete(`/users/${ana.id}`)).body).toMatchObject({ status: 404, code: 'NOT_FOUND' });
});

it('never loses the last administrator', async () => {
  expect((await asAdmin.delete(`/users/${admin.id}`)).body).toMatchObject({ status: 409, code: 'LAST_ADMIN' });
  expect((await asAdmin.put(`/users/${admin.id}`).send({ name: 'Dona Lurdes', role: 'agent' })).body.code).toBe('LAST_ADMIN');
  expect((await asAdmin.get('/me')).body).toMatchObject({ role: 'admin', name: 'Dona Lurdes' });
});

it('gives a new one-time password; the old one and the sessions stop working', async () => {
  const ana = await server.anAgent();
  const { body } = await asAdmin.post(`/users/${ana.id}/password`).send({});
  expect(body.password).toMatch(/^(\w{4}-){3}\w{4}$/);
  expect((await server.as(ana).get('/me')).status).toBe(401);
  const login = (password: string) => server.as(null).post('/auth/login').send({ email: ana.email, password });
  expect((await login(ana.password)).status).toBe(401);
  expect((await login(body.password)).body.user.mustChangePassword).toBe(true);
  expect((await asAdmin.post('/users/naoexiste/password').send({})).status).toBe(404);
});

it('refuses agents, and input that makes no sense', async () => {
  const ana = await server.anAgent();
  expect((await server.as(ana).post('/users').send({ name: 'X', email: 'x@padaria.example' })).body.code).toBe('FORBIDDEN');
  expect((await server.as(ana).get('/users')).status).toBe(200);
  const wrong = await asAdmin.post('/users').send({ name: 'a\u0000b', email: 'x', role: 'owner', phone: '12' });
  expect(wrong.body.errors.map((issue: { path: string }) => issue.path)).toEqual(['name', 'email', 'role', 'phone']);
});
