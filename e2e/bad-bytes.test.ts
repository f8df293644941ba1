import { afterAll, describe, expect, it } from '@jest/globals';
import { knock, knockRaw } from './harness/attacker.ts';
import { runControlPlane } from './harness/control-plane-process.ts';
import { mutationsOf } from './harness/hostile-inputs.ts';
import { tenantApp } from './harness/tenant-app-process.ts';

const app = await tenantApp();
const [platform] = await Promise.all([runControlPlane({ env: { FIRST_TENANT: 'false' } }), app.start()]);
afterAll(() => Promise.all([platform.discard(), app.discard()]));

const tenant = { port: Number(new URL(app.url).port), token: app.token };
const house = { port: platform.port, token: platform.token() };
const as = ({ token }: { token: string }) => ({ authorization: `Bearer ${token}` });

describe('what is beside the contracts', () => {
  const field = (value: unknown) => encodeURIComponent((typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toWellFormed());
  const query = (input: Record<string, unknown>) =>
    Object.entries(input)
      .map(([key, value]) => `${key}=${field(value)}`)
      .join('&');
  /** An input that is refused as it is, so that nothing is made of the others. */
  const refusedPlan = { name: 'x', slug: 'x', plan: 'gold', adminEmail: 'a@x.example', adminPhone: '5581997124408', engine: 'simulator' };
  const paths = [
    { side: tenant, method: 'POST', path: '/whatsapp/instance', input: { name: 'x', engine: 'x' } },
    {
      side: tenant,
      method: 'POST',
      path: `/api/whatsapp/${app.tenantId}/send`,
      input: { to: '5581997124408', number: 'x', message: 'x', text: 'x', clientRef: 'texto-bom-0', uploadId: 'x' },
    },
    { side: tenant, method: 'PUT', path: '/config', input: { enabled: true, botName: 'x', style: 'casual', messages: { greeting: 'x' } } },
    { side: house, method: 'POST', path: '/api/saas/create-tenant', input: refusedPlan },
    { side: house, method: 'POST', path: '/api/v1/admin/auth/login', input: { email: 'x', password: 'x' } },
    {
      side: house,
      method: 'GET',
      path: '/api/v1/admin/clientes',
      input: { status: 'active', nome: 'x', email: 'x', cursor: 'x', limit: '1' },
    },
  ];
  it.each(paths)('$method $path takes everything calmly', async ({ side, method, path, input }) => {
    for (const { input: hostile } of mutationsOf(input)) {
      const asked = method === 'GET' ? `${path}?${query(hostile)}` : path;
      const { status, json } = await knock({ port: side.port }, asked, {
        method,
        headers: as(side),
        ...(method === 'GET' ? {} : { body: hostile }),
      });
      const told = [JSON.stringify(hostile).slice(0, 200), status, json?.code];
      if (status !== 431) expect([...told, status < 500 && (status < 400 || typeof json?.requestId === 'string')]).toEqual([...told, true]);
    }
  });
  it('the connect page’s form and the customer’s phone do too', async () => {
    const { id: instanceId } = await app.api.instances.create({ name: 'Loja', engine: 'simulator' });
    const [connect, phone] = await Promise.all(
      (['connect', 'phone'] as const).map((purpose) => app.api.connectLinks.create({ instanceId, purpose })),
    );
    const to = async (path: string, type: string, body: string, headers = {}) => {
      const { status } = await knock({ port: tenant.port }, path, { method: 'POST', headers: { 'content-type': type, ...headers }, body });
      expect([path, body.slice(0, 100), status < 500]).toEqual([path, body.slice(0, 100), true]);
    };
    for (const { input } of mutationsOf({ phone: '5581997124408' }))
      await to(`/c/${connect?.token}?act=code`, 'application/x-www-form-urlencoded', query(input));
    for (const origin of ['http://[::1', 'x', 'null', '', 'http://evil.example'])
      await to(`/c/${connect?.token}?act=qr`, 'application/x-www-form-urlencoded', '', { origin });
    const from = '5581997124408';
    const acts = {
      start: {},
      scan: { qr: 'x' },
      code: { code: 'x', phone: from },
      read: { from },
      typing: { from, on: true },
      messages: { from, name: 'x', text: 'x', id: 'x' },
      unlink: {},
    };
    for (const [path, input] of Object.entries(acts))
      for (const { input: hostile } of mutationsOf({ ...input, more: 'x' }))
        await to(`/phone/${phone?.token}/${path}`, 'application/json', JSON.stringify(hostile));
  });
});

describe('what is below the contracts', () => {
  it('files are what their bytes say, and nothing of them runs', async () => {
    const html = '<script>alert(1)</script>';
    const upload = (filename: string, type: string, bytes: string) =>
      knock({ port: tenant.port }, '/api/v1/uploads', {
        method: 'POST',
        headers: { ...as(tenant), 'content-type': 'multipart/form-data; boundary=x' },
        body: `--x\r\nContent-Disposition: form-data; name="file"; filename="${filename}"\r\nContent-Type: ${type}\r\n\r\n${bytes}\r\n--x--\r\n`,
      });
    await app.api.platform.setEntitlements({
      planId: 'p',
      planName: 'P',
      limits: { maxAgents: null, maxConversations: null, storageGB: 1, maxInstances: null, requestsPer15Min: 100 },
      features: { audioRecording: true, fileUpload: true, videoCall: false, analytics: false },
    });
    for (const [filename, type, bytes] of [
      ['x.png', 'image/png', html],
      ['x.svg', 'image/svg+xml', `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`],
      ['x.html', 'text/html', html],
      ['../../../x.js', 'text/javascript', 'alert(1)'],
      ['a\u0000.png', 'image/png', html],
      ['x'.repeat(5000), 'text/html', html],
    ] as const) {
      const { status, json } = await upload(filename, type, bytes);
      if (status >= 400)
        expect([filename.slice(0, 20), Math.floor(status / 100), json?.code]).toEqual([filename.slice(0, 20), 4, expect.any(String)]);
      else {
        expect(json.filename).not.toMatch(/[/\\\0]/);
        const { headers } = await knock({ port: tenant.port }, `/api/v1/media/${json.id}`, { headers: as(tenant) });
        expect(headers).toMatchObject({ 'content-type': 'application/octet-stream', 'x-content-type-options': 'nosniff' });
        expect(headers['content-disposition']).toMatch(/^attachment;/);
        expect(headers['content-security-policy']).toContain('sandbox');
      }
    }
    for (const picture of ['logo', 'favicon'])
      for (const bytes of [html, '<svg xmlns="http://www.w3.org/2000/svg"/>', '\x89PNG\r\n\x1a\nbroken', '']) {
        const answer = await knock({ port: tenant.port }, `/api/v1/brand/${picture}`, {
          method: 'PUT',
          headers: { ...as(tenant), 'content-type': 'multipart/form-data; boundary=x' },
          body: `--x\r\nContent-Disposition: form-data; name="file"; filename="x.png"\r\nContent-Type: image/png\r\n\r\n${bytes}\r\n--x--\r\n`,
        });
        expect([answer.status, typeof answer.json?.code]).toEqual([400, 'string']);
      }
  });
  it.each(['j:{"length":30}', 'j:["x"]', 'j:null', '%ff', '%', 's:x.y', '__proto__', 'x'.repeat(99)])(
    'cookies are texts: %s',
    async (value) => {
      for (const { port } of [tenant, house])
        for (const cookie of [
          `session=${value}`,
          `session=${'x'.repeat(32)}; csrf=${value}`,
          `csrf=${value}; __proto__=${value}; session=`,
        ]) {
          const { status, json } = await knock({ port }, '/api/v1/me', { headers: { cookie, 'x-csrf-token': value } });
          expect([cookie.slice(0, 40), status, json?.code]).toEqual([cookie.slice(0, 40), 401, 'UNAUTHENTICATED']);
        }
    },
  );
  it('addresses that can’t be read are nobody’s bug', async () => {
    for (const { port } of [tenant, house])
      for (const path of [
        '/%ff',
        '/c/%ff',
        '/client/%ff',
        '/phone/%ff',
        '/brand/%ff',
        '/assets/%ff',
        '/api/v1/media/%ff',
        '/api/v1/docs/assets/%ff',
        '/api/whatsapp/%ff/status',
        '//[::1/',
        '/api/v1/%2e%2e/%2e%2e/etc/passwd',
        '/brand/..%2f..%2fsecrets',
        '/assets/..%2f..%2fpackage.json',
        '/brand/%00',
      ]) {
        const { status, text } = await knock({ port }, path, { headers: { accept: 'text/html' } });
        expect([path, status < 500, /PRIVATE|root:|"dependencies"/.test(text)]).toEqual([path, true, false]);
      }
  });
  it('callers who leave in the middle, or speak something else, take nobody along', async () => {
    const begun = ['application/json', 'multipart/form-data; boundary=x', 'text/event-stream', 'text/plain'].flatMap((type) =>
      ['POST /api/v1/users', 'POST /api/v1/uploads', 'PUT /api/v1/brand/logo', 'POST /api/v1/tenants', 'POST /api/saas/create-tenant'].map(
        (line) => ({ type, line }),
      ),
    );
    const part = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nabc';
    for (const side of [tenant, house]) {
      const head = `Host: localhost\r\nAuthorization: Bearer ${side.token}\r\n`;
      await Promise.all(
        begun.map(({ type, line }) =>
          knockRaw(side.port, `${line} HTTP/1.1\r\n${head}Content-Type: ${type}\r\nContent-Length: 9000\r\n\r\n${part}`),
        ),
      );
      await Promise.all(
        [
          '\x16\x03\x01',
          'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
          'GET / HTTP/1.1\r\n\r\n',
          'OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n',
          'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n',
        ].map((bytes) => knockRaw(side.port, bytes)),
      );
      const upgrade = `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`;
      const frame = (text: string) => `\x81${String.fromCharCode(0x80 | text.length)}\0\0\0\0${text}`;
      const said = [
        '40null',
        '40[1]',
        '40{"token":{"a":1}}',
        '40/connect,{"token":{"$gt":""}}',
        '40/phone,{"token":["x"]}',
        '40/nowhere,',
        '451-["x",{"_placeholder":true,"num":9}]',
        'rubbish',
      ];
      await Promise.all([...said.map(frame), '\xff\xff\xff'].map((bytes) => knockRaw(side.port, upgrade + bytes)));
    }
  });
  it('both servers are well', async () => {
    for (const { port } of [tenant, house]) expect((await knock({ port }, '/health')).json).toEqual({ status: 'ok' });
  });
});
