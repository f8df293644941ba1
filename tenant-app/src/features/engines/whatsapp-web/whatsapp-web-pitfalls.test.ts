import { lstat, mkdir, symlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { userPeer } from '../engine-message.ts';
import { SessionHosts } from '../session-hosts.ts';
import { browsersOf, hastyTimings, linkSession } from '../test/crash.ts';
import { EventRecorder, until } from '../test/event-recorder.ts';
import { browserProcesses } from '../test/processes.ts';
import { chromiumPath, type WhatsAppWebRig, whatsAppWebRig } from '../test/whatsapp-web-rig.ts';

const customer = '5511888880001';

// What broke for others with whatsapp-web.js 1.34.7; each of these was seen to happen.
describe('whatsapp-web, when things break', () => {
  let rig: WhatsAppWebRig;

  beforeAll(async () => {
    rig = await whatsAppWebRig({ refMs: 2_000 }, { timings: hastyTimings });
  });
  afterAll(() => rig.close());

  it('becomes ready when the sync ends before the library listens', async () => {
    const { engine, seen } = await linkSession(rig, 'race');
    for (const syncMs of [0, 30]) {
      await engine.stop();
      rig.world.control.set({ syncMs });
      await engine.start();
      await seen.state('ready');
    }
    rig.world.control.set({ syncMs: 200 });
    await rig.phone('race').write({ from: customer, text: 'chegou' });
    await seen.message(({ text }) => text === 'chegou');
    expect(seen.messages()).toHaveLength(1);
    await engine.stop();
  });

  it('goes on offering QR codes when the page has given up', async () => {
    rig.world.control.set({ refMs: 300, maxRefs: 2 });
    const engine = rig.engine('idle');
    const seen = new EventRecorder(engine);
    await engine.start();
    await until(
      () => seen.of('link').length >= 5,
      10_000,
      () => 'five offers',
    );
    rig.world.control.set({ refMs: 2_000, maxRefs: 50 });
    await engine.requestLink({ method: 'qr' });
    const before = seen.of('link').length;
    await until(
      () => seen.of('link').length > before || seen.of('link').at(-1)?.attempt === 1,
      5_000,
      () => 'a fresh offer',
    );
    expect(await rig.phone('idle').scan(engine.snapshot().link!.payload)).toBe(true);
    await seen.state('ready');
    await engine.stop();
  });

  it('never runs one profile twice, and clears a lock that a crash on another host left', async () => {
    const { engine, seen } = await linkSession(rig, 'locked');
    const profile = join(rig.sessionsDir, 'session-locked');
    await mkdir(profile, { recursive: true });
    const strangers = new SessionHosts({
      sessionsDir: rig.sessionsDir,
      chromium: { executablePath: chromiumPath, args: rig.world.chromiumArgs },
      log: rig.log,
      timings: { backoffMs: 300 },
    });
    const second = strangers.createEngine('locked');
    const secondSeen = new EventRecorder(second);
    await second.start();
    expect(second.snapshot()).toMatchObject({ state: 'backoff', reason: 'profile_locked' });
    expect(browsersOf(rig, 'locked')).toHaveLength(1);
    await engine.stop();
    await symlink(`not-${hostname()}-4242`, join(profile, 'SingletonLock'));
    await secondSeen.state('ready');
    await expect(lstat(join(profile, 'SingletonLock'))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(secondSeen.of('link')).toHaveLength(0);
    await second.stop();
    await strangers.close();
    expect(seen.states().at(-1)).toBe('stopped');
  });

  it('does not know whether a message went out while the page hung, and finds it later', async () => {
    const { engine, seen } = await linkSession(rig, 'hang');
    await engine.send({ clientRef: 'hung-0', to: userPeer(customer), content: { type: 'text', text: 'antes' } });
    rig.world.control.push({ phone: rig.number('hang'), msg: { t: 'hang', ms: 2_500 } });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const message = { clientRef: 'hung-1', to: userPeer(customer), content: { type: 'text', text: 'foi ou não foi?' } } as const;
    const since = Date.now();
    await expect(engine.send(message)).rejects.toMatchObject({ code: 'timeout', outcome: 'unknown' });
    const found = await engine.findSent(message, { sinceMs: since, excludeIds: [] });
    expect(found).not.toBeNull();
    expect(await engine.send(message)).toEqual(found);
    expect((await rig.phone('hang').sent()).filter(({ text }) => text === 'foi ou não foi?')).toHaveLength(1);
    expect(seen.messages().filter(({ fromMe }) => fromMe)).toEqual([]);
    expect(engine.snapshot().state).toBe('ready');
    await engine.stop();
  });

  it('follows a page that reloads itself, and one that comes back broken', async () => {
    const { engine, seen } = await linkSession(rig, 'reload');
    rig.world.control.push({ phone: rig.number('reload'), msg: { t: 'navigate', url: '/' } });
    await until(
      () => seen.states().filter((state) => state === 'ready').length === 2,
      10_000,
      () => `ready again; saw ${seen.states().join(' ')}`,
    );
    await rig.phone('reload').write({ from: customer, text: 'depois da recarga' });
    await seen.message(({ text }) => text === 'depois da recarga');
    expect(seen.messages()).toHaveLength(1);
    rig.world.control.set({ bootMs: 60_000 });
    rig.world.control.push({ phone: rig.number('reload'), msg: { t: 'navigate', url: '/' } });
    await until(
      () => seen.states().includes('backoff'),
      10_000,
      () => `backoff; saw ${seen.states().join(' ')}`,
    );
    rig.world.control.set({ bootMs: 0 });
    await until(
      () => seen.states().filter((state) => state === 'ready').length === 3,
      15_000,
      () => `ready; saw ${seen.states().join(' ')}`,
    );
    await engine.stop();
  });

  it('is degraded while the connection is down, and gets what came meanwhile', async () => {
    const { engine, seen } = await linkSession(rig, 'offline');
    rig.world.control.dropConnections();
    await until(
      () => seen.states().includes('degraded'),
      5_000,
      () => `degraded; saw ${seen.states().join(' ')}`,
    );
    await rig.phone('offline').write({ from: customer, text: 'sem rede' });
    await seen.state('ready');
    await seen.message(({ text }) => text === 'sem rede');
    expect(seen.states().slice(-2)).toEqual(['degraded', 'ready']);
    await engine.stop();
  });

  it('gives up a page that never boots, leaves no browser, and tries again', async () => {
    rig.world.control.set({ bootMs: 60_000 });
    const engine = rig.engine('never');
    const seen = new EventRecorder(engine);
    await engine.start();
    expect(engine.snapshot()).toMatchObject({ state: 'backoff', reason: 'page_not_loaded' });
    rig.world.control.set({ bootMs: 0 });
    await seen.state('awaiting_link');
    await engine.stop();
    expect(await browserProcesses(rig.sessionsDir)).toEqual([]);
  });

  it('learns at the start that the phone unlinked it meanwhile, and the new link lasts', async () => {
    const { engine, seen } = await linkSession(rig, 'meanwhile');
    await engine.stop();
    await rig.phone('meanwhile').unlink();
    await engine.start();
    await until(
      () => ['logged_out', 'awaiting_link'].includes(engine.snapshot().state),
      15_000,
      () => `an end; saw ${seen.states().join(' ')}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    if (engine.snapshot().state === 'logged_out') await engine.start();
    await until(
      () => seen.of('link').length > 1,
      10_000,
      () => 'a new QR',
    );
    expect(await rig.phone('meanwhile').scan(engine.snapshot().link!.payload)).toBe(true);
    await seen.state('ready');
    await engine.stop();
    const offers = seen.of('link').length;
    await engine.start();
    await seen.state('ready');
    expect(seen.of('link')).toHaveLength(offers);
    await engine.stop();
  });

  it('knows a customer by the phone number, also where WhatsApp hides it', async () => {
    const { engine, seen } = await linkSession(rig, 'hidden');
    const since = Date.now() - 1_000;
    rig.world.control.inbound({ to: rig.number('hidden'), from: customer, body: 'escondido', hidden: true });
    const peer = { kind: 'user', e164: customer, raw: `${customer}@c.us` };
    expect(await seen.message(({ text }) => text === 'escondido')).toMatchObject({ chat: peer, sender: peer });
    expect(await engine.catchUp(since)).toMatchObject([{ text: 'escondido', chat: peer }]);
    await engine.stop();
  });

  it('passes places, contact cards and voice notes on, both ways', async () => {
    const { engine, seen } = await linkSession(rig, 'kinds');
    const inbound = { to: rig.number('kinds'), from: customer };
    rig.world.control.inbound({ ...inbound, type: 'location', lat: -23.55, lng: -46.63, loc: 'Praça da Sé\nSão Paulo' });
    rig.world.control.inbound({ ...inbound, type: 'vcard', body: 'BEGIN:VCARD\nFN:Bia\nEND:VCARD' });
    rig.world.control.inbound({ ...inbound, type: 'poll_creation' });
    const place = await seen.message(({ type }) => type === 'location');
    expect(place.location).toEqual({ lat: -23.55, lng: -46.63, name: 'Praça da Sé' });
    expect((await seen.message(({ type }) => type === 'contact')).text).toContain('FN:Bia');
    await seen.message(({ type }) => type === 'unsupported');
    const data = new Uint8Array([1, 2, 3]);
    const since = Date.now() - 1_000;
    const voice = {
      clientRef: 'voice-1',
      to: userPeer(customer),
      content: { type: 'media', kind: 'voice', data, mime: 'audio/ogg' },
    } as const;
    const spot = { clientRef: 'place-1', to: userPeer(customer), content: { type: 'location', lat: 1.5, lng: 2.5, name: 'Loja' } } as const;
    for (const message of [voice, spot]) {
      const sent = await engine.send(message);
      expect(await engine.findSent(message, { sinceMs: since, excludeIds: [] })).toMatchObject({ id: sent.id });
      expect(await engine.findSent({ ...message, clientRef: 'other' }, { sinceMs: since, excludeIds: [sent.id] })).toBeNull();
    }
    expect((await rig.phone('kinds').sent()).map(({ type }) => type)).toEqual(['ptt', 'location']);
    await engine.stop();
  });

  it('can be stopped in the middle of its start', async () => {
    const engine = rig.engine('hasty');
    const started = engine.start();
    await until(
      () => engine.snapshot().state === 'starting',
      5_000,
      () => 'starting',
    );
    await engine.stop();
    await started;
    expect(engine.snapshot().state).toBe('stopped');
    expect(await browserProcesses(rig.sessionsDir)).toEqual([]);
  });

  it('says that the browser is missing', async () => {
    const hosts = new SessionHosts({
      sessionsDir: rig.sessionsDir,
      chromium: { executablePath: '/nonexistent/chromium', args: [] },
      log: rig.log,
    });
    const engine = hosts.createEngine('nobrowser');
    await engine.start();
    expect(engine.snapshot()).toMatchObject({ state: 'failed', reason: 'browser_missing' });
    await hosts.close();
  });
});
