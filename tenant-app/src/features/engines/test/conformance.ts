import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WhatsAppEngine } from '../engine.ts';
import { EngineError } from '../engine-error.ts';
import { type OutboundContent, type OutboundMessage, userPeer } from '../engine-message.ts';
import { EventRecorder } from './event-recorder.ts';
import type { PhoneSide, Rig } from './rig.ts';

const customer = '5511888880001';
let refs = 0;

function to(number: string, content: OutboundContent | string): OutboundMessage {
  refs += 1;
  return {
    clientRef: `ref-${refs}-${Date.now()}`,
    to: userPeer(number),
    content: typeof content === 'string' ? { type: 'text', text: content } : content,
  };
}

async function failure(work: Promise<unknown>): Promise<EngineError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(EngineError);
  return error as EngineError;
}

/** What every engine must do, whatever it is made of. */
export function describeEngine(name: string, makeRig: () => Promise<Rig>): void {
  describe(`${name} engine`, () => {
    let rig: Rig;
    let engine: WhatsAppEngine;
    let phone: PhoneSide;
    let seen: EventRecorder;
    const recorders: EventRecorder[] = [];

    const open = (session: string) => {
      engine = rig.engine(session);
      phone = rig.phone(session);
      seen = new EventRecorder(engine);
      recorders.push(seen);
    };
    const link = async (session: string) => {
      open(session);
      await engine.start();
      expect(await phone.scan((await seen.offer()).payload)).toBe(true);
      await seen.state('ready');
    };

    beforeAll(async () => {
      rig = await makeRig();
    });
    afterAll(async () => {
      await rig.close();
    });

    it('offers a QR, replaces it, refuses the old one and links by the new one', async () => {
      open('link');
      expect(engine.snapshot().state).toBe('stopped');
      await engine.start();
      await engine.start();
      const first = await seen.offer();
      expect(first).toMatchObject({ method: 'qr', attempt: 1 });
      expect(first.expiresAt).toBeGreaterThan(Date.now());
      const second = await seen.offer(first.payload);
      expect(second.attempt).toBe(2);
      expect(await phone.scan(first.payload)).toBe(false);
      await engine.requestLink({ method: 'qr' });
      const third = await seen.offer(second.payload);
      expect(engine.snapshot()).toMatchObject({ state: 'awaiting_link', link: { payload: third.payload } });
      expect(await phone.scan(third.payload)).toBe(true);
      await seen.state('ready');
      expect(seen.states()).toEqual(['starting', 'awaiting_link', 'syncing', 'ready']);
      expect(seen.of('sync').at(-1)?.percent).toBe(100);
      expect(engine.snapshot().me?.e164).toMatch(/^55\d{10,11}$/);
      expect(engine.snapshot().link).toBeUndefined();
      expect(await engine.probe(5_000)).toMatchObject({ alive: true, state: 'ready' });
      expect((await failure(engine.requestLink({ method: 'qr' }))).code).toBe('not_awaiting_link');
    });

    it('stops without leaving a process, and comes back without a QR', async () => {
      await engine.stop();
      await engine.stop();
      expect(engine.snapshot().state).toBe('stopped');
      expect(await rig.processes()).toEqual([]);
      expect((await failure(engine.send(to(customer, 'too early')))).isRetryable).toBe(true);
      const before = seen.of('link').length;
      await engine.start();
      await seen.state('ready');
      expect(seen.of('link')).toHaveLength(before);
    });

    it('announces text, media and groups with what they carry', async () => {
      await phone.write({ from: customer, name: 'Ana', text: 'Bom dia! 🌞 https://exemplo.com.br' });
      const text = await seen.message(({ type }) => type === 'text');
      expect(text).toMatchObject({
        text: 'Bom dia! 🌞 https://exemplo.com.br',
        senderName: 'Ana',
        fromMe: false,
        isGroup: false,
        origin: 'live',
      });
      expect(text.chat).toMatchObject({ kind: 'user', e164: customer });
      for (const [type, mime, filename] of [
        ['image', 'image/png', 'foto.png'],
        ['document', 'application/pdf', 'nota.pdf'],
        ['voice', 'audio/ogg; codecs=opus', undefined],
      ] as const) {
        const data = new TextEncoder().encode(`bytes of ${type}`);
        await phone.write({
          from: customer,
          type,
          data,
          mime,
          ...(filename && { filename }),
          ...(type === 'image' && { text: 'legenda' }),
        });
        const { media, text: caption } = await seen.message((message) => message.type === type);
        expect(media).toMatchObject({ mime, bytes: data.byteLength });
        if (type === 'document') expect(media?.filename).toBe('nota.pdf');
        if (type === 'image') expect(caption).toBe('legenda');
        expect(await engine.fetchMedia(media!, { maxBytes: 1_000 })).toEqual({ mime, data });
        expect((await failure(engine.fetchMedia(media!, { maxBytes: 3 }))).code).toBe('media_too_large');
      }
      await phone.write({ from: customer, group: '120363000000000001', text: 'no grupo' });
      const group = await seen.message(({ isGroup }) => isGroup);
      expect(group).toMatchObject({ chat: { kind: 'group' }, sender: { e164: customer }, text: 'no grupo' });
      expect(engine.snapshot().lastInboundAt).toBeGreaterThan(0);
    });

    it('announces what was written on the phone as fromMe, and not its own sendings', async () => {
      await engine.send(to(customer, 'enviado pelo produto'));
      await phone.write({ from: customer, text: 'escrito no celular', fromMe: true });
      const own = await seen.message(({ fromMe }) => fromMe);
      expect(own).toMatchObject({ text: 'escrito no celular', chat: { e164: customer } });
      expect(seen.messages().filter(({ fromMe }) => fromMe)).toHaveLength(1);
    });

    it('sends text, image and document, and follows their receipts in order', async () => {
      const data = new TextEncoder().encode('bytes that go out');
      const contents: OutboundContent[] = [
        { type: 'text', text: 'olá, tudo bem?' },
        { type: 'media', kind: 'image', data, mime: 'image/png', filename: 'a.png', caption: 'veja' },
        { type: 'media', kind: 'document', data, mime: 'application/pdf', filename: 'b.pdf' },
      ];
      for (const content of contents) {
        const { id } = await engine.send(to(customer, content));
        await seen.receipt(id, 'delivered');
        await phone.read(customer);
        await seen.receipt(id, 'read');
        expect(seen.receipts(id)).toEqual(['server', 'delivered', 'read']);
      }
      const sent = (await phone.sent()).slice(-3);
      expect(sent.map(({ type }) => type)).toEqual(['text', 'image', 'document']);
      expect(sent.map(({ text }) => text)).toEqual(['olá, tudo bem?', 'veja', '']);
      expect(sent[2]?.data).toEqual(data);
    });

    it('sends one clientRef once', async () => {
      const message = to(customer, 'uma vez só');
      const [first, second] = await Promise.all([engine.send(message), engine.send(message)]);
      expect(second).toEqual(first);
      expect(await engine.send(message)).toEqual(first);
      expect((await phone.sent()).filter(({ text }) => text === 'uma vez só')).toHaveLength(1);
      expect(await engine.findSent(message, { sinceMs: Date.now() - 60_000, excludeIds: [] })).toMatchObject({ id: first.id });
    });

    it('refuses an unknown number, and tells a refusal by WhatsApp', async () => {
      expect(await failure(engine.send(to('00012345', 'ninguém')))).toMatchObject({ code: 'invalid_recipient', outcome: 'not_sent' });
      expect(await engine.checkNumber('00012345')).toEqual({ exists: false });
      expect(await engine.checkNumber(customer)).toMatchObject({ exists: true, peer: { e164: customer } });
      await phone.failSends(1);
      const message = to(customer, 'recusada');
      expect(await failure(engine.send(message))).toMatchObject({ code: 'refused', outcome: 'not_sent' });
      expect(await engine.findSent(message, { sinceMs: Date.now() - 60_000, excludeIds: [] })).toBeNull();
      await engine.send(message);
      expect((await phone.sent()).filter(({ text }) => text === 'recusada')).toHaveLength(1);
    });

    it('shows typing and reads a chat without failing', async () => {
      await engine.setTyping(userPeer(customer), true);
      await engine.setTyping(userPeer(customer), false);
      await engine.markRead(userPeer(customer));
    });

    it('restarts with the app: no QR, and catchUp finds each missed message once', async () => {
      const since = Date.now() - 1_000;
      await phone.write({ from: customer, text: 'antes da queda' });
      await seen.message(({ text }) => text === 'antes da queda');
      await rig.restart();
      for (const number of [customer, '5521888880002']) await phone.write({ from: number, text: `perdida de ${number}` });
      open('link');
      await engine.start();
      await seen.state('ready');
      expect(seen.of('link')).toHaveLength(0);
      const found = await engine.catchUp(since);
      expect(found.map(({ text }) => text).filter((text) => text?.startsWith('perdida'))).toEqual([
        `perdida de ${customer}`,
        'perdida de 5521888880002',
      ]);
      expect(found.filter(({ text }) => text === 'antes da queda')).toHaveLength(1);
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
      expect(found.every(({ origin }) => origin === 'catchup')).toBe(true);
      const ids = found.map(({ id }) => id);
      await phone.write({ from: customer, text: 'ao vivo de novo' });
      expect(ids).not.toContain((await seen.message(({ text }) => text === 'ao vivo de novo')).id);
    });

    it('hears that the phone unlinked it, and links again', async () => {
      await phone.unlink();
      await seen.state('logged_out');
      expect(engine.snapshot()).toMatchObject({ state: 'logged_out', reason: 'unlinked_by_phone' });
      expect(engine.snapshot().me).toBeUndefined();
      await engine.start();
      expect(await phone.scan((await seen.offer()).payload)).toBe(true);
      await seen.state('ready');
      await rig.restart();
      open('link');
      await engine.start();
      await seen.state('ready');
      expect(seen.of('link')).toHaveLength(0);
    });

    it('logs out by itself', async () => {
      expect(await engine.logout()).toEqual({ unlinkedRemotely: true });
      expect(engine.snapshot()).toMatchObject({ state: 'logged_out', reason: 'unlinked_here' });
      expect(await rig.processes()).toEqual([]);
      await engine.start();
      await seen.state('awaiting_link');
      await engine.stop();
    });

    it('links by a pairing code', async () => {
      open('code');
      await engine.start();
      await seen.state('awaiting_link');
      await engine.requestLink({ method: 'code', e164: '+55 11 97777-0009' });
      const offer = await seen.offer((await seen.offer()).method === 'code' ? '' : (await seen.offer()).payload);
      expect(offer).toMatchObject({ method: 'code', attempt: 1 });
      expect(offer.payload).toMatch(/^[A-Z0-9]{8}$/);
      expect(await phone.enterCode('XXXXXXXX', '5511977770009')).toBe(false);
      expect(await phone.enterCode(offer.payload, '5511977770009')).toBe(true);
      await seen.state('ready');
      expect(engine.snapshot().me?.e164).toBe('5511977770009');
    });

    it('keeps two sessions apart', async () => {
      const [one, oneSeen] = [engine, seen];
      await link('other');
      await rig.phone('other').write({ from: customer, text: 'só para a outra' });
      await seen.message(({ text }) => text === 'só para a outra');
      expect(oneSeen.messages().some(({ text }) => text === 'só para a outra')).toBe(false);
      await engine.stop();
      expect(await one.probe(5_000)).toMatchObject({ alive: true, state: 'ready' });
      await one.stop();
      expect(await rig.processes()).toEqual([]);
    });

    it('numbers its events without gaps and never breaks the rules of states', () => {
      expect(recorders.length).toBeGreaterThan(4);
      for (const { events } of recorders) {
        const first = events[0]?.seq ?? 1;
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, index) => first + index));
      }
      const diagnostics = recorders.flatMap((recorder) => recorder.of('diagnostic'));
      expect(diagnostics.filter(({ code }) => code === 'illegal_transition')).toEqual([]);
    });
  });
}
