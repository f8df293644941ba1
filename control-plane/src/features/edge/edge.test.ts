import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testControlPlane } from '../../test/test-server.ts';
import type { Tenant } from '../tenants/tenant.contract.ts';

const server = await testControlPlane();
let [a, b] = [] as unknown as [Tenant, Tenant];
beforeAll(async () => {
  a = await server.aTenant({ name: 'Alfa' });
  b = await server.aTenant({ name: 'Beta' });
});
afterAll(() => server.discard());
const at = (tenant: Tenant, path: string, asked = {}) => server.ask(path, { host: server.hostOf(tenant.slug), ...asked });

describe('the edge', () => {
  it('leads each host name to its own stack', async () => {
    expect((await at(a, '/x?y=1')).json).toMatchObject({ tenantId: a.id, url: '/x?y=1' });
    expect((await at(b, '/x', { method: 'POST', body: { hello: 'ção' } })).json).toMatchObject({
      tenantId: b.id,
      method: 'POST',
      body: '{"hello":"ção"}',
    });
  });

  it('passes bodies of any size and refusals through', async () => {
    const big = 'x'.repeat(3_000_000);
    expect((await at(a, '/upload', { method: 'PUT', body: JSON.stringify(big) })).json.body).toHaveLength(big.length + 2);
    expect((await at(a, '/api/v1/refused')).json).toMatchObject({ status: 409, code: 'REFUSED' });
  });

  it('says who asks, and lets nobody else say it', async () => {
    const headers = {
      'x-forwarded-for': '6.6.6.6',
      'x-forwarded-host': 'evil',
      'x-real-ip': '6.6.6.6',
      forwarded: 'for=6.6.6.6',
      'x-tenant-id': b.id,
      'x-request-id': 'forged-request',
      te: 'trailers',
      connection: 'close, x-drop',
      'x-drop': '1',
      cookie: 'session=mine',
    };
    const { json } = await at(a, '/echo', { headers });
    expect(json.headers).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
      'x-forwarded-host': server.hostOf(a.slug),
      host: server.hostOf(a.slug),
      cookie: 'session=mine',
    });
    for (const name of ['x-real-ip', 'forwarded', 'x-tenant-id', 'te', 'x-drop']) expect(json.headers).not.toHaveProperty(name);
    expect(json.headers['x-request-id']).not.toBe('forged-request');
  });

  it('keeps cookies to the host that was asked', async () => {
    expect((await at(a, '/echo')).headers['set-cookie']).toEqual(['session=x; Path=/']);
    const { json, headers } = await server.ask(`/api/whatsapp/${a.id}/status`, { headers: { cookie: 'session=owner' } });
    expect(json).toMatchObject({ tenantId: a.id, url: `/api/whatsapp/${a.id}/status` });
    expect(json.headers.cookie).toBeUndefined();
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('answers API calls without a tenant as the sources say, to the letter', async () => {
    for (const [path, host] of [
      ['/api/v1/me', 'nobody.localhost'],
      ['/api/whatsapp/nobody/qr', undefined],
      ['/api/me', undefined],
      ['/api/v1/me', 'evil.com'],
    ] as const) {
      const { status, text } = await server.ask(path, host ? { host } : {});
      expect([status, text]).toEqual([400, '{"error":"Tenant not identified"}']);
    }
    expect((await server.ask('/api/me', { headers: { 'x-tenant-id': a.slug } })).json.tenantId).toBe(a.id);
  });

  it('shows strangers of host names and links the same kind of plain page', async () => {
    const page = await server.ask('/', { host: 'nobody.localhost', headers: { accept: 'text/html' } });
    expect([page.status, page.text]).toEqual([404, expect.stringContaining('Página não encontrada')]);
    const link = await server.ask('/client/nobody', { headers: { accept: 'text/html', 'accept-language': 'en' } });
    expect([link.status, link.text]).toEqual([404, expect.stringContaining('no longer valid')]);
  });

  it('never lets the outside ask what only the platform may', async () => {
    expect((await at(a, '/api/v1/platform/status')).status).toBe(404);
    expect((await at(a, '/api/v1/%70latform/first-admin', { method: 'PUT', body: {} })).status).toBe(404);
  });

  it('knows neither the panel on a tenant’s host nor a tenant’s session on the panel', async () => {
    expect((await at(a, '/api/v1/tenants', { headers: { authorization: `Bearer ${server.token}` } })).json.tenantId).toBe(a.id);
    expect((await server.ask('/api/v1/me', { headers: { cookie: 'session=x' } })).status).toBe(401);
  });

  it('passes WebSockets to the host’s own stack, and none to nobody', async () => {
    const open = (host: string) =>
      new Promise<string>((resolve) => {
        let text = '';
        const socket = connect(server.port, '127.0.0.1', () => {
          socket.write(
            `GET /socket.io/?x HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
          );
        });
        socket.on('data', (data) => {
          text += data;
          if (text.includes('101') && !text.includes('ping!')) socket.write('ping!');
          if (text.includes('ping!')) socket.end();
        });
        socket.on('error', () => resolve(text));
        socket.on('close', () => resolve(text));
      });
    expect(await open(server.hostOf(a.slug))).toMatch(new RegExp(`^HTTP/1.1 101[^]*x-tenant: ${a.id}[^]*ping!$`));
    expect(await open(server.hostOf(b.slug))).toContain(`x-tenant: ${b.id}`);
    expect(await open('nobody.localhost')).toContain('404 Not Found');
  });

  it('says that a stack is starting while nobody answers, and comes back', async () => {
    const c = await server.aTenant({ name: 'Gama' });
    const release = server.stacks.hold();
    await server.stacks.crash(c.id);
    const page = await at(c, '/', { headers: { accept: 'text/html', 'accept-language': 'en' } });
    expect([page.status, page.headers['retry-after'], page.text]).toEqual([503, '3', expect.stringContaining('http-equiv="refresh"')]);
    expect((await at(c, '/api/v1/me')).json).toMatchObject({ status: 503, code: 'STACK_STARTING' });
    release();
  });
});

it('serves health, documentation and problems of its own', async () => {
  expect((await server.ask('/health')).json).toEqual({ status: 'ok' });
  expect(Object.keys((await server.ask('/api/v1/openapi.json')).json.paths)).toContain('/tenants');
  expect((await server.ask('/api/v1/nothing')).json).toMatchObject({ status: 404, code: 'NOT_FOUND', requestId: expect.any(String) });
  expect(
    (await server.ask('/api/v1/plans')).json.items.map(({ id, amountCents }: { id: string; amountCents: number }) => [id, amountCents]),
  ).toEqual([
    ['starter', 19_700],
    ['professional', 49_700],
    ['business', 99_700],
    ['enterprise', null],
    ['whitelabel', 299_700],
  ]);
});
