import { describe, expect, it } from '@jest/globals';
import { testServer } from '../../test/test-server.ts';
import { until } from '../../test/until.ts';

const server = await testServer();
const admin = server.as(await server.anAdmin());
const agent = server.as(await server.anAgent());
const { phone } = server.ctx.instances.engines;

const add = async (name: string) =>
  (await admin.post('/instances').send({ name, engine: 'simulator' })).body as { id: string; isDefault: boolean };
const state = async (id: string) => (await agent.get(`/instances/${id}`)).body.state as string;
const becomes = (id: string, wanted: string) => until(async () => (await state(id)) === wanted);

async function link(id: string): Promise<void> {
  await admin.put(`/instances/${id}/link`).send({ method: 'qr' });
  const { payload } = await until(() => phone.offer(id));
  await phone.scan(id, payload);
  await becomes(id, 'ready');
}

describe('numbers', () => {
  it('are added up to the plan’s limit, the first as the default, and listed for everybody', async () => {
    const [one, two, three] = [await add('Loja'), await add('Eventos'), await add('Atacado')];
    expect([one.isDefault, two.isDefault, three.isDefault]).toEqual([true, false, false]);
    const full = await admin.post('/instances').send({ name: 'Mais um', engine: 'simulator' });
    expect(full.body).toMatchObject({ status: 409, code: 'INSTANCE_LIMIT_REACHED', params: { maxInstances: 3 } });
    const { body } = await agent.get('/instances');
    expect(body).toMatchObject({ maxInstances: 3, engines: ['simulator'] });
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['Loja', 'Eventos', 'Atacado']);
    await admin.delete(`/instances/${three.id}`).expect(200);
    await admin.put(`/instances/${two.id}`).send({ name: 'Festas', isDefault: true }).expect(200);
    expect((await agent.get(`/instances/${one.id}`)).body.isDefault).toBe(false);
    await admin.delete(`/instances/${two.id}`).expect(200);
    expect((await agent.get(`/instances/${one.id}`)).body.isDefault).toBe(true);
    await admin.delete(`/instances/${one.id}`).expect(200);
    await agent.get(`/instances/${one.id}`).expect(404);
  });

  it('need a browser for the real WhatsApp', async () => {
    expect((await admin.post('/instances').send({ name: 'Loja', engine: 'whatsapp-web' })).body).toMatchObject({
      status: 503,
      code: 'ENGINE_UNAVAILABLE',
    });
  });

  it('are linked by QR, unlinked here, and linked again; the state is shown all along', async () => {
    const { id } = await add('Loja');
    server.events.length = 0;
    await link(id);
    expect((await agent.get(`/instances/${id}`)).body).toMatchObject({
      status: 'CONECTADO',
      phone: expect.stringMatching(/^\d+$/),
      link: null,
      reason: null,
    });
    const shown = server.events.filter(({ event }) => event === 'instance.changed').map(({ data }) => (data as { state: string }).state);
    for (const wanted of ['awaiting_link', 'syncing', 'ready']) expect(shown).toContain(wanted);
    expect((await admin.put(`/instances/${id}/link`).send({})).body).toMatchObject({ status: 409, code: 'ALREADY_LINKED' });
    expect((await admin.delete(`/instances/${id}/link`)).body).toMatchObject({ state: 'logged_out', status: 'DESCONECTADO', phone: null });
    await link(id);
    await admin.delete(`/instances/${id}`);
  });

  it('tell why when the phone unlinked them', async () => {
    const { id } = await add('Loja');
    await link(id);
    await phone.unlink(id);
    await becomes(id, 'logged_out');
    expect((await agent.get(`/instances/${id}`)).body).toMatchObject({ status: 'DESCONECTADO', reason: 'unlinked_by_phone' });
    await admin.delete(`/instances/${id}`);
  });

  it('give a pairing code for a phone number', async () => {
    const { id } = await add('Loja');
    expect((await admin.put(`/instances/${id}/link`).send({ method: 'code' })).body).toMatchObject({ status: 400, code: 'PHONE_REQUIRED' });
    await admin.put(`/instances/${id}/link`).send({ method: 'code', phone: '+55 81 99712-4408' }).expect(200);
    const offered = await until(async () => {
      const { link } = (await agent.get(`/instances/${id}`)).body;
      return link?.method === 'code' ? link : null;
    });
    expect(offered.payload).toMatch(/^[0-9A-Z]{8}$/);
    await phone.enterCode(id, offered.payload, '5581997124408');
    await becomes(id, 'ready');
    await admin.delete(`/instances/${id}`);
  });

  it('are restarted without a new link', async () => {
    const { id } = await add('Loja');
    await link(id);
    await admin.post(`/instances/${id}/restart`).expect(200);
    await becomes(id, 'ready');
    await admin.delete(`/instances/${id}`);
  });

  it('refuse agents, wrong input and ids that are none', async () => {
    const { id } = await add('Loja');
    for (const refused of [
      agent.post('/instances').send({ name: 'X' }),
      agent.put(`/instances/${id}/link`).send({}),
      agent.delete(`/instances/${id}`),
    ])
      await refused.expect(403);
    await admin.post('/instances').send({ name: '' }).expect(400);
    await admin.post('/instances').send({ name: 'X', engine: 'pigeon' }).expect(400);
    for (const lost of [
      admin.put('/instances/nowhere/link').send({}),
      admin.delete('/instances/nowhere/link'),
      admin.post('/instances/nowhere/restart'),
      admin.put('/instances/nowhere').send({ name: 'X' }),
    ])
      await lost.expect(404);
  });
});
