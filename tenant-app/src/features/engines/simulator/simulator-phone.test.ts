import { newId, newSecret } from '@chat-saas/contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { userPeer } from '../engine-message.ts';
import { type Engines, openEngines } from '../engine-registry.ts';
import { EventRecorder } from '../test/event-recorder.ts';
import { testLog } from '../test/rig.ts';
import type { SimulatorEvent } from './simulator-events.ts';

const ana = '5511987650001';

describe('simulator phone', () => {
  let engines: Engines;
  const begin = () => {
    engines = openEngines({
      sessionsDir: '/nonexistent',
      chromium: null,
      log: testLog(),
      simulatorTimings: { offerMs: 400, syncMs: 20, deliverMs: 20 },
    });
  };
  beforeAll(async () => {
    await mongoose.connect(`${process.env.TEST_MONGODB_URI}/test_phone_${newSecret(8)}`);
    begin();
  });
  afterAll(async () => {
    await engines.close();
    await mongoose.connection.dropDatabase();
    await mongoose.disconnect();
  });

  const linked = async () => {
    const id = newId();
    const engine = engines.createEngine('simulator', id);
    const seen = new EventRecorder(engine);
    await engine.start();
    await engines.phone.scan(id, (await seen.offer()).payload);
    await seen.state('ready');
    return { id, engine, seen };
  };
  const text = (body: string) => ({ type: 'text', text: body }) as const;

  it('refuses what cannot be linked, by a code', async () => {
    const id = newId();
    expect(await engines.phone.scan(id, 'x')).toEqual({ ok: false, code: 'NOT_WAITING' });
    expect(await engines.phone.customerSend({ instanceId: id, from: ana, content: text('oi') })).toEqual({ ok: false, code: 'NOT_LINKED' });
    const { id: linkedId } = await linked();
    expect(await engines.phone.scan(linkedId, 'x')).toEqual({ ok: false, code: 'ALREADY_LINKED' });
  });

  it('shows the QR on offer, which runs out and is replaced', async () => {
    const id = newId();
    const engine = engines.createEngine('simulator', id);
    await engine.start();
    const first = engines.phone.offer(id)!;
    await new Promise((resolve) => setTimeout(resolve, 450));
    expect(await engines.phone.scan(id, first.payload)).toEqual({ ok: false, code: 'LINK_EXPIRED' });
    expect(engines.phone.offer(id)).toMatchObject({ attempt: 2 });
    await engine.stop();
    expect(engines.phone.offer(id)).toBeNull();
  });

  it('lists who wrote, newest first, and the people of the demo behind them', async () => {
    const { id, engine } = await linked();
    await engines.phone.customerSend({ instanceId: id, from: '+55 21 90000-1111', name: 'Zé 🌊', content: text('primeiro') });
    await engines.phone.customerSend({ instanceId: id, from: ana, content: text('segundo') });
    await engine.send({ clientRef: newId(), to: userPeer('5521900001111'), content: text('resposta') });
    const customers = await engines.phone.customers(id);
    expect(customers.slice(0, 3).map(({ name }) => name)).toEqual(['Zé 🌊', 'Ana Beatriz Souza', 'João Pedro Oliveira']);
    expect(customers[0]?.lastMessage).toMatchObject({ text: 'resposta', direction: 'out' });
    expect((await engines.phone.thread(id, '5521900001111')).map(({ text: body }) => body)).toEqual(['primeiro', 'resposta']);
  });

  it('delivers a repeated id once', async () => {
    const { id, seen } = await linked();
    const message = { instanceId: id, from: ana, content: text('uma vez'), id: newId() };
    await engines.phone.customerSend(message);
    await engines.phone.customerSend(message);
    await seen.message(({ text: body }) => body === 'uma vez');
    expect(await engines.phone.thread(id, ana)).toHaveLength(1);
    expect(seen.messages()).toHaveLength(1);
  });

  it('shows both sides live: typing, ticks, and that the number has read', async () => {
    const { id, engine, seen } = await linked();
    const live: SimulatorEvent[] = [];
    const end = engines.phone.onEvent(id, (event) => live.push(event));
    engines.phone.customerTyping(id, ana, true);
    await engine.setTyping(userPeer(ana), 'recording');
    await engines.phone.customerSend({ instanceId: id, from: ana, content: text('oi') });
    await engine.markRead(userPeer(ana));
    end();
    expect(seen.of('typing')).toMatchObject([{ chat: { e164: ana }, typing: true }]);
    expect(
      live.map((event) => (event.t === 'typing' ? `${event.by} ${event.on}` : event.t === 'receipt' ? event.receipt : event.t)),
    ).toEqual(['customer true', 'number recording', 'message', 'delivered', 'read']);
  });

  it('tells the receipts that came while the engine was away', async () => {
    const { id, engine, seen } = await linked();
    const sent = await engine.send({ clientRef: newId(), to: userPeer(ana), content: text('veja depois') });
    await seen.receipt(sent.id, 'delivered');
    await engines.close();
    begin();
    await engines.phone.customerViewed(id, ana);
    const again = engines.createEngine('simulator', id);
    const seenAgain = new EventRecorder(again);
    await again.start();
    await seenAgain.receipt(sent.id, 'read');
    expect(seenAgain.receipts(sent.id)).toEqual(['read']);
  });

  it('forgets an instance that was removed', async () => {
    const { id, seen } = await linked();
    await engines.phone.customerSend({
      instanceId: id,
      from: ana,
      content: { type: 'image', data: new Uint8Array([1]), mime: 'image/png' },
    });
    const { media } = await seen.message(({ type }) => type === 'image');
    await engines.phone.forget(id);
    await seen.state('logged_out');
    expect(await engines.phone.device(id)).toBeNull();
    expect(await engines.phone.thread(id, ana)).toEqual([]);
    expect(await engines.phone.media(media!.handle)).toBeNull();
  });

  it('knows which engines can run, and gives one object per instance', async () => {
    expect(await engines.availableKinds()).toEqual(['simulator']);
    const id = newId();
    const engine = engines.createEngine('simulator', id);
    expect(engines.createEngine('simulator', id)).toBe(engine);
    await engines.release(id);
    expect(engines.createEngine('simulator', id)).not.toBe(engine);
  });
});
