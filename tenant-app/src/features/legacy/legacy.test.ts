import { expect, it } from '@jest/globals';
import { testServer } from '../../test/test-server.ts';

const server = await testServer();
const agent = await server.anAgent();
const admin = await server.anAdmin();
const root = { prefix: '' };
const as = server.as(agent, root);
const asAdmin = server.as(admin, root);
const own = (rest: string) => `/api/whatsapp/${server.config.TENANT_ID}/${rest}`;

const status = async () => (await as.get(own('status'))).body;
async function until(wanted: string): Promise<void> {
  for (let tries = 0; (await status()).status !== wanted; tries++) {
    if (tries > 100) throw new Error(`still ${JSON.stringify(await status())}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

it('tells who is signed in', async () => {
  expect((await as.get('/api/me')).body).toMatchObject({ id: agent.id, email: agent.email });
  expect((await server.as('platform', root).get('/api/me')).body).toMatchObject({ status: 404, code: 'NOT_FOUND' });
});

it('reads and writes the bot’s settings', async () => {
  const { body } = await as.get('/config');
  const settings = { enabled: false, botName: 'Bia', style: 'formal', messages: body.messages };
  expect((await asAdmin.put('/config').send(settings)).body).toEqual(settings);
  expect((await as.get('/config')).body).toMatchObject({ botName: 'Bia' });
  expect((await asAdmin.put('/config').send({ ...settings, style: 'x' })).body).toMatchObject({
    status: 400,
    code: 'INVALID_INPUT',
    errors: [{ path: 'style' }],
  });
  expect((await asAdmin.put('/config').type('text').send('x')).body).toMatchObject({ status: 415 });
  expect((await asAdmin.put('/config').type('json').send('{"')).body).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
  expect((await as.put('/config').send(settings)).body).toMatchObject({ status: 403, code: 'FORBIDDEN' });
});

it('answers before there is a number', async () => {
  expect(await status()).toMatchObject({ tenantId: server.config.TENANT_ID, instanceId: null, status: 'DESCONECTADO', connected: false });
  expect((await as.get('/whatsapp/qrcode')).body).toMatchObject({ status: 409, code: 'QR_NOT_AVAILABLE' });
  expect((await as.post(own('send')).send({ to: '5581997124408', message: 'Oi' })).body).toMatchObject({
    status: 409,
    code: 'NO_INSTANCE',
  });
});

it('makes a number, shows its QR and sends once it is linked', async () => {
  expect((await as.post('/whatsapp/instance').send({ engine: 'simulator' })).status).toBe(403);
  const made = await asAdmin.post('/whatsapp/instance').send({ engine: 'simulator' });
  expect({ status: made.status, body: made.body }).toMatchObject({ status: 201, body: { name: 'WhatsApp', engine: 'simulator' } });
  await server.as(admin).put(`/instances/${made.body.id}/link`).send({});
  await until('AGUARDANDO_QR');
  const qr = (await as.get(own('qr'))).body;
  expect(qr).toMatchObject({
    qr: expect.any(String),
    image: expect.stringMatching(/^data:image\/png;base64,/),
    expiresAt: expect.any(String),
  });
  expect((await as.get('/whatsapp/qrcode')).body.qr).toEqual(expect.any(String));
  const sent = await as.post(own('send')).send({ to: '+55 81 99712-4408', message: 'Seu pão está pronto' });
  expect({ status: sent.status, body: sent.body }).toMatchObject({ status: 201, body: { text: 'Seu pão está pronto', from: 'agent' } });
  expect((await as.post(own('send')).send({ to: '5581997124408' })).body).toMatchObject({ status: 400, code: 'EMPTY_MESSAGE' });
  expect((await as.post(own('send')).send({ to: 'x', message: 'Oi' })).body).toMatchObject({ status: 400, errors: [{ path: 'phone' }] });
});

it.each([
  ['get', '/api/me'],
  ['get', '/config'],
  ['put', '/config'],
  ['get', '/whatsapp/status'],
  ['get', '/whatsapp/qrcode'],
  ['post', '/whatsapp/instance'],
  ['get', own('status')],
  ['get', own('qr')],
  ['post', own('send')],
] as const)('%s %s is closed to strangers', async (method, path) => {
  const request = server.as(null, root)[method](path);
  expect((await (method === 'get' ? request : request.send({}))).body).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
});

it('knows no other tenant', async () => {
  for (const path of ['status', 'qr']) expect((await as.get(`/api/whatsapp/tzzzzzzzzzzz/${path}`)).body).toMatchObject({ status: 404 });
  expect((await as.post('/api/whatsapp/tzzzzzzzzzzz/send').send({ to: '5581997124408', message: 'Oi' })).body).toMatchObject({
    status: 404,
  });
});
