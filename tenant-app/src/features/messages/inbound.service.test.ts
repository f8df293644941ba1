import { expect, it } from '@jest/globals';
import { timeOf } from './inbound.service.ts';

const second = Date.parse('2026-11-21T12:00:00.000Z');

it.each([
  ['live within its second: where it arrived', { at: second, origin: 'live' }, second + 400, second + 400],
  ['live but late: the end of its second', { at: second, origin: 'live' }, second + 5000, second + 999],
  ['live by a clock that is ahead: its own second', { at: second, origin: 'live' }, second - 300, second],
  ['a clock with milliseconds is believed', { at: second + 250, origin: 'live' }, second + 900, second + 250],
  ['of a gap: as WhatsApp says', { at: second, origin: 'catchup' }, second + 400, second],
] as const)('a message is placed %s', (_, message, now, expected) => {
  expect(timeOf(message, new Date(now)).getTime()).toBe(expected);
});
