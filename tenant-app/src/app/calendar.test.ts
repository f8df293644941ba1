import { expect, it } from '@jest/globals';
import { startOfDay, startOfMonth } from './calendar.ts';

it.each([
  ['2026-11-21T11:00:00Z', '2026-11-21T03:00:00.000Z', '2026-11-01T03:00:00.000Z'],
  ['2026-11-21T02:59:59Z', '2026-11-20T03:00:00.000Z', '2026-11-01T03:00:00.000Z'],
  ['2026-12-01T01:00:00Z', '2026-11-30T03:00:00.000Z', '2026-11-01T03:00:00.000Z'],
  // São Paulo had summer time until 2019: the clocks changed on 17 February
  ['2019-02-28T12:00:00Z', '2019-02-28T03:00:00.000Z', '2019-02-01T02:00:00.000Z'],
])('at %s the day began at %s and the month at %s', (now, day, month) => {
  expect([startOfDay(new Date(now)).toISOString(), startOfMonth(new Date(now)).toISOString()]).toEqual([day, month]);
});
