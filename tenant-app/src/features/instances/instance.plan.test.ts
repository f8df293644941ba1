import { describe, expect, it } from '@jest/globals';
import { catchUpSince, factsOf } from './instance.plan.ts';

const base = { session: 'i', seq: 1, at: 1_000_000 };
const at = new Date(base.at);

describe('what is remembered of an engine event', () => {
  it('keeps the offer only while it waits', () => {
    expect(factsOf({ ...base, t: 'link', method: 'qr', payload: '2@x', expiresAt: 1_020_000, attempt: 1 }, false)).toEqual({
      link: { method: 'qr', payload: '2@x', expiresAt: new Date(1_020_000) },
    });
    expect(factsOf({ ...base, t: 'state', state: 'syncing', previous: 'awaiting_link' }, false)).toEqual({
      state: 'syncing',
      since: at,
      reason: null,
      nextAttemptAt: null,
      link: null,
      linkedAt: at,
    });
  });
  it('does not move the day of linking when a linked session comes back', () => {
    expect(factsOf({ ...base, t: 'state', state: 'syncing', previous: 'starting' }, true)).not.toHaveProperty('linkedAt');
  });
  it('forgets the number once it was unlinked', () => {
    expect(factsOf({ ...base, t: 'state', state: 'logged_out', previous: 'ready', reason: 'unlinked_by_phone' }, true)).toMatchObject({
      phone: null,
      profileName: null,
      linkedAt: null,
      reason: 'unlinked_by_phone',
    });
  });
  it('says nothing about messages', () => {
    expect(factsOf({ ...base, t: 'receipt', id: 'm', receipt: 'read' }, true)).toBeNull();
  });
});

describe('catching up', () => {
  const now = new Date('2026-11-21T12:00:00Z');
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  it.each([
    ['a little before the last one that succeeded', minutesAgo(60), minutesAgo(600), minutesAgo(65)],
    ['never before the number was linked', minutesAgo(60), minutesAgo(61), minutesAgo(61)],
    ['from the linking on where nothing came yet', null, minutesAgo(10), minutesAgo(10)],
    ['from now on where nothing is known', null, null, now],
  ])('begins %s', (_, caughtUpAt, linkedAt, expected) => {
    expect(catchUpSince(caughtUpAt, linkedAt, now)).toBe(expected.getTime());
  });
});
