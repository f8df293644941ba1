import { ENTITLEMENT_DEFAULTS } from '@chat-saas/contract';
import { expect, it } from '@jest/globals';
import { testServer } from '../../test/test-server.ts';

const server = await testServer();
const platform = server.as('platform');
const FIRST = { name: 'Seu Raimundo', email: 'raimundo@padaria.example', password: 'abcd-efgh-jkmn-pqrs' };

it('makes the first administrator once', async () => {
  expect((await platform.post('/platform/admin-password').send({})).body).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  expect((await platform.put('/platform/first-admin').send(FIRST)).body).toEqual({ created: true, email: FIRST.email });
  expect((await platform.put('/platform/first-admin').send({ ...FIRST, email: 'outro@padaria.example' })).body).toEqual({
    created: false,
    email: FIRST.email,
  });
  const { body } = await server.as(null).post('/auth/login').send(FIRST);
  expect(body.user).toMatchObject({ role: 'admin', mustChangePassword: true });
});

it('gives the first administrator a new one-time password', async () => {
  const { body } = await platform.post('/platform/admin-password').send({});
  expect(body.email).toBe(FIRST.email);
  expect((await server.as(null).post('/auth/login').send(FIRST)).status).toBe(401);
  expect((await server.as(null).post('/auth/login').send({ email: body.email, password: body.password })).status).toBe(200);
});

it('tells what it observes', async () => {
  expect((await platform.get('/platform/status')).body).toMatchObject({
    tenantId: server.config.TENANT_ID,
    database: 'ok',
    redis: 'ok',
    instances: { total: 0, ready: 0, attention: 0 },
    conversations: { open: 0, awaitingHuman: 0 },
    messagesToday: 0,
    memoryBytes: expect.any(Number),
  });
});

it('changes plan, limits and features; the team sees it at once', async () => {
  const entitlements = {
    ...ENTITLEMENT_DEFAULTS,
    planId: 'professional',
    planName: 'Professional',
    features: { ...ENTITLEMENT_DEFAULTS.features, fileUpload: true },
  };
  expect((await platform.put('/platform/entitlements').send(entitlements)).body).toEqual(entitlements);
  const agent = await server.anAgent();
  expect((await server.as(agent).get('/plan')).body).toEqual({
    ...entitlements,
    usage: { agents: 2, instances: 0, conversationsThisMonth: 0, storageBytes: 0 },
  });
  expect((await platform.put('/platform/entitlements').send({ ...entitlements, limits: { maxAgents: -1 } })).status).toBe(400);
});

it('is closed to administrators', async () => {
  const admin = await server.anAdmin();
  expect((await server.as(admin).get('/platform/status')).body).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  expect((await server.as({ ...admin, token: 'x'.repeat(40) }).get('/platform/status')).status).toBe(401);
});
