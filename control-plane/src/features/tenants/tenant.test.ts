import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { testControlPlane } from '../../test/test-server.ts';
import { until } from '../../test/until.ts';

const server = await testControlPlane();
const { api, stacks } = server;
afterEach(() => stacks.mend());
afterAll(() => server.discard());
const problemOf = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: { problem: unknown }) => error.problem,
  );

describe('creating a tenant', () => {
  it('answers at once, then makes the stack, and says ready once its host name answers', async () => {
    const release = stacks.hold();
    const { tenant, operation } = await api.tenants.create({
      name: 'Padaria São João',
      plan: 'professional',
      adminEmail: 'ana@padaria.com',
    });
    expect(tenant).toMatchObject({
      slug: 'padaria-sao-joao',
      status: 'provisioning',
      plan: 'professional',
      currentOperationId: operation.id,
    });
    expect(tenant.appUrl).toBe(`http://padaria-sao-joao.localhost:${server.port}`);
    release();
    const ended = await server.ended(operation.id);
    expect(ended).toMatchObject({ status: 'succeeded', error: null });
    expect(ended.steps.every(({ status, detail }) => status === 'succeeded' && detail)).toBe(true);
    expect(await api.tenants.get({ id: tenant.id })).toMatchObject({
      status: 'ready',
      reason: null,
      currentOperationId: null,
      messagesToday: 7,
      instances: { total: 1 },
      memoryBytes: 51_000_000,
    });
    expect(stacks.appOf(tenant.id).admins).toMatchObject([{ email: 'ana@padaria.com' }]);
  });

  it('gives the second of a name another slug, refuses a taken or reserved one', async () => {
    expect((await server.aTenant({ name: 'Padaria São João' })).slug).toBe('padaria-sao-joao-2');
    expect(await problemOf(api.tenants.create({ name: 'X', slug: 'padaria-sao-joao' }))).toMatchObject({ status: 409, code: 'SLUG_TAKEN' });
    expect(await problemOf(api.tenants.create({ name: 'X', slug: 'admin' }))).toMatchObject({ status: 409, code: 'SLUG_TAKEN' });
  });

  it('answers a repeated key with the same tenant and operation, also at the same time; another body is refused', async () => {
    const context = { context: { idempotencyKey: 'key-1' } };
    const input = { name: 'Repetida', slug: 'repetida', plan: 'starter' as const };
    const answers = await Promise.all(Array.from({ length: 6 }, () => api.tenants.create(input, context)));
    expect(new Set(answers.map(({ tenant, operation }) => `${tenant.id} ${operation.id}`)).size).toBe(1);
    await server.ended(answers[0]?.operation.id ?? '');
    expect((await api.tenants.create(input, context)).tenant).toMatchObject({ id: answers[0]?.tenant.id, status: 'ready' });
    expect(await problemOf(api.tenants.create({ ...input, name: 'Outra' }, context))).toMatchObject({
      status: 409,
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect((await api.tenants.list({ q: 'repetida' })).total).toBe(1);
  });

  it('undoes everything when a step fails for good, says why, and can be tried again', async () => {
    stacks.fail('start_app', 'The app ended while starting.');
    const { tenant, operation } = await api.tenants.create({ name: 'Azarada' });
    const ended = await server.ended(operation.id);
    expect(ended).toMatchObject({ status: 'rolled_back', error: 'The app ended while starting.' });
    expect(ended.steps.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'validate undone',
      'make_secrets undone',
      'make_folders undone',
      'start_redis undone',
      'start_app undone',
      'first_admin skipped',
      'first_instance skipped',
      'route skipped',
      'probe skipped',
    ]);
    expect(stacks.stackOf(tenant.id)).toBe(null);
    expect(await api.tenants.get({ id: tenant.id })).toMatchObject({ status: 'failed', reason: 'The app ended while starting.' });
    expect((await server.ask('/', { host: server.hostOf(tenant.slug) })).status).toBe(404);
    stacks.mend();
    const retried = await api.operations.retry({ id: operation.id });
    expect((await server.ended(retried.id)).status).toBe('succeeded');
    expect((await api.tenants.get({ id: tenant.id })).status).toBe('ready');
    expect(await problemOf(api.operations.retry({ id: retried.id }))).toMatchObject({ code: 'OPERATION_NOT_FAILED' });
  });

  it('tries a step again before it gives up', async () => {
    stacks.fail('start_redis', 'Busy.', 1);
    const tenant = await server.aTenant();
    const { items } = await api.operations.list({ tenantId: tenant.id });
    expect(items[0]?.steps.find(({ name }) => name === 'start_redis')).toMatchObject({ attempts: 2, status: 'succeeded', error: null });
  });

  it('previews without doing it, and does only what was previewed', async () => {
    const input = { name: 'Prévia', plan: 'business' as const };
    const preview = await api.tenants.preview({ kind: 'provision', input });
    expect(preview).toMatchObject({ kind: 'provision', tenant: 'previa' });
    expect((await api.tenants.list({ q: 'previa' })).total).toBe(0);
    expect(await problemOf(api.tenants.create({ ...input, plan: 'starter', expectedPlan: preview.hash }))).toMatchObject({
      status: 409,
      code: 'PLAN_CHANGED',
    });
    const { operation } = await api.tenants.create({ ...input, expectedPlan: preview.hash });
    expect((await server.ended(operation.id)).status).toBe('succeeded');
    expect(await problemOf(api.tenants.create({ ...input, expectedPlan: preview.hash }))).toMatchObject({ code: 'PLAN_CHANGED' });
  });

  it('refuses an engine that cannot run here', async () => {
    expect(await problemOf(api.tenants.create({ name: 'X', engine: 'whatsapp-web' }))).toMatchObject({
      status: 503,
      code: 'ENGINE_UNAVAILABLE',
    });
  });

  it.each([
    [{}, 'name'],
    [{ name: 'a'.repeat(10_000) }, 'name'],
    [{ name: 'x\u0000y' }, 'name'],
    [{ name: { $where: '1' } }, 'name'],
    [{ name: 'X', plan: 'gold' }, 'plan'],
    [{ name: 'X', slug: '../x' }, 'slug'],
    [{ name: 'X', adminEmail: 'no' }, 'adminEmail'],
  ])('answers %j with 400 naming the field', async (body, path) => {
    for (const url of ['/api/v1/tenants', '/api/saas/create-tenant']) {
      const { status, json } = await server.asOwner(url, { method: 'POST', body });
      expect({ status, code: json.code, path: json.errors[0].path }).toEqual({ status: 400, code: 'INVALID_INPUT', path });
    }
  });

  it('makes odd names harmless', async () => {
    for (const name of ['🍞', '{{constructor}}', '../../etc', '$where']) {
      const tenant = await server.aTenant({ name });
      expect(tenant).toMatchObject({ name, status: 'ready' });
      expect(tenant.slug).toMatch(/^[a-z0-9-]+$/);
    }
  });
});

describe('a tenant’s life', () => {
  it('is suspended: the door closes, the stack stops, the data stay; and resumed', async () => {
    const { id, slug } = await server.aTenant();
    const { operation } = await api.tenants.suspend({ id, reason: 'Sem pagamento' });
    expect((await server.ended(operation.id)).status).toBe('succeeded');
    expect(await api.tenants.get({ id })).toMatchObject({ status: 'suspended', reason: 'Sem pagamento' });
    expect(stacks.stackOf(id)).toMatchObject({ app: 'stopped', redis: 'stopped', folders: true, database: true });
    const page = await server.ask('/', { host: server.hostOf(slug), headers: { accept: 'text/html', 'accept-language': 'es' } });
    expect([page.status, page.text]).toEqual([503, expect.stringContaining('Servicio suspendido')]);
    expect((await server.ask('/api/v1/me', { host: server.hostOf(slug) })).json).toMatchObject({ status: 503, code: 'TENANT_SUSPENDED' });
    expect(await problemOf(api.tenants.suspend({ id }))).toMatchObject({ code: 'WRONG_STATE' });
    expect(await problemOf(api.tenants.access({ id }))).toMatchObject({ code: 'WRONG_STATE' });
    await server.ended((await api.tenants.resume({ id })).operation.id);
    expect(await api.tenants.get({ id })).toMatchObject({ status: 'ready', reason: null });
    expect((await server.ask('/x', { host: server.hostOf(slug) })).json.tenantId).toBe(id);
  });

  it('is restarted', async () => {
    const { id } = await server.aTenant();
    const before = stacks.taken.length;
    expect((await server.ended((await api.tenants.restart({ id })).operation.id)).status).toBe('succeeded');
    expect(stacks.taken.slice(before)).toEqual(['stop_app', 'stop_redis', 'start_redis', 'start_app']);
  });

  it('is deleted for good, only with its name, record last', async () => {
    const { id, slug, name } = await server.aTenant();
    expect(await problemOf(api.tenants.remove({ id, confirm: 'outro' }))).toMatchObject({ status: 400, code: 'CONFIRMATION_WRONG' });
    stacks.fail('drop_database', 'No.', 3);
    const first = await server.ended((await api.tenants.remove({ id, confirm: name })).operation.id);
    expect(first).toMatchObject({ status: 'failed', error: 'No.' });
    expect(await api.tenants.get({ id })).toMatchObject({ status: 'failed', reason: 'No.' });
    const second = await server.ended((await api.tenants.remove({ id, confirm: slug })).operation.id);
    expect(second.status).toBe('succeeded');
    expect(await problemOf(api.tenants.get({ id }))).toMatchObject({ status: 404 });
    expect(stacks.stackOf(id)).toBe(null);
    expect((await server.ask('/', { host: server.hostOf(slug) })).status).toBe(404);
  }, 30_000);

  it('comes back by itself when its app dies, and says so meanwhile', async () => {
    const { id } = await server.aTenant();
    stacks.fail('start_app', 'Not yet.', 1);
    await stacks.crash(id);
    await until('degraded', async () => (await api.tenants.get({ id })).status === 'degraded');
    expect((await api.tenants.get({ id })).reason).toMatch(/SIGKILL|Not yet/);
    await until('ready again', async () => (await api.tenants.get({ id })).status === 'ready');
  });

  it('changes its plan at its stack', async () => {
    const { id } = await server.aTenant();
    expect(await api.tenants.update({ id, plan: 'business', name: 'Nova' })).toMatchObject({ plan: 'business', name: 'Nova' });
    expect(stacks.appOf(id).told.at(-1)).toMatchObject({ planId: 'business', limits: { maxAgents: 25 } });
  });

  it('hands out links and the one-time password once', async () => {
    const { id, slug } = await server.aTenant();
    const { urls, owner } = await api.tenants.access({ id });
    expect(urls.connect).toMatch(new RegExp(`^http://localhost:${server.port}/client/${id}[0-9a-z]{26}$`));
    expect(urls).toMatchObject({ app: `http://${slug}.localhost:${server.port}`, phone: expect.stringContaining('/phone/') });
    expect(owner).toEqual(stacks.appOf(id).admins[0]);
    expect((await api.tenants.access({ id })).owner).toBe(null);
    expect(await api.tenants.resetAdminPassword({ id })).toMatchObject({ password: 'new-one-time-pass' });
    const link = await server.ask(urls.connect.slice(urls.connect.indexOf('/client')), {});
    expect([link.status, link.headers.location]).toEqual([
      302,
      `http://${slug}.localhost:${server.port}/c/${urls.connect.split('/').at(-1)}`,
    ]);
  });
});

describe('operations', () => {
  it('run one at a time per tenant', async () => {
    const { id } = await server.aTenant();
    const release = stacks.hold();
    const { operation } = await api.tenants.restart({ id });
    expect(await problemOf(api.tenants.suspend({ id }))).toMatchObject({ status: 409, code: 'TENANT_BUSY' });
    release();
    await server.ended(operation.id);
  });

  it('are cancelled before the next step and undone', async () => {
    const release = stacks.hold();
    const { tenant, operation } = await api.tenants.create({ name: 'Desistente' });
    await until('the first stack step', async () =>
      (await api.operations.get({ id: operation.id })).steps.some(({ name, status }) => name === 'make_folders' && status === 'running'),
    );
    await api.operations.cancel({ id: operation.id });
    release();
    expect(await server.ended(operation.id)).toMatchObject({ status: 'cancelled', error: 'It was cancelled.' });
    expect(stacks.stackOf(tenant.id)).toBe(null);
    expect(await problemOf(api.operations.cancel({ id: operation.id }))).toMatchObject({ code: 'OPERATION_FINISHED' });
  });

  it('repeat under a key as the same operation', async () => {
    const { id } = await server.aTenant();
    const context = { context: { idempotencyKey: 'suspend-once' } };
    const [first, second] = [await api.tenants.suspend({ id }, context), await api.tenants.suspend({ id }, context)];
    expect(second.operation.id).toBe(first.operation.id);
    await server.ended(first.operation.id);
    expect((await api.tenants.suspend({ id }, context)).operation).toMatchObject({ id: first.operation.id, status: 'succeeded' });
  });
});

it('finds tenants by id, slug and unambiguous prefix, filters and pages', async () => {
  const [a, b] = [await server.aTenant({ name: 'Zebra Um' }), await server.aTenant({ name: 'Zebra Dois' })];
  expect((await api.tenants.get({ id: 'zebra-um' })).id).toBe(a.id);
  expect((await api.tenants.get({ id: b.id.slice(0, 11) })).id).toBe(b.id);
  expect(await problemOf(api.tenants.get({ id: 'zebra' }))).toMatchObject({
    status: 409,
    code: 'AMBIGUOUS',
    params: { candidates: ['zebra-dois', 'zebra-um'] },
  });
  expect(await problemOf(api.tenants.get({ id: 'nobody' }))).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  const first = await api.tenants.list({ q: 'zebra', limit: 1, status: 'active' });
  const second = await api.tenants.list({ q: 'zebra', limit: 1, status: 'active', cursor: first.nextCursor ?? '' });
  expect([first.total, first.items[0]?.id, second.items[0]?.id, second.nextCursor]).toEqual([2, b.id, a.id, null]);
  expect(await api.dashboard.get()).toMatchObject({ tenants: { ready: expect.any(Number) }, messagesToday: expect.any(Number) });
});
