import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type Answer, knock, knockRaw } from './harness/attacker.ts';
import { twoTenants } from './harness/two-tenants.ts';

// Limits of requests are as they are where nobody sets them.
const { platform, a, b } = await twoTenants({ LOG_LEVEL: 'info', RATE_LIMITS: '' });
const { port } = platform;
const door = { port };
afterAll(() => platform.discard());

const refused = ({ status, json }: Answer) => ({ status, code: json?.code });
const STRANGER = { status: 401, code: 'UNAUTHENTICATED' };

describe('host names', () => {
  const brandAt = async (host: string, headers = {}) => (await knock(door, '/api/v1/brand', { host, headers })).json?.companyName;
  it('say whose it is, however they are written', async () => {
    for (const host of [a.host, a.host.toUpperCase(), `${a.slug}.localhost`, `${a.slug}.localhost.`, `${a.slug}.localhost:1`])
      expect([host, await brandAt(host)]).toEqual([host, 'Alfa']);
  });
  it('aren’t changed by anything else that a caller says', async () => {
    for (const name of ['x-tenant-id', 'x-forwarded-host', 'forwarded', 'x-real-ip', 'x-original-host', 'x-host'])
      expect([name, await brandAt(a.host, { [name]: name === 'x-tenant-id' ? b.id : b.host })]).toEqual([name, 'Alfa']);
  });
  it('that nobody has get a plain page, and on the API the sources’ answer', async () => {
    for (const host of [
      'ninguem.localhost',
      'evil.example',
      `${a.host.split(':')[0]}.evil.example`,
      `x.${a.host}`,
      `${a.slug}`,
      `${a.slug}@localhost`,
      `-`,
    ]) {
      const page = await knock(door, '/', { host, headers: { accept: 'text/html' } });
      expect([host, page.status, page.headers['content-type']]).toEqual([host, 404, 'text/html; charset=utf-8']);
      const api = await knock(door, '/api/v1/brand', { host });
      expect([host, api.status, api.text]).toEqual([host, 400, '{"error":"Tenant not identified"}']);
    }
  });
  it('can’t be two at once', async () => {
    const first = async (bytes: string) => /^HTTP\/1.1 (\d+)/.exec(await knockRaw(port, bytes))?.[1];
    expect(await first(`GET /api/v1/brand HTTP/1.1\r\nHost: ${a.host}\r\nHost: ${b.host}\r\n\r\n`)).toBe('400');
    expect(await first(`GET http://${b.host}/api/v1/brand HTTP/1.1\r\nHost: ${a.host}\r\n\r\n`)).toBe('400');
    expect(await first(`GET http://${a.host}/api/v1/brand HTTP/1.1\r\nHost: ${a.host}\r\n\r\n`)).toBe('200');
  });
  it('of other pages open no socket, however they are written', async () => {
    for (const host of [a.host, 'localhost'])
      for (const origin of [`http://${b.host}`, 'http://evil.example', 'http://[::1', 'null', 'x'])
        expect([origin, (await knock(door, '/socket.io/?EIO=4&transport=polling', { host, headers: { origin } })).status]).toEqual([
          origin,
          403,
        ]);
    expect((await knock(door, '/health')).json).toEqual({ status: 'ok' });
  });
  it('answer whoever offers other protocols than WebSockets', async () => {
    const offer = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAAQAoAAAAAIAAAAA' };
    for (const host of [a.host, 'localhost'])
      expect((await knock(door, '/health', { host, headers: offer })).json).toEqual({ status: 'ok' });
  });
  it('and the sources’ paths have to agree', async () => {
    const at = (host: string, path: string, headers = {}) =>
      knock(door, `/api/whatsapp/${path}/status`, { host, headers: { ...a.bearer, ...headers } });
    expect((await at(a.host, a.id)).json).toMatchObject({ tenantId: a.id });
    expect((await at(`localhost:${port}`, a.id)).json).toMatchObject({ tenantId: a.id });
    for (const [host, id, headers] of [
      [a.host, b.id, {}],
      [`localhost:${port}`, b.id, { 'x-tenant-id': a.id }],
      [`localhost:${port}`, 'ninguem', {}],
    ] as const)
      expect(refused(await at(host, id, headers))).toEqual({ status: 400, code: undefined });
    expect(refused(await at(`localhost:${port}`, b.id))).toEqual(STRANGER);
    expect((await knock(door, `/API/whatsapp/${b.id}/status`, { host: a.host, headers: a.bearer })).status).toBe(404);
  });
  it.each([
    '/api/v1/platform/status',
    '/api/v1/x/../platform/status',
    '/api/v1/x/%2e%2e/platform/status',
    '/api/v1/x\\..\\platform/status',
    '/api/v1/%70latform/status',
    '//api//v1//platform/status',
    '/API/V1/PLATFORM/status',
  ])('hide what is the platform’s: %s', async (path) => {
    expect((await knock(door, path, { host: a.host, headers: { authorization: `Bearer ${a.platformToken}` } })).status).toBe(404);
  });
});

it('wrong passwords are counted by who really asks, and for one tenant only', async () => {
  const guess = (host: string, spoofed: string) =>
    knock(door, '/api/v1/auth/login', {
      method: 'POST',
      host,
      headers: { 'x-forwarded-for': spoofed, 'x-real-ip': spoofed, forwarded: `for=${spoofed}` },
      body: { email: 'segredo@alfa.example', password: 'errada' },
    });
  for (let i = 1; i <= 5; i++) expect(refused(await guess(a.host, `6.6.6.${i}`))).toEqual({ status: 401, code: 'CREDENTIALS_INVALID' });
  expect(refused(await guess(a.host, '6.6.6.6'))).toEqual({ status: 429, code: 'SIGN_IN_LOCKED' });
  expect(refused(await guess(b.host, '6.6.6.6'))).toEqual({ status: 401, code: 'CREDENTIALS_INVALID' });
});

it('strangers are slowed down, each by his own address', async () => {
  const asked = await Promise.all(
    Array.from({ length: 21 }, (_, i) =>
      knock(door, '/api/v1/auth/login', { method: 'POST', host: b.host, headers: { 'x-forwarded-for': `6.6.7.${i}` }, body: {} }),
    ),
  );
  expect(asked.map(({ status }) => status).filter((status) => status === 429).length).toBeGreaterThan(0);
  const links = await Promise.all(
    Array.from({ length: 61 }, (_, i) => knock(door, `/client/${i}`, { headers: { 'x-forwarded-for': `6.6.8.${i}` } })),
  );
  expect(links.map(({ status }) => status)).toContain(429);
});

describe('requests inside requests', () => {
  const inner = `GET /smuggled HTTP/1.1\r\nHost: ${a.host}\r\nX-Forwarded-For: 6.6.6.6\r\n\r\n`;
  const chunked = `${inner.length.toString(16)}\r\n${inner}\r\n0\r\n\r\n`;
  it.each(['GET', 'DELETE', 'HEAD', 'OPTIONS', 'POST', 'PUT'])('%s carries none past the edge', async (method) => {
    const carrier = (name: string, headers: string, body: string) =>
      knockRaw(port, `${method} /${name} HTTP/1.1\r\nHost: ${a.host}\r\n${headers}\r\n\r\n${body}`);
    await Promise.all([
      carrier('carrier-te', 'Transfer-Encoding: chunked', chunked),
      carrier('carrier-cl', `Connection: content-length, host\r\nContent-Length: ${inner.length}`, inner),
      carrier('carrier-both', 'Content-Length: 4\r\nTransfer-Encoding: chunked', chunked),
    ]);
    const seen = readFileSync(join(a.home, 'logs', 'app.log'), 'utf8');
    expect(seen).toContain(`"method":"${method}","url":"/carrier-te"`);
    expect(seen).toContain(`"method":"${method}","url":"/carrier-cl"`);
    expect(seen).not.toContain('/carrier-both');
    expect(seen).not.toContain('"url":"/smuggled"');
  });
});
