import { gzipSync } from 'node:zlib';
import { ENTITLEMENT_DEFAULTS } from '@chat-saas/contract';
import { describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { aLinkedNumber } from '../../test/test-phone.ts';
import { testServer } from '../../test/test-server.ts';
import { until } from '../../test/until.ts';

const unlimited = { ...ENTITLEMENT_DEFAULTS, limits: { ...ENTITLEMENT_DEFAULTS.limits, maxInstances: null } };
const server = await testServer({ env: { WHITE_LABEL_CONFIG: JSON.stringify(unlimited) } });
const web = supertest(server.url);
const admin = await server.anAdmin();

async function aNumber(name = 'Loja') {
  const { body } = await server.as(admin).post('/instances').send({ name, engine: 'simulator' });
  return body.id as string;
}
async function aLink(instanceId: string, more: object = {}) {
  const { body } = await server.as(admin).post(`/instances/${instanceId}/connect-links`).send(more);
  return body as { token: string; url: string; link: { id: string; expiresAt: string } };
}

describe('a connect link', () => {
  it('shows the QR of its number in the brand, and the whole page is under 30 KB', async () => {
    const id = await aNumber();
    const { token, url } = await aLink(id);
    expect(url).toBe(`${server.config.PUBLIC_URL}/c/${token}`);
    expect(token).toMatch(new RegExp(`^${server.config.TENANT_ID}[0-9a-z]{26}$`));
    await web.get(`/c/${token}`).expect(200);
    const page = await until(async () => {
      const { text } = await web.get(`/c/${token}`).set('accept-language', 'pt-BR');
      return text.includes('class="qr"') ? text : null;
    });
    expect(page).toContain('Padaria São João');
    expect(page).toContain('Conecte o WhatsApp');
    expect(gzipSync(page).length).toBeLessThan(30 * 1024);
    const offer = server.ctx.instances.engines.phone.offer(id);
    expect(page).toContain(`data-qr="${offer?.payload.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)}"`);
  });

  it('follows scan, sync and connection, and tells the open page', async () => {
    const id = await aNumber();
    const { token } = await aLink(id);
    await web.get(`/c/${token}`);
    const { phone } = server.ctx.instances.engines;
    const offer = await until(() => phone.offer(id));
    const page = await server.socket(null, '/connect', { token });
    await phone.scan(id, offer.payload);
    const card = async () => (await web.get(`/c/${token}/card`)).body as { state: string; html: string; title: string };
    await until(async () => (await card()).state === 'scanned');
    await until(async () => (await card()).state === 'connected');
    expect((await card()).title).toBe('Tudo pronto');
    expect(page.heard.some(({ event }) => event === 'card.changed')).toBe(true);
    page.close();
  });

  it('offers a pairing code for the number that was typed, and says when that is no number', async () => {
    const id = await aNumber();
    const { token } = await aLink(id);
    await web.get(`/c/${token}`);
    await until(() => server.ctx.instances.engines.phone.offer(id));
    expect((await web.get(`/c/${token}?way=code`)).text).toContain('name="phone"');
    const wrong = await web.post(`/c/${token}?act=code`).type('form').send({ phone: 'abc' }).expect(303);
    expect((await web.get(wrong.headers.location as string)).text).toContain('role="alert"');
    const right = await web.post(`/c/${token}?act=code`).type('form').send({ phone: '+55 81 99712-4408' }).expect(303);
    const page = await until(async () => {
      const { text } = await web.get(right.headers.location as string);
      return text.includes('class="code"') ? text : null;
    });
    const { payload } = await until(() => server.ctx.instances.engines.phone.offer(id));
    expect(page).toContain(payload.slice(0, 4));
    await web
      .post(`/c/${token}?act=code`)
      .set('origin', 'https://elsewhere.test')
      .type('form')
      .send({ phone: '5581997124408' })
      .expect(403);
  });

  it.each(['en', 'es', 'pt-BR'])('speaks %s', async (language) => {
    const { token } = await aLink(await aNumber());
    const { text } = await web.get(`/c/${token}`).set('accept-language', language);
    expect(text).toContain(`<html lang="${language}">`);
    expect(text).not.toContain('undefined');
    expect(text).not.toContain('{{');
  });

  it('is the same dead end when unknown, malformed, expired, revoked, or when its number is gone', async () => {
    const id = await aNumber();
    const [expired, revoked, orphan] = [await aLink(id, { expiresInHours: 1 }), await aLink(id), await aLink(await aNumber('Sai'))];
    await server.as(admin).delete(`/connect-links/${revoked.link.id}`).expect(200);
    const { items } = (await server.as(admin).get('/instances')).body;
    await server
      .as(admin)
      .delete(`/instances/${items.find((one: { name: string }) => one.name === 'Sai').id}`)
      .expect(200);
    const now = server.ctx.now;
    server.ctx.now = () => new Date(Date.now() + 2 * 3_600_000);
    const answers = await Promise.all(
      [`${server.config.TENANT_ID}${'0'.repeat(26)}`, '..%2F..%2Fetc', 'x', expired.token, revoked.token].map((token) =>
        web.get(`/c/${token}`),
      ),
    );
    server.ctx.now = now;
    answers.push(
      await until(async () => {
        const answer = await web.get(`/c/${orphan.token}`);
        return answer.status === 404 ? answer : null;
      }),
    );
    for (const { status, text } of answers) {
      expect(status).toBe(404);
      expect(text).toContain('Este link não vale mais');
    }
    await expect(server.socket(null, '/connect', { token: revoked.token })).rejects.toThrow('NOT_FOUND');
  });

  it('does not start a session for a messenger that only previews it', async () => {
    const id = await aNumber();
    const { token } = await aLink(id);
    await web.get(`/c/${token}`).set('user-agent', 'WhatsApp/2.23.20.0 A').expect(200);
    expect((await server.as(admin).get(`/instances/${id}`)).body.state).toBe('stopped');
  });

  it('lets nothing else run on its page and is kept by nobody', async () => {
    const { token } = await aLink(await aNumber());
    const { headers } = await web.get(`/c/${token}`);
    expect(headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self' 'nonce-[^']+'/);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['referrer-policy']).toBe('no-referrer');
  });

  it('of the customer’s phone exists for simulated numbers only, is listed, and does not open the connect page', async () => {
    const { instanceId } = await aLinkedNumber(server);
    const phone = await aLink(instanceId, { purpose: 'phone' });
    expect(phone.url).toContain('/phone/');
    await web.get(`/c/${phone.token}`).expect(404);
    const listed = await server.as(admin).get(`/instances/${instanceId}/connect-links`);
    expect(listed.body.items).toEqual([expect.objectContaining({ id: phone.link.id, purpose: 'phone' })]);
    expect(JSON.stringify(listed.body)).not.toContain(phone.token.slice(12));
  });

  it('is made by administrators only, for a number that exists', async () => {
    const id = await aNumber();
    await server
      .as(await server.anAgent())
      .post(`/instances/${id}/connect-links`)
      .send({})
      .expect(403);
    await server.as(admin).post('/instances/nowhere/connect-links').send({}).expect(404);
    await server.as(admin).post(`/instances/${id}/connect-links`).send({ expiresInHours: 0 }).expect(400);
    await server.as(admin).delete('/connect-links/nowhere').expect(404);
  });
});
