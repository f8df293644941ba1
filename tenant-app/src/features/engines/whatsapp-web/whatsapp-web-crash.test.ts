import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { browsersOf, crashedAndBack, hastyTimings, linkSession } from '../test/crash.ts';
import { until } from '../test/event-recorder.ts';
import { browserProcesses, listRenderers } from '../test/processes.ts';
import { chromiumPath, type WhatsAppWebRig, whatsAppWebRig } from '../test/whatsapp-web-rig.ts';
import { identifyProcess } from './process-identity.ts';

const customer = '5511888880001';
const app = fileURLToPath(new URL('../test/session-app.ts', import.meta.url));

describe('whatsapp-web, when processes are killed', () => {
  let rig: WhatsAppWebRig;

  beforeAll(async () => {
    rig = await whatsAppWebRig({ refMs: 2_000 }, { sessionsPerHost: 1, timings: { ...hastyTimings, pingMs: 1_000 } });
  });
  afterAll(() => rig.close());

  it('comes back by itself when Chromium or its page is killed, without a QR and without a lost message', async () => {
    const { engine, seen } = await linkSession(rig, 'killed');
    const since = Date.now() - 1_000;
    const [browser] = browsersOf(rig, 'killed');
    expect(browsersOf(rig, 'killed')).toHaveLength(1);
    process.kill(browser!, 'SIGKILL');
    await rig.phone('killed').write({ from: customer, text: 'durante a queda' });
    await crashedAndBack(seen, 'browser_crashed');
    expect((await engine.catchUp(since)).map(({ text }) => text)).toEqual(['durante a queda']);
    const renderers = listRenderers(browsersOf(rig, 'killed')[0]!);
    expect(renderers.length).toBeGreaterThan(0);
    for (const pid of renderers) process.kill(pid, 'SIGKILL');
    await crashedAndBack(seen, 'page_crashed');
    expect(browsersOf(rig, 'killed')).toHaveLength(1);
    expect(engine.snapshot().restarts).toBe(2);
    await engine.stop();
  });

  it('loses none of 200 messages when the session process is killed among them, and the other session does not notice', async () => {
    const { engine: other } = await linkSession(rig, 'bystander');
    const [bystander] = rig.hosts().pids();
    const { engine, seen } = await linkSession(rig, 'stream');
    const since = Date.now() - 1_000;
    const victim = rig
      .hosts()
      .pids()
      .find((pid) => pid !== bystander)!;
    const [browser] = browsersOf(rig, 'stream');
    for (let index = 0; index < 200; index += 1) {
      await rig.phone('stream').write({ from: `55118888${10_000 + (index % 20)}`, text: `m${index}` });
      if (index === 100) {
        await seen.message(({ text }) => text === 'm60');
        process.kill(victim, 'SIGKILL');
      }
    }
    await crashedAndBack(seen, 'process_crashed');
    expect(identifyProcess(browser!)).toBeNull();
    const caught = await engine.catchUp(since);
    const texts = new Map([...seen.messages(), ...caught].map(({ id, text }) => [id, text]));
    expect([...texts.values()].sort()).toEqual(Array.from({ length: 200 }, (_, index) => `m${index}`).sort());
    expect(caught).toHaveLength(200);
    expect(other.snapshot()).toMatchObject({ state: 'ready', restarts: 0 });
    await Promise.all([engine.stop(), other.stop()]);
    expect(await browserProcesses(rig.sessionsDir)).toEqual([]);
  });

  it('ends a session process that hangs, and comes back', async () => {
    const { engine, seen } = await linkSession(rig, 'frozen');
    const [host] = rig.hosts().pids();
    const [browser] = browsersOf(rig, 'frozen');
    process.kill(host!, 'SIGSTOP');
    await crashedAndBack(seen, 'process_crashed');
    expect([host!, browser!].map(identifyProcess)).toEqual([null, null]);
    await engine.stop();
  });

  it('leaves nothing behind when the whole app is killed, and the next one links without a QR', async () => {
    const { engine, seen } = await linkSession(rig, 'orphan');
    await engine.stop();
    const child = fork(app, [], {
      env: {
        PATH: '/usr/bin:/bin',
        CONFIG: JSON.stringify({
          session: 'orphan',
          sessionsDir: rig.sessionsDir,
          chromium: { executablePath: chromiumPath, args: rig.world.chromiumArgs },
        }),
      },
    });
    const pids = await new Promise<number[]>((resolve) => child.once('message', (message) => resolve(message as number[])));
    expect([...pids, ...browsersOf(rig, 'orphan')].map((pid) => identifyProcess(pid) !== null)).toEqual([true, true]);
    child.kill('SIGKILL');
    await engine.start();
    await seen.state('ready');
    expect(seen.of('link')).toHaveLength(1);
    await until(
      () => identifyProcess(pids[0]!) === null,
      6_000,
      () => 'the session process to end',
    );
    expect(browsersOf(rig, 'orphan')).toHaveLength(1);
    await engine.stop();
  });
});
