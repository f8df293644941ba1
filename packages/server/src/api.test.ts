import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Access, line, procedure } from '@chat-saas/contract';
import { createApiClient, type ProblemError } from '@chat-saas/contract/client';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { z } from 'zod';
import { mountApi } from './api.ts';
import { createHttp, finishHttp, jsonBody } from './http.ts';
import { problem } from './problem.ts';
import { type Exchange, implement, listProcedures } from './rpc.ts';

const contract = {
  cakes: {
    bake: procedure({ access: 'agent' })
      .route({ method: 'POST', path: '/cakes/{id}', successStatus: 201 })
      .input(z.object({ id: z.string(), name: line(20), size: z.coerce.number().max(3).default(1) }))
      .output(z.object({ id: z.string(), name: z.string() }))
      .errors({ BURNT: { status: 409, message: 'O bolo queimou.' } }),
    look: procedure({ access: 'public', perMinute: 3 })
      .route({ method: 'GET', path: '/cakes' })
      .output(z.object({ seen: z.string() })),
    lie: procedure({ access: 'public' })
      .route({ method: 'GET', path: '/lie' })
      .output(z.object({ n: z.number() })),
    crash: procedure({ access: 'public' }).route({ method: 'GET', path: '/crash' }).output(z.object({})),
  },
};
interface Actor {
  id: string;
  role: Access;
}
let seen: Exchange | undefined;
const logged: string[] = [];
const log = pino({ level: 'error' }, { write: (text: string) => void logged.push(text) });

const router = {
  cakes: implement<typeof contract.cakes, null, Actor>(contract.cakes, {
    bake: ({ input }) => {
      if (input.name === 'queimado') throw problem('BURNT', { params: { minutes: 90 } });
      return { ...input, secret: 'receita' };
    },
    look: ({ exchange }) => {
      seen = exchange;
      return { seen: exchange.locale };
    },
    lie: () => ({ n: 'x' as unknown as number }),
    crash: () => {
      throw new Error('a secret detail');
    },
  }),
};

let http: Server;
let url: string;
beforeAll(async () => {
  const app = createHttp({ log, trustProxy: false });
  mountApi<null, Actor>(app, {
    title: 'Cakes',
    version: '1',
    contract,
    router,
    ctx: null,
    log,
    actorOf: (req) => (req.get('x-role') ? { id: 'a', role: req.get('x-role') as Access } : null),
    reaches: (actor, access) => actor.role === access,
    session: { set: () => undefined, clear: () => undefined },
    rateLimits: true,
  });
  app.get('/api/v1/later/:id', (req, res) => void res.json({ id: req.params.id }));
  app.post('/echo', jsonBody(), (req, res) => void res.json(req.body));
  finishHttp(app, log);
  http = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => http.once('listening', resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterAll(() => void http.close());

const bake = (body: unknown, headers: Record<string, string> = { 'x-role': 'agent' }) =>
  fetch(`${url}/api/v1/cakes/7`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const json = async (response: Response) => ({
  status: response.status,
  type: response.headers.get('content-type'),
  body: (await response.json()) as unknown,
});

it('answers with the declared output only', async () => {
  expect(await json(await bake({ name: 'Bolo de rolo' }))).toMatchObject({ status: 201, body: { id: '7', name: 'Bolo de rolo' } });
  expect(await json(await bake({ name: 'Bolo' }))).not.toMatchObject({ body: { secret: 'receita' } });
});

it('asks who it is before it looks at what they sent', async () => {
  expect(await json(await bake({ name: 7 }, {}))).toMatchObject({
    status: 401,
    type: 'application/problem+json',
    body: { code: 'UNAUTHENTICATED' },
  });
  expect(await json(await bake({ name: 7 }, { 'x-role': 'owner' }))).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
  expect(await json(await bake({ name: 7, size: 9 }))).toMatchObject({
    status: 400,
    body: { code: 'INVALID_INPUT', errors: [{ path: 'name' }, { path: 'size' }] },
  });
});

it('declared errors carry their status, sentence, facts and the request id', async () => {
  expect(await json(await bake({ name: 'queimado' }))).toMatchObject({
    status: 409,
    body: { code: 'BURNT', detail: 'O bolo queimou.', params: { minutes: 90 }, requestId: expect.any(String) },
  });
});

it('a body that can’t be read is the sender’s problem, and no noise in the log', async () => {
  logged.length = 0;
  expect(await json(await bake('{"name":'))).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT', requestId: expect.any(String) } });
  expect(await json(await bake({ name: 'x'.repeat(300_000) }))).toMatchObject({ status: 413, body: { code: 'PAYLOAD_TOO_LARGE' } });
  expect(logged).toEqual([]);
});

it('reads JSON that says so, and nothing that another site’s form could send', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/octet-stream', 'application/jsonp', ''])
    expect(await json(await bake({ name: 'Bolo' }, { 'x-role': 'agent', 'content-type': type }))).toMatchObject({
      status: 415,
      body: { code: 'UNSUPPORTED_MEDIA_TYPE', requestId: expect.any(String) },
    });
  expect((await bake({ name: 'Bolo' }, { 'x-role': 'agent', 'content-type': 'application/json; charset=utf-8' })).status).toBe(201);
});

it('takes no idempotency key that it could not keep', async () => {
  expect(await json(await bake({ name: 'Bolo' }, { 'x-role': 'agent', 'idempotency-key': 'k'.repeat(201) }))).toMatchObject({
    status: 400,
    body: { code: 'INVALID_INPUT' },
  });
});

it('a bug is 500 without detail, logged once with its stack', async () => {
  for (const path of ['crash', 'lie']) {
    logged.length = 0;
    const { status, body } = await json(await fetch(`${url}/api/v1/${path}`));
    expect({ status, body }).toMatchObject({ status: 500, body: { code: 'INTERNAL_ERROR' } });
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(logged.filter((text) => text.includes('unexpected error'))).toHaveLength(1);
  }
});

it('tells the caller’s language, and limits how often they call', async () => {
  const look = () => fetch(`${url}/api/v1/cakes`, { headers: { 'accept-language': 'es-MX', 'idempotency-key': 'k-1' } });
  expect(await json(await look())).toMatchObject({ body: { seen: 'es' } });
  expect(seen).toMatchObject({ idempotencyKey: 'k-1', ip: expect.stringContaining('127.0.0.1') });
  await look();
  await look();
  expect(await json(await look())).toMatchObject({
    status: 429,
    body: { code: 'RATE_LIMITED', params: { retryAfterSeconds: expect.any(Number) } },
  });
});

it('gives the typed client a ProblemError', async () => {
  const client = createApiClient(contract, { url: `${url}/api/v1`, headers: () => ({ 'x-role': 'agent' }) });
  expect(await client.cakes.bake({ id: '1', name: 'Bolo' })).toEqual({ id: '1', name: 'Bolo' });
  const error = (await client.cakes.bake({ id: '1', name: 'queimado' }).catch((caught: unknown) => caught)) as ProblemError;
  expect(error.problem).toMatchObject({ code: 'BURNT', status: 409, params: { minutes: 90 } });
  const gone = (await createApiClient(contract, { url: 'http://127.0.0.1:1/api/v1' })
    .cakes.lie()
    .catch((caught: unknown) => caught)) as ProblemError;
  expect(gone.problem).toMatchObject({ code: 'UNREACHABLE', status: 0 });
});

it('documents itself', async () => {
  const document = (await json(await fetch(`${url}/api/v1/openapi.json`))).body as { openapi: string; paths: object };
  expect([document.openapi.slice(0, 3), Object.keys(document.paths)]).toEqual(['3.1', ['/cakes/{id}', '/cakes', '/lie', '/crash']]);
  expect(await (await fetch(`${url}/api/v1/docs`)).text()).toContain('swagger-ui-bundle.js');
  expect((await fetch(`${url}/api/v1/docs/assets/swagger-ui.css`)).status).toBe(200);
  expect(listProcedures(contract)[0]).toEqual({ path: 'cakes.bake', access: 'agent', method: 'POST', url: '/cakes/{id}' });
});

it('outside the contract: JSON bodies, unknown paths and security headers', async () => {
  const echo = (body: string) => fetch(`${url}/echo`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect(await json(await echo('{"a":1}'))).toMatchObject({ body: { a: 1 } });
  expect(await json(await echo('{"a":'))).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT' } });
  expect(await json(await fetch(`${url}/api/v1/later/7`))).toMatchObject({ status: 200, body: { id: '7' } });
  const nowhere = await fetch(`${url}/nada`, { headers: { 'x-request-id': 'forged-id-1234' } });
  expect(nowhere.headers.get('x-request-id')).not.toBe('forged-id-1234');
  expect(nowhere.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(await json(nowhere)).toMatchObject({ status: 404, type: expect.stringContaining('application/problem+json') });
});
