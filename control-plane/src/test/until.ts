import { setTimeout as delay } from 'node:timers/promises';

/** Waits until `look` answers with something true. @throws Error naming `what` after `limitMs` */
export async function until<Found>(what: string, look: () => Promise<Found> | Found, limitMs = 15_000): Promise<NonNullable<Found>> {
  for (const deadline = Date.now() + limitMs; ; await delay(25)) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
  }
}
