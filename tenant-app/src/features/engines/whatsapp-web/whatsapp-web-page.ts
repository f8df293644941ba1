import { notSent } from '../engine-error.ts';
import { withDeadline } from './deadline.ts';
import type { WebClient } from './whatsapp-web-client.ts';

export interface PageHealth {
  /** WhatsApp's own word: CONNECTED, UNPAIRED, UNPAIRED_IDLE, PAIRING, OPENING, TIMEOUT, … */
  socket: string;
  hasSynced: boolean;
  /** The library's functions are in the page. */
  isInjected: boolean;
}

type Evaluated<T> = T | null;

// Run as text in the page; `require` there is WhatsApp's own module loader.
const healthScript = `(() => {
  if (typeof window.require !== 'function') return null;
  const { Socket } = window.require('WAWebSocketModel');
  return { socket: String(Socket.state), hasSynced: !!Socket.hasSynced, isInjected: typeof window.WWebJS !== 'undefined' };
})()`;
const refreshScript = `window.require('WAWebLaunchSocketUtils').refreshQR()`;
const announceSyncScript = `window.onAppStateHasSyncedEvent()`;

/** @returns null while the page's modules are not loaded. */
export function readHealth(client: WebClient, deadlineMs: number): Promise<PageHealth | null> {
  return evaluate<PageHealth | null>(client, healthScript, deadlineMs);
}

/** Asks for new QR codes where the page has given up offering them. */
export async function refreshQr(client: WebClient, deadlineMs: number): Promise<void> {
  await evaluate(client, refreshScript, deadlineMs);
}

/** Says again that the sync has ended; the library missed it when it attached too late. */
export async function announceSync(client: WebClient, deadlineMs: number): Promise<void> {
  await evaluate(client, announceSyncScript, deadlineMs);
}

/** Ids of the chats with something new since then (epoch seconds), the oldest news first. */
export async function chatsSince(client: WebClient, sinceSeconds: number, deadlineMs: number): Promise<string[]> {
  const script = `window.require('WAWebCollections').Chat.getModelsArray()
    .filter((chat) => (chat.t ?? 0) >= ${Math.floor(sinceSeconds)})
    .sort((a, b) => a.t - b.t)
    .map((chat) => chat.id._serialized)`;
  return (await evaluate<string[]>(client, script, deadlineMs)) ?? [];
}

async function evaluate<T>(client: WebClient, script: string, deadlineMs: number): Promise<Evaluated<T>> {
  const page = client.pupPage;
  if (!page) throw notSent('not_ready', 'the browser has no page yet');
  const late = () => notSent('timeout', `the page did not answer within ${deadlineMs} ms`);
  return withDeadline(page.evaluate(script) as Promise<Evaluated<T>>, deadlineMs, late);
}
