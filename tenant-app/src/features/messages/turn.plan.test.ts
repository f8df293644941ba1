import { describe, expect, it } from '@jest/globals';
import { isConfident, planTurn, type TurnFacts } from './turn.plan.ts';

const now = new Date('2026-11-21T12:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const facts = (over: Partial<TurnFacts> = {}): TurnFacts => ({
  state: 'ai_active',
  isBotEnabled: true,
  greetedAt: hoursAgo(1),
  writtenAt: now,
  now,
  ...over,
});

describe('the turn of a message', () => {
  it.each([
    ['greets who was never greeted', facts({ greetedAt: null }), { do: 'greet' }],
    ['greets again after a day', facts({ greetedAt: hoursAgo(24.1) }), { do: 'greet' }],
    ['asks the AI once greeted', facts(), { do: 'answer' }],
    ['keeps silent while a person is awaited', facts({ state: 'awaiting_human', greetedAt: null }), { do: 'keep_silent' }],
    ['keeps silent once a person answered', facts({ state: 'human_replied' }), { do: 'keep_silent' }],
    ['hands over without a word when the bot is off', facts({ isBotEnabled: false }), { do: 'hand_over', sayWhy: false }],
    ['hands over what is six hours old', facts({ writtenAt: hoursAgo(6.1), greetedAt: null }), { do: 'hand_over', sayWhy: false }],
    ['still answers what is just under six hours old', facts({ writtenAt: hoursAgo(5.9) }), { do: 'answer' }],
  ])('%s', (_, given, expected) => {
    expect(planTurn(given)).toEqual(expected);
  });

  it.each([
    [null, false],
    [{ text: 'Sim', confidence: 0.49 }, false],
    [{ text: 'Sim', confidence: 0.5 }, true],
    [{ text: '  ', confidence: 1 }, false],
  ])('counts %j as confident: %s', (answer, expected) => {
    expect(isConfident(answer)).toBe(expected);
  });
});
