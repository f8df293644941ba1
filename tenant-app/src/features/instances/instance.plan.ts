import type { EngineEvent } from '../engines/engine.ts';

/** Fields of an instance that an engine event changes. */
export interface InstanceFacts {
  state?: string;
  since?: Date;
  reason?: string | null;
  nextAttemptAt?: Date | null;
  phone?: string | null;
  profileName?: string | null;
  syncPercent?: number | null;
  link?: { method: string; payload: string; expiresAt: Date } | null;
  linkedAt?: Date | null;
  caughtUpAt?: Date | null;
}

const UNLINKED = ['logged_out'];

/** What is remembered of an engine's event; null: nothing about the instance itself. */
export function factsOf(event: EngineEvent, wasLinked: boolean): InstanceFacts | null {
  const at = new Date(event.at);
  switch (event.t) {
    case 'state':
      return {
        state: event.state,
        since: at,
        reason: event.reason ?? null,
        nextAttemptAt: event.nextAttemptAt ? new Date(event.nextAttemptAt) : null,
        ...(event.state === 'awaiting_link' ? {} : { link: null }),
        ...(event.state === 'syncing' && !wasLinked ? { linkedAt: at } : {}),
        ...(UNLINKED.includes(event.state) ? { phone: null, profileName: null, linkedAt: null, caughtUpAt: null } : {}),
      };
    case 'link':
      return { link: { method: event.method, payload: event.payload, expiresAt: new Date(event.expiresAt) } };
    case 'sync':
      return { syncPercent: event.percent };
    case 'identity':
      return { phone: event.me.e164 ?? null, profileName: event.name ?? null };
    default:
      return null;
  }
}

const MARGIN_MS = 5 * 60_000;

/** Where catching up begins: a little before the last one that succeeded, never before the number was linked. */
export function catchUpSince(caughtUpAt: Date | null, linkedAt: Date | null, now: Date): number {
  const from = caughtUpAt ? caughtUpAt.getTime() - MARGIN_MS : 0;
  return Math.max(from, (linkedAt ?? now).getTime());
}
