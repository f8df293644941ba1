import { ENTITLEMENT_DEFAULTS } from '@chat-saas/contract';
import { describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { testServer } from '../../test/test-server.ts';
import { until } from '../../test/until.ts';

const unlimited = { ...ENTITLEMENT_DEFAULTS, limits: { ...ENTITLEMENT_DEFAULTS.limits, maxInstances: null } };
const server = await testServer({ env: { WHITE_LABEL_CONFIG: JSON.stringify(unlimited) } });
const web = supertest(server.url);
const ANA = '5511987650001';
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** A simulated number and its phone. */
async function aPhone() {
  const { body } = await server.as('platform').post('/instances').send({ name: 'Loja', engine: 'simulator' });
  const id: string = body.id;
  const link = await server.as('platform').post(`/instances/${id}/connect-links`).send({ purpose: 'phone' });
  const token: string = link.body.token;
  const at = `/phone/${token}`;
  const state = async () => (await web.get(`${at}/state`).expect(200)).body;
  return {
    id,
    at,
    token,
    linkId: link.body.link.id as string,
    state,
    post: (path: string, body: object = {}) => web.post(`${at}/${path}`).send(body),
    thread: async (from = ANA) => (await web.get(`${at}/thread`).query({ from }).expect(200)).body.messages,
  };
}
async function aLinkedPhone() {
  const phone = await aPhone();
  await phone.post('start').expect(204);
  await until(async () => (await phone.state()).offer);
  await phone.post('scan').expect(204);
  await until(async () => (await server.as('platform').get(`/instances/${phone.id}`)).body.state === 'ready');
  return phone;
}

describe('the business’s phone', () => {
  it('is switched on, scans the QR on offer by a click, and unlinks', async () => {
    const phone = await aPhone();
    expect(await phone.state()).toMatchObject({ stage: 'off', offer: null, number: null });
    await phone.post('start').expect(204);
    await until(async () => (await phone.state()).offer?.method === 'qr');
    expect((await phone.state()).stage).toBe('waiting');
    await phone.post('scan', { qr: 'SIM@an-older-one' }).expect(409);
    await phone.post('scan').expect(204);
    await until(async () => (await phone.state()).stage === 'linked');
    expect((await phone.state()).number).toMatch(/^55119\d{8}$/);
    await phone.post('start').expect(204);
    expect((await phone.post('scan')).body).toMatchObject({ status: 409, code: 'ALREADY_LINKED', requestId: expect.any(String) });
    await phone.post('unlink').expect(204);
    await until(async () => (await phone.state()).stage === 'off');
    await phone.post('unlink').expect(204);
  });

  it('types the pairing code that the connect page shows', async () => {
    const phone = await aPhone();
    await server.as('platform').put(`/instances/${phone.id}/link`).send({ method: 'code', phone: '5581997124408' });
    const { payload } = await until(async () => {
      const { offer } = await phone.state();
      return offer?.method === 'code' ? offer : null;
    });
    expect((await phone.post('code', { code: 'AAAA-BBBB', phone: '5581997124408' })).body.code).toBe('LINK_EXPIRED');
    expect((await phone.post('code', { code: payload, phone: '5581000000000' })).status).toBe(409);
    await phone.post('code', { code: `${payload.slice(0, 4)}-${payload.slice(4)}`, phone: '+55 81 99712-4408' }).expect(204);
    await until(async () => (await phone.state()).number === '5581997124408');
  });

  it('takes no message before it is linked', async () => {
    const phone = await aPhone();
    expect((await phone.post('messages', { from: ANA, text: 'Oi' })).body).toMatchObject({ status: 409, code: 'NOT_LINKED' });
  });
});

describe('a customer’s phone', () => {
  it('writes once per id, is answered, and reads the answer', async () => {
    const phone = await aLinkedPhone();
    const twice = () =>
      phone.post('messages', { from: '+55 11 98765-0001', name: 'Ana Beatriz', text: 'Oi! 🎂', id: 'mensagem-1' }).expect(201);
    const [first, second] = [await twice(), await twice()];
    expect(second.body.message.id).toBe(first.body.message.id);
    expect(first.body.message).toMatchObject({ isMine: true, type: 'text', text: 'Oi! 🎂', media: null });
    const answer = await until(async () => (await phone.thread()).find((message: { isMine: boolean }) => !message.isMine));
    expect(answer.text).toContain('Padaria São João');
    expect((await phone.thread()).filter((message: { isMine: boolean }) => message.isMine)).toHaveLength(1);
    const [latest] = (await phone.state()).customers;
    expect(latest).toMatchObject({ phone: ANA, name: 'Ana Beatriz', isUnread: true });
    await phone.post('read', { from: ANA }).expect(204);
    await until(async () => !(await phone.state()).customers[0].isUnread);
    const { items } = (await server.as('platform').get('/conversations').query({ q: ANA, filter: 'all' })).body;
    expect(items[0]).toMatchObject({ contact: { name: 'Ana Beatriz' } });
  });

  it('sends a photo and a recording, which only this chat gives out', async () => {
    const phone = await aLinkedPhone();
    const photo = await web
      .post(`${phone.at}/messages`)
      .field({ from: ANA, text: 'Segue o comprovante' })
      .attach('file', PNG, { filename: '../../comprovante.png', contentType: 'text/html' })
      .expect(201);
    expect(photo.body.message).toMatchObject({
      type: 'image',
      text: 'Segue o comprovante',
      media: { mime: 'image/png', filename: 'comprovante.png' },
    });
    const media = (from: string) => web.get(`${phone.at}/media/${photo.body.message.id}`).query({ from });
    const shown = await media(ANA).expect(200);
    expect(shown.body).toEqual(PNG);
    expect(shown.headers).toMatchObject({ 'content-type': 'image/png', 'content-security-policy': "default-src 'none'; sandbox" });
    await media('5521987650002').expect(404);
    const wav = Buffer.concat([Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1'), Buffer.alloc(40)]);
    const voice = await web.post(`${phone.at}/messages`).field({ from: ANA, voice: '1' }).attach('file', wav, 'audio.wav').expect(201);
    expect(voice.body.message).toMatchObject({ type: 'voice', media: { mime: expect.stringMatching(/^audio\//) } });
  });

  it('makes a page with a script a download, whatever it is called', async () => {
    const phone = await aLinkedPhone();
    const html = Buffer.from('<html><script>alert(1)</script></html>');
    const sent = await web
      .post(`${phone.at}/messages`)
      .field({ from: ANA })
      .attach('file', html, { filename: 'foto.png', contentType: 'image/png' })
      .expect(201);
    expect(sent.body.message.type).toBe('document');
    const { headers } = await web.get(`${phone.at}/media/${sent.body.message.id}`).query({ from: ANA }).expect(200);
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringMatching(/^attachment;/),
    });
  });

  it('shows the business that it is typing, and hears that the business is', async () => {
    const phone = await aLinkedPhone();
    const screen = await server.socket(null, '/phone', { token: phone.token });
    const team = await server.socket(await server.anAgent());
    await phone.post('messages', { from: ANA, text: 'Oi' }).expect(201);
    expect(await screen.next('message')).toMatchObject({ customer: ANA, message: { text: 'Oi', isMine: true } });
    expect(await screen.next('message')).toMatchObject({ customer: ANA, message: { isMine: false } });
    await phone.post('typing', { from: ANA, on: true }).expect(204);
    expect(await team.next('contact.typing')).toMatchObject({ on: true });
    await phone.post('unlink').expect(204);
    await until(() => screen.heard.some(({ event }) => event === 'phone.changed'));
    screen.close();
    team.close();
  });
});

describe('bad input', () => {
  it('is refused with a sentence, never with 500', async () => {
    const phone = await aLinkedPhone();
    const wrong: [string, object][] = [
      ['messages', {}],
      ['messages', { from: 'nobody', text: 'x' }],
      ['messages', { from: ANA }],
      ['messages', { from: ANA, text: '   ' }],
      ['messages', { from: ANA, text: 'a\u0000b' }],
      ['messages', { from: ANA, text: 'x'.repeat(5000) }],
      ['messages', { from: { $gt: '' }, text: 'x' }],
      ['messages', { from: ANA, text: 'x', id: '../x' }],
      ['typing', { from: ANA, on: 'yes' }],
      ['read', { from: '1' }],
      ['code', { code: 'x', phone: 'y' }],
      ['scan', { qr: 7 }],
    ];
    for (const [path, body] of wrong)
      expect([path, body, (await phone.post(path, body)).body]).toEqual([
        path,
        body,
        expect.objectContaining({ status: 400, code: 'INVALID_INPUT' }),
      ]);
    await web.post(`${phone.at}/messages`).set('content-type', 'application/json').send('{').expect(400);
    await web.post(`${phone.at}/messages`).set('content-type', 'text/plain').send('hello').expect(400);
    await web.post(`${phone.at}/messages`).field({ from: ANA }).attach('file', Buffer.alloc(0), 'leer.png').expect(400);
    await web
      .post(`${phone.at}/messages`)
      .field({ from: ANA })
      .attach('file', Buffer.alloc(13 * 1024 * 1024), 'big.png')
      .expect(413);
    await web.get(`${phone.at}/thread`).query({ from: '../' }).expect(400);
    await web.get(`${phone.at}/media/..%2F..%2Fetc`).query({ from: ANA }).expect(404);
    await web.post(`${phone.at}/scan`).set('origin', 'https://elsewhere.test').send({}).expect(403);
    await web.post(`${phone.at}/scan`).set('origin', 'not an origin').send({}).expect(403);
  });

  it('opens nothing by an unknown, revoked or other link, nor for a number that is gone', async () => {
    const phone = await aPhone();
    const gone = await aPhone();
    const connect = await server.as('platform').post(`/instances/${phone.id}/connect-links`).send({});
    const open = await server.socket(null, '/phone', { token: phone.token });
    await server.as('platform').delete(`/instances/${gone.id}`).expect(200);
    await server.as('platform').delete(`/connect-links/${phone.linkId}`).expect(200);
    await until(() => !open.isConnected);
    for (const token of ['x', `${server.config.TENANT_ID}${'0'.repeat(26)}`, connect.body.token, phone.token, gone.token]) {
      const page = await web.get(`/phone/${token}`).set('accept', 'text/html').expect(404);
      expect(page.text).toContain('Este link não vale mais');
      expect((await web.get(`/phone/${token}/state`).expect(404)).body.code).toBe('NOT_FOUND');
      await web.post(`/phone/${token}/messages`).send({ from: ANA, text: 'Oi' }).expect(404);
      await expect(server.socket(null, '/phone', { token })).rejects.toThrow('NOT_FOUND');
    }
  });
});

describe('the page', () => {
  it.each([
    ['pt-BR', 'Celular do cliente'],
    ['en', 'Customer&#39;s phone'],
    ['es', 'Celular del cliente'],
  ])('speaks %s, in the brand, and lets no other script run', async (language, title) => {
    const { at } = await aPhone();
    const { text, headers } = await web.get(at).set('accept-language', language).expect(200);
    expect(text).toContain(`<html lang="${language}">`);
    expect(text).toContain(`<title>${title} · Padaria São João</title>`);
    expect(text.slice(0, text.indexOf('id="start"'))).not.toContain('{{');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  });

  it('serves its own files and no others', async () => {
    await web
      .get('/phone/assets/main.js')
      .expect(200)
      .expect('content-type', /javascript/);
    await web.get('/phone/assets/phone.css').expect(200).expect('content-type', /css/);
    await web.get('/phone/assets/..%2Fphone.service.ts').expect(404);
    await web.get('/phone/assets/').expect(404);
  });
});
