import { describe, expect, it } from '@jest/globals';
import type { EngineEvent } from './engine-events.ts';
import type { InboundMessage } from './engine-message.ts';
import { userPeer } from './engine-message.ts';
import { transitions } from './engine-state.ts';
import { SessionCore } from './session-core.ts';
import { testLog } from './test/rig.ts';

function aCore(): { core: SessionCore; events: EngineEvent[] } {
  const core = new SessionCore('simulator', 's1', testLog());
  const events: EngineEvent[] = [];
  core.onEvent((event) => {
    events.push(event);
  });
  return { core, events };
}

const aMessage = (id: string): InboundMessage => {
  const peer = userPeer('5511999990000');
  return { id, chat: peer, sender: peer, isGroup: false, fromMe: false, at: 0, type: 'text', text: id, origin: 'live' };
};

describe('session core', () => {
  it('refuses a move against the rules, and says so', async () => {
    const { core, events } = aCore();
    expect(core.moveTo('ready')).toBe(false);
    expect(core.state).toBe('stopped');
    await core.emit({ t: 'sync', percent: 1 });
    expect(events[0]).toMatchObject({ t: 'diagnostic', code: 'illegal_transition', detail: 'stopped → ready', seq: 1 });
  });

  it('adds events up to a snapshot that belongs to its state', () => {
    const { core } = aCore();
    core.moveTo('starting');
    core.moveTo('awaiting_link');
    void core.emit({ t: 'link', method: 'qr', payload: 'x', expiresAt: 5, attempt: 1 });
    expect(core.snapshot()).toMatchObject({ state: 'awaiting_link', link: { payload: 'x' } });
    core.moveTo('syncing');
    expect(core.snapshot()).toMatchObject({ state: 'syncing', syncPercent: 0 });
    expect(core.snapshot().link).toBeUndefined();
    void core.emit({ t: 'identity', me: userPeer('5511988887777'), name: 'Clínica' });
    core.moveTo('backoff', { reason: 'browser_crashed', nextAttemptAt: 9 });
    expect(core.snapshot()).toMatchObject({ reason: 'browser_crashed', nextAttemptAt: 9, name: 'Clínica' });
    core.moveTo('stopped');
    expect(core.snapshot().reason).toBeUndefined();
  });

  it('holds messages back until the session is ready', async () => {
    const { core, events } = aCore();
    for (const state of ['starting', 'syncing'] as const) core.moveTo(state);
    core.announce(aMessage('early'));
    core.moveTo('ready');
    core.announce(aMessage('live'));
    await core.emit({ t: 'sync', percent: 100 });
    const told = events.map((event) => (event.t === 'state' ? event.state : event.t === 'message' ? event.message.id : event.t));
    expect(told).toEqual(['starting', 'syncing', 'ready', 'early', 'live', 'sync']);
  });

  it('tells when a state is left, or that it was not', async () => {
    const { core } = aCore();
    core.moveTo('starting');
    expect(await core.left('starting', 20)).toBe(false);
    const left = core.left('starting', 1_000);
    core.moveTo('failed', { reason: 'browser_missing' });
    expect(await left).toBe(true);
  });

  it('has a way out of every state', () => {
    for (const [state, next] of Object.entries(transitions)) expect([state, next.length > 0]).toEqual([state, true]);
  });
});
