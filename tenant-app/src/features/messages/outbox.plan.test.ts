import { describe, expect, it } from '@jest/globals';
import { EngineError, type EngineErrorData } from '../engines/engine.ts';
import { isForward, planFailure, receiptsBefore } from './outbox.plan.ts';

const now = new Date('2026-11-21T12:00:00Z');
const error = (over: Partial<EngineErrorData>) => new EngineError({ code: 'not_ready', message: 'x', outcome: 'not_sent', ...over });
const fresh = { attempts: 0, createdAt: now };

describe('a message that the engine did not take', () => {
  it('waits and doubles while the engine is away', () => {
    expect(planFailure(error({}), fresh, now, 0.5)).toEqual({ next: 'retry', dueAt: new Date(now.getTime() + 1000) });
    expect(planFailure(error({}), { attempts: 3, createdAt: now }, now, 0.5)).toEqual({
      next: 'retry',
      dueAt: new Date(now.getTime() + 8000),
    });
    expect(planFailure(error({}), { attempts: 40, createdAt: now }, now, 0.5)).toEqual({
      next: 'retry',
      dueAt: new Date(now.getTime() + 60_000),
    });
  });
  it('is looked for before it is sent again when the outcome is unknown', () => {
    expect(planFailure(error({ code: 'timeout', outcome: 'unknown' }), fresh, now, 0.5)).toMatchObject({ next: 'look' });
  });
  it('fails at once where repeating is useless', () => {
    expect(planFailure(error({ code: 'invalid_recipient' }), fresh, now, 0.5)).toEqual({ next: 'fail', error: 'invalid_recipient' });
  });
  it('fails after an hour', () => {
    expect(planFailure(error({}), { attempts: 9, createdAt: new Date(now.getTime() - 3_600_001) }, now, 0.5)).toEqual({
      next: 'fail',
      error: 'not_ready',
    });
  });
  it('waits as long as the provider asks', () => {
    expect(planFailure(error({ code: 'rate_limited', retryAfterMs: 30_000 }), fresh, now, 1)).toEqual({
      next: 'retry',
      dueAt: new Date(now.getTime() + 30_000),
    });
  });
});

describe('receipts', () => {
  it.each([
    ['sent', 'delivered', true],
    ['read', 'delivered', false],
    ['sent', 'failed', true],
    ['read', 'failed', false],
    ['failed', 'read', false],
    ['queued', 'sent', true],
  ])('%s to %s: %s', (from, to, expected) => {
    expect(isForward(from, to)).toBe(expected);
  });
  it('know what they may follow', () => {
    expect(receiptsBefore('delivered')).toEqual(['queued', 'sending', 'unknown', 'sent']);
    expect(receiptsBefore('failed')).toEqual(['sending', 'unknown', 'sent']);
  });
});
