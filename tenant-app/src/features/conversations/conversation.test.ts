import { describe, expect, it } from '@jest/globals';
import { aLinkedNumber } from '../../test/test-phone.ts';
import { testServer } from '../../test/test-server.ts';
import { until } from '../../test/until.ts';

const server = await testServer();
const [shop, events] = [await aLinkedNumber(server, 'Loja'), await aLinkedNumber(server, 'Eventos')];
const marina = server.as(await server.anAgent({ name: 'Marina' }));
const paulo = server.as(await server.anAgent({ name: 'Paulo' }));

async function hello(number: typeof shop, from: string, name: string): Promise<string> {
  await number.customer(from, name).writes('Oi');
  await until(async () => (await number.customer(from).got()).length === 1);
  return (await marina.get('/conversations').query({ q: from })).body.items[0].id;
}
const names = (body: { items: { contact: { name: string } }[] }) => body.items.map(({ contact }) => contact.name).toSorted();

describe('conversations', () => {
  it('are listed per number, filter and search, in pages, with counts', async () => {
    const [ana, bruno] = [await hello(shop, '5581990000001', 'Ana Conceição'), await hello(events, '5581990000002', 'Bruno')];
    await hello(shop, '5581990000003', 'Carla');
    await marina.put(`/conversations/${ana}/assignment`).expect(200);
    expect(names((await marina.get('/conversations').query({ instanceId: shop.instanceId })).body)).toEqual(['Ana Conceição', 'Carla']);
    expect(names((await marina.get('/conversations').query({ instanceId: events.instanceId })).body)).toEqual(['Bruno']);
    expect(names((await marina.get('/conversations').query({ filter: 'mine' })).body)).toEqual(['Ana Conceição']);
    expect(names((await paulo.get('/conversations').query({ filter: 'mine' })).body)).toEqual([]);
    expect(names((await paulo.get('/conversations').query({ q: 'conceicao' })).body)).toEqual(['Ana Conceição']);
    expect((await marina.get('/conversations/counts')).body).toEqual({ pending: 0, mine: 1, all: 3, closed: 0 });
    expect((await marina.get('/conversations/counts').query({ instanceId: events.instanceId })).body).toEqual({
      pending: 0,
      mine: 0,
      all: 1,
      closed: 0,
    });
    const first = (await marina.get('/conversations').query({ limit: 2 })).body;
    const second = (await marina.get('/conversations').query({ limit: 2, cursor: first.nextCursor })).body;
    expect(names({ items: [...first.items, ...second.items] })).toEqual(['Ana Conceição', 'Bruno', 'Carla']);
    expect(second.nextCursor).toBeNull();
    expect((await marina.get(`/conversations/${bruno}`)).body).toMatchObject({ instanceName: 'Eventos', unread: 1, state: 'ai_active' });
  });

  it('are read, closed, opened by hand and by the next message; everybody sees it', async () => {
    const id = await hello(shop, '5581990000004', 'Dora');
    server.events.length = 0;
    expect((await marina.put(`/conversations/${id}/read`)).body.unread).toBe(0);
    expect((await marina.put(`/conversations/${id}/closure`)).body.state).toBe('closed');
    expect((await marina.delete(`/conversations/${id}/closure`)).body.state).toBe('ai_active');
    await marina.put(`/conversations/${id}/closure`);
    await shop.customer('5581990000004').writes('Esqueci uma coisa');
    await until(async () => (await marina.get(`/conversations/${id}`)).body.state === 'ai_active');
    const states = server.events
      .filter(({ event }) => event === 'conversation.changed')
      .map(({ data }) => (data as { state: string }).state);
    expect(states).toEqual(expect.arrayContaining(['closed', 'ai_active']));
  });

  it('show typing both ways', async () => {
    const id = await hello(shop, '5581990000005', 'Enzo');
    expect((await marina.put(`/conversations/${id}/typing`).send({ on: true })).body).toEqual({ shown: true });
    server.events.length = 0;
    shop.phone.customerTyping(shop.instanceId, '5581990000005', true);
    await until(() =>
      server.events.some(({ event, data }) => event === 'contact.typing' && (data as { conversationId: string }).conversationId === id),
    );
  });

  it('that are none answer 404, input that makes no sense 400', async () => {
    for (const lost of [
      marina.get('/conversations/nowhere'),
      marina.put('/conversations/nowhere/assignment'),
      marina.delete('/conversations/nowhere/assignment'),
      marina.put('/conversations/nowhere/closure'),
      marina.put('/conversations/nowhere/read'),
      marina.put('/conversations/nowhere/typing').send({ on: true }),
      marina.get('/conversations/nowhere/messages'),
    ])
      await lost.expect(404);
    await marina.get('/conversations').query({ limit: 0 }).expect(400);
    await marina.get('/conversations').query({ filter: 'every' }).expect(400);
  });
});
