import type { SessionState } from '@chat-saas/contract';

export type { SessionState } from '@chat-saas/contract';

/**
 * Where a session may go from each state.
 *
 * `stopped`: nothing runs, credentials are kept. `starting`: launching. `awaiting_link`: a QR or code is on offer.
 * `syncing`: linked, loading. `ready`: sends and receives. `degraded`: linked, connection down, mends itself.
 * `backoff`: crashed, starts again at `nextAttemptAt`. `logged_out`: a person must link again.
 * `blocked`: WhatsApp refuses the number. `failed`: the operator must act.
 */
export const transitions: Readonly<Record<SessionState, readonly SessionState[]>> = {
  stopped: ['starting', 'logged_out'],
  starting: ['awaiting_link', 'syncing', 'ready', 'backoff', 'blocked', 'failed', 'stopped', 'logged_out'],
  awaiting_link: ['syncing', 'stopped', 'backoff', 'blocked', 'failed', 'logged_out'],
  syncing: ['ready', 'degraded', 'backoff', 'logged_out', 'blocked', 'stopped'],
  ready: ['degraded', 'syncing', 'backoff', 'logged_out', 'blocked', 'stopped'],
  degraded: ['ready', 'syncing', 'backoff', 'logged_out', 'blocked', 'stopped'],
  backoff: ['starting', 'stopped', 'failed', 'logged_out'],
  logged_out: ['starting', 'stopped'],
  blocked: ['starting', 'stopped', 'logged_out'],
  failed: ['starting', 'stopped', 'logged_out'],
};

export function canMove(from: SessionState, to: SessionState): boolean {
  return transitions[from].includes(to);
}

/** Why a session is where it is; stable, translated on the screen. */
export type StateReason =
  | 'unlinked_by_phone'
  | 'unlinked_here'
  /** Nobody scanned for half an hour; `start` offers a QR again. */
  | 'link_timeout'
  | 'number_blocked'
  | 'connection_lost'
  | 'used_elsewhere'
  | 'browser_missing'
  | 'browser_crashed'
  | 'page_crashed'
  | 'page_not_loaded'
  | 'page_stuck'
  | 'profile_locked'
  | 'process_crashed'
  | 'start_failed';
