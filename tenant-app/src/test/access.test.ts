import { listProcedures } from '@chat-saas/server/rpc';
import { describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { router } from '../app/router.ts';
import { tenantContract } from '../contract.ts';
import { testServer } from './test-server.ts';

const server = await testServer();
const agent = await server.anAgent();
const admin = await server.anAdmin();

/** Everything that may be asked without signing in. Nothing joins this list by accident. */
const PUBLIC = ['auth.signIn', 'auth.requestPasswordReset', 'auth.resetPassword', 'brand.get'];
/** Express-only routes, with who may call them. */
const OTHERS = [
  { path: 'uploads', access: 'agent', method: 'POST', url: '/uploads' },
  { path: 'media', access: 'agent', method: 'GET', url: '/media/naoexiste' },
  { path: 'brand.logo', access: 'admin', method: 'PUT', url: '/brand/logo' },
  { path: 'brand.favicon', access: 'admin', method: 'PUT', url: '/brand/favicon' },
] as const;

const procedures = listProcedures(tenantContract);
const closed = [...procedures.filter(({ path }) => !PUBLIC.includes(path)), ...OTHERS];
const call = (
  who: Parameters<typeof server.as>[0],
  { method, url }: { method: string; url: string },
  options?: Parameters<typeof server.as>[1],
) => server.as(who, options)[method.toLowerCase() as 'get'](url.replace(/{\w+}/g, 'naoexiste'));

it('serves the whole contract', () => {
  expect(Object.keys(router).sort()).toEqual(Object.keys(tenantContract).sort());
});

it('is public by an explicit list only', () => {
  expect(procedures.filter(({ access }) => access === 'public').map(({ path }) => path)).toEqual(PUBLIC);
});

describe.each(closed.map((procedure) => ({ ...procedure, name: `${procedure.method} ${procedure.url}` })))('$name', (procedure) => {
  it('refuses a stranger, whatever they send', async () => {
    const { body, status, headers } = await call(null, procedure);
    expect({ status, body }).toMatchObject({ status: 401, body: { code: 'UNAUTHENTICATED', status: 401 } });
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  });
  it('refuses a token that was never given out', async () => {
    expect((await call({ ...agent, token: 'x'.repeat(32) }, procedure)).status).toBe(401);
  });
  const tooLow = procedure.access === 'agent' ? [] : procedure.access === 'admin' ? [agent] : [agent, admin];
  if (tooLow.length > 0)
    it('refuses the wrong role', async () => {
      for (const who of tooLow) expect((await call(who, procedure)).body).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    });
  if (procedure.method !== 'GET')
    it('refuses a browser without a CSRF token', async () => {
      expect((await call(admin, procedure, { via: 'cookie', csrf: false })).body).toMatchObject({ status: 403, code: 'CSRF_INVALID' });
    });
});

describe('bad input', () => {
  const writes = procedures.filter(({ method, access }) => method !== 'GET' && access !== 'platform');
  const post = (url: string, body: string | Buffer, type = 'application/json') =>
    supertest(server.url).post(url).set('authorization', `Bearer ${admin.token}`).set('content-type', type).send(body);

  it.each([
    ['malformed JSON', '{"name":'],
    ['a list', '[]'],
    ['a bare text', '"x"'],
    ['null', 'null'],
    ['operators', '{"name":{"$where":"sleep(1000)"},"email":{"$gt":""}}'],
    ['a prototype', '{"__proto__":{"role":"platform"},"constructor":{"prototype":{"x":1}},"name":"x"}'],
    ['null bytes', '{"name":"a\\u0000b","email":"a\\u0000@x.example"}'],
    ['10 kB names', JSON.stringify({ name: 'x'.repeat(10_000), email: 'a@x.example' })],
    ['deep nesting', '['.repeat(20_000) + ']'.repeat(20_000)],
    ['nothing', ''],
  ])('%s never ends in 500', async (_, body) => {
    const { status, body: answer, headers } = await post('/api/v1/users', body);
    expect({ status, answer }).toMatchObject({
      status: 400,
      answer: { code: 'INVALID_INPUT', detail: expect.any(String), requestId: expect.any(String) },
    });
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it.each([
    ['XML', 'application/xml', '<x/>'],
    ['text', 'text/plain', 'x'],
    ['broken multipart', 'multipart/form-data; boundary=y', '--x'],
    ['a form', 'application/x-www-form-urlencoded', 'name=x&name[$ne]=y'],
    ['no known type', 'application/octet-stream', 'x'],
    ['a strange charset', 'application/json; charset=utf-7', '{}'],
  ])('%s is refused with 4xx', async (_, type, body) => {
    const answer = await post('/api/v1/users', body, type);
    expect({ status: Math.floor(answer.status / 100), body: answer.body }).toMatchObject({ status: 4, body: { code: expect.any(String) } });
  });

  it('refuses a body over the limit', async () => {
    const { status, body } = await post('/api/v1/users', JSON.stringify({ name: 'x'.repeat(300_000) }));
    expect({ status, body }).toMatchObject({ status: 413, body: { code: 'PAYLOAD_TOO_LARGE' } });
  });

  it.each(['/api/v1/nada', '/api/v1/users/%00', '/api/v1/users/%E0%A4%A', '/api/v1/../../etc/passwd', '/api/v1/users/{{7*7}}'])(
    '%s is a problem, not a bug',
    async (path) => {
      const { status, body } = await supertest(server.url)
        .put(path)
        .set('authorization', `Bearer ${admin.token}`)
        .send({ name: 'x', role: 'agent' });
      expect({ status: Math.floor(status / 100), body }).toMatchObject({
        status: 4,
        body: { code: expect.any(String), detail: expect.any(String) },
      });
    },
  );

  it('answers 4xx on every procedure for input that can’t be right', async () => {
    const answers = await Promise.all(
      writes.map(async (procedure) => {
        const response = await call(admin, { ...procedure, url: procedure.url.replace(/{\w+}/g, '%24where') }).send({
          $where: '1',
          __proto__: [],
          name: 'x'.repeat(10_000),
          role: 7,
        });
        return { path: procedure.path, status: response.status };
      }),
    );
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  });
});

it('tells nothing about its insides', async () => {
  const { headers } = await server.as(null).get('/brand');
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': expect.any(String),
    'content-security-policy': expect.stringContaining("default-src 'self'"),
  });
  expect(headers['x-powered-by']).toBeUndefined();
  expect((await server.as(null).get('/openapi.json')).body.openapi).toMatch(/^3\.1/);
});
