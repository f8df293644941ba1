import type { EngineError } from '../engines/engine.ts';

/** What becomes of a message that the engine didn't take. */
export type SendFailure = { next: 'retry'; dueAt: Date } | { next: 'look'; dueAt: Date } | { next: 'fail'; error: string };

const GIVE_UP_MS = 60 * 60_000;
const MAX_BACKOFF_MS = 60_000;

/**
 * `not_ready` and its like wait for the engine; an unknown outcome is looked up before anything else; the rest has failed.
 * After an hour a message fails: a late answer is worse than none.
 */
export function planFailure(error: EngineError, message: { attempts: number; createdAt: Date }, now: Date, jitter: number): SendFailure {
  const waitMs = error.retryAfterMs ?? Math.min(MAX_BACKOFF_MS, 1000 * 2 ** Math.min(message.attempts, 6)) * (0.75 + jitter / 2);
  const dueAt = new Date(now.getTime() + waitMs);
  if (error.outcome === 'unknown') return { next: 'look', dueAt };
  if (!error.isRetryable) return { next: 'fail', error: error.code };
  return now.getTime() - message.createdAt.getTime() > GIVE_UP_MS ? { next: 'fail', error: error.code } : { next: 'retry', dueAt };
}

type Receipt = 'queued' | 'sending' | 'unknown' | 'sent' | 'delivered' | 'read';
const RANK: Record<Receipt, number> = { queued: 0, sending: 1, unknown: 1, sent: 2, delivered: 3, read: 4 };

/** Receipts only go forward; a refusal of the server comes after `sent` and ends it. */
export const isForward = (from: string, to: string) =>
  to === 'failed' ? ['sending', 'unknown', 'sent'].includes(from) : rankOf(to, -1) > rankOf(from, 9);

const rankOf = (receipt: string, otherwise: number) => (receipt in RANK ? RANK[receipt as Receipt] : otherwise);

/** Those from which a receipt may move to this one. */
export const receiptsBefore = (to: string) => (Object.keys(RANK) as Receipt[]).filter((from) => isForward(from, to));
