import { describe, expect, it } from '@jest/globals';
import { aLinkedNumber } from '../../test/test-phone.ts';
import { testServer } from '../../test/test-server.ts';
import { until } from '../../test/until.ts';

const server = await testServer();
const { instanceId, phone, customer } = await aLinkedNumber(server);
let next = 5581990000000;
const someone = (name?: string) => customer(String(next++), name);
type Customer = ReturnType<typeof someone>;
const state = async (who: Customer) => (await who.conversation())?.state;
const texts = async (who: Customer) => (await who.got()).map((message) => message.text);

describe('a message in', () => {
  it('is stored, greeted once and shown without asking', async () => {
    server.events.length = 0;
    const maria = someone('Maria Aparecida');
    await maria.writes('Oi, bom dia!');
    await until(async () => (await maria.got()).length === 1);
    expect(await maria.conversation()).toMatchObject({ state: 'ai_active', unread: 1, contact: { name: 'Maria Aparecida' } });
    expect((await texts(maria))[0]).toContain('Padaria São João');
    const shown = server.events.filter(({ event }) => event === 'message.created').map(({ data }) => (data as { from: string }).from);
    expect(shown).toEqual(['contact', 'bot']);
  });

  it('is handed to a person when nobody knows the answer, and then the bot keeps silent', async () => {
    const joao = someone('João Victor');
    await joao.writes('Oi');
    await until(async () => (await joao.got()).length === 1);
    await joao.writes('Quanto custa o bolo de rolo?');
    await until(async () => (await state(joao)) === 'awaiting_human');
    await until(async () => (await joao.got()).length === 2);
    await joao.writes('Alguém aí?');
    await until(async () => (await joao.conversation())?.unread === 3);
    await server.ctx.chats.sweep();
    expect(await joao.got()).toHaveLength(2);
  });

  it('changes nothing when it comes twice', async () => {
    const ana = someone('Ana');
    await ana.writes('Oi', 'TWICE1');
    await until(async () => (await ana.got()).length === 1);
    const conversation = await until(() => ana.conversation());
    const [message] = await server.ctx.instances
      .of({ _id: instanceId, engine: 'simulator' })
      .catchUp(0)
      .then((all) => all.filter((one) => one.id === 'TWICE1'));
    const { receiveMessage } = await import('./inbound.service.ts');
    await receiveMessage(server.ctx, instanceId, message!);
    await server.ctx.chats.sweep();
    const { body } = await server.as('platform').get(`/conversations/${conversation.id}/messages`);
    expect(body.items).toHaveLength(2);
    expect((await ana.conversation())?.unread).toBe(1);
  });

  it('of a group is ignored', async () => {
    const before = (await server.as('platform').get('/conversations')).body.items.length;
    await phone.customerSend({
      instanceId,
      from: '5581988887777',
      group: '120363000000000001',
      content: { type: 'text', text: 'no grupo' },
    });
    const later = someone('Depois');
    await later.writes('Oi'); // events come in order: once this one is there, the group's was dealt with
    await until(async () => (await later.got()).length === 1);
    expect((await server.as('platform').get('/conversations')).body.items.length).toBe(before + 1);
  });

  it('brings its picture into the tenant’s own storage', async () => {
    const bia = someone('Bia');
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    await bia.sends({ type: 'image', data: png, mime: 'image/png', caption: 'Este aqui' });
    const conversation = await until(() => bia.conversation());
    const message = await until(async () =>
      (await server.as('platform').get(`/conversations/${conversation.id}/messages`)).body.items.find(
        (one: { attachment: unknown }) => one.attachment,
      ),
    );
    expect(message).toMatchObject({ kind: 'image', text: 'Este aqui', attachment: { mime: 'image/png', bytes: png.length } });
    const file = await server.as(await server.anAgent(), { prefix: '' }).get(message.attachment.url);
    expect(Buffer.compare(file.body as Buffer, png)).toBe(0);
  });

  it('keeps 200 messages of 20 people in order, each greeted once', async () => {
    const people = Array.from({ length: 20 }, () => someone());
    for (let i = 0; i < 10; i++) await Promise.all(people.map((one) => one.writes(`m${i}`)));
    for (const one of people) {
      await until(async () => (await one.conversation())?.unread === 10, 20_000);
      const conversation = await until(() => one.conversation());
      const { body } = await server.as('platform').get(`/conversations/${conversation.id}/messages`).query({ limit: 100 });
      const inbound = body.items
        .filter((message: { from: string }) => message.from === 'contact')
        .map((message: { text: string }) => message.text);
      expect(inbound.reverse()).toEqual(Array.from({ length: 10 }, (_, i) => `m${i}`));
      await until(async () => (await one.got()).length === 2);
      expect(await one.got()).toHaveLength(2);
    }
  });
});

describe('a person', () => {
  it('assumes, answers and gives back; the bot is silent meanwhile and speaks again after', async () => {
    const marina = await server.anAgent({ name: 'Marina' });
    const rosa = someone('Rosa');
    await rosa.writes('Oi');
    await until(async () => (await rosa.got()).length === 1);
    const { id } = await until(() => rosa.conversation());
    expect((await server.as(marina).put(`/conversations/${id}/assignment`)).body).toMatchObject({
      state: 'human_replied',
      assignee: { name: 'Marina' },
    });
    await server.as(marina).post(`/conversations/${id}/messages`).send({ clientRef: 'ref-rosa-1', text: 'Olá, Rosa! Aqui é a Marina.' });
    await until(async () => (await rosa.got()).length === 2);
    await rosa.writes('Que bom!');
    await until(async () => (await rosa.conversation())?.lastMessage.preview === 'Que bom!');
    await server.ctx.chats.sweep();
    expect(await rosa.got()).toHaveLength(2);
    expect((await server.as(marina).delete(`/conversations/${id}/assignment`)).body.state).toBe('ai_active');
    await rosa.writes('E o preço?');
    await until(async () => (await rosa.got()).length === 3);
    expect(await state(rosa)).toBe('awaiting_human');
  });

  it('sees ticks go forward, and the same clientRef goes out once', async () => {
    const agent = await server.anAgent();
    const lia = someone('Lia');
    await lia.writes('Oi');
    await until(async () => (await lia.got()).length === 1);
    const { id } = await until(() => lia.conversation());
    const send = () => server.as(agent).post(`/conversations/${id}/messages`).send({ clientRef: 'same-ref-1', text: 'Tudo certo' });
    const [one, two] = [await send(), await send()];
    expect(two.body.id).toBe(one.body.id);
    const receipt = async () =>
      (await server.as(agent).get(`/conversations/${id}/messages`)).body.items.find((m: { id: string }) => m.id === one.body.id).receipt;
    await until(async () => (await receipt()) === 'delivered');
    await lia.views();
    await until(async () => (await receipt()) === 'read');
    expect(await texts(lia)).toEqual([expect.any(String), 'Tudo certo']);
  });

  it('who answers on the phone itself keeps the bot silent too', async () => {
    const leo = someone('Léo');
    await leo.writes('Oi');
    await until(async () => (await leo.got()).length === 1);
    await phone.ownerSend({ instanceId, to: leo.from, content: { type: 'text', text: 'Já te respondo' } });
    await until(async () => (await state(leo)) === 'human_replied');
  });

  it('cannot send nothing, an unknown file or into nowhere', async () => {
    const agent = await server.anAgent();
    const gil = someone('Gil');
    await gil.writes('Oi');
    const { id } = await until(() => gil.conversation());
    const send = (body: object, to = id) =>
      server
        .as(agent)
        .post(`/conversations/${to}/messages`)
        .send({ clientRef: 'ref-nothing', ...body });
    expect((await send({ text: '  ' })).body).toMatchObject({ status: 400, code: 'EMPTY_MESSAGE' });
    expect((await send({ uploadId: 'doesnotexist' })).body).toMatchObject({ status: 400, code: 'ATTACHMENT_UNKNOWN' });
    expect((await send({ text: 'x' }, 'nowhere')).body).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect((await send({ text: 'a'.repeat(4097) })).body).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
  });

  it('writes to a new number; one that has no WhatsApp fails and can be discarded', async () => {
    const agent = await server.anAgent();
    const sent = await server
      .as(agent)
      .post('/messages')
      .send({ phone: '+55 81 98877-1234', clientRef: 'ref-new-1', text: 'Seu pedido saiu' });
    expect(sent.body).toMatchObject({ from: 'agent', receipt: 'queued' });
    await until(async () => (await customer('5581988771234').got()).length === 1);
    const wrong = await server.as(agent).post('/messages').send({ phone: '00012345678', clientRef: 'ref-wrong-1', text: 'Oi' });
    const messages = async () => (await server.as(agent).get(`/conversations/${wrong.body.conversationId}/messages`)).body.items;
    await until(async () => (await messages())[0]?.receipt === 'failed');
    expect((await messages())[0]).toMatchObject({ error: 'invalid_recipient' });
    expect((await server.as(agent).put(`/messages/${wrong.body.id}/retry`)).body).toMatchObject({ receipt: 'queued' });
    await until(async () => (await messages())[0]?.receipt === 'failed');
    expect((await server.as(agent).delete(`/messages/${wrong.body.id}`)).body).toEqual({ removed: true });
    expect((await server.as(agent).delete(`/messages/${wrong.body.id}`)).body).toMatchObject({ status: 404 });
    expect((await server.as(agent).put(`/messages/${sent.body.id}/retry`)).body).toMatchObject({ status: 409, code: 'MESSAGE_NOT_FAILED' });
  });
});

describe('nothing is lost', () => {
  it('when the call to the worker got lost, the sweep finds the message', async () => {
    const eva = someone('Eva');
    const { chats } = server.ctx;
    chats.wakeTurn = () => Promise.resolve(); // as if Redis had lost the call
    await eva.writes('Oi');
    await until(() => eva.conversation());
    Reflect.deleteProperty(chats, 'wakeTurn');
    const now = server.ctx.now;
    server.ctx.now = () => new Date(Date.now() + 10_000);
    await chats.sweep();
    server.ctx.now = now;
    await until(async () => (await eva.got()).length === 1);
  });

  it('of what came while the session was away', async () => {
    const noe = someone('Noé');
    const engine = server.ctx.instances.of({ _id: instanceId, engine: 'simulator' });
    await engine.stop();
    await noe.writes('Vocês abrem amanhã?');
    await engine.start();
    await until(async () => (await noe.got()).length === 1);
    expect((await noe.conversation())?.unread).toBe(1);
  });

  it('of what could not be sent while the session was away', async () => {
    const agent = await server.anAgent();
    const ivo = someone('Ivo');
    await ivo.writes('Oi');
    await until(async () => (await ivo.got()).length === 1);
    const { id } = await until(() => ivo.conversation());
    const engine = server.ctx.instances.of({ _id: instanceId, engine: 'simulator' });
    await engine.stop();
    await server.as(agent).post(`/conversations/${id}/messages`).send({ clientRef: 'ref-ivo-01', text: 'Abrimos às 7h' });
    await engine.start();
    await until(async () => (await texts(ivo)).includes('Abrimos às 7h'));
    expect((await texts(ivo)).filter((text) => text === 'Abrimos às 7h')).toHaveLength(1);
  });
});
