import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { WhatsAppEngine } from '../engine.ts';
import { EventRecorder, until } from './event-recorder.ts';
import { listBrowsers } from './processes.ts';
import type { WhatsAppWebRig } from './whatsapp-web-rig.ts';

/** Deadlines that let a failure be seen in seconds. */
export const hastyTimings = { backoffMs: 200, sendMs: 1_000, openMs: 6_000, unloadedMs: 1_500, stallMs: 2_500, healthMs: 4_000 };

/** Starts a session and links it by its QR. */
export async function linkSession(rig: WhatsAppWebRig, session: string): Promise<{ engine: WhatsAppEngine; seen: EventRecorder }> {
  const engine = rig.engine(session);
  const seen = new EventRecorder(engine);
  await engine.start();
  expect(await rig.phone(session).scan((await seen.offer()).payload)).toBe(true);
  await seen.state('ready');
  return { engine, seen };
}

export function browsersOf(rig: WhatsAppWebRig, session: string): number[] {
  return listBrowsers(join(rig.sessionsDir, `session-${session}`));
}

/** Waits until the engine told this crash, and was ready again by itself without a second QR. */
export async function crashedAndBack(seen: EventRecorder, reason: string): Promise<void> {
  const crash = () => seen.of('state').find((event) => event.reason === reason);
  await until(
    () => crash() !== undefined,
    10_000,
    () => `a crash for ${reason}; saw ${JSON.stringify(seen.of('state'))}`,
  );
  expect(crash()).toMatchObject({ state: 'backoff', nextAttemptAt: expect.any(Number) });
  const isBack = () => seen.states().lastIndexOf('ready') > seen.states().lastIndexOf('backoff');
  await until(isBack, 15_000, () => `ready; saw ${seen.states().join(' ')}`);
  expect(seen.of('link')).toHaveLength(1);
}
