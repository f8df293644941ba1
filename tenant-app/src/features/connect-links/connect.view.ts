import type { Brand } from '@chat-saas/contract';
import type { Locale } from '@chat-saas/server/locale';
import type { Instance } from '../instances/instance.contract.ts';

/** What the end client sees now. */
export type ConnectCard =
  | { state: 'starting' }
  | { state: 'waiting'; qr: string; seconds: number }
  | { state: 'ask_phone'; isWrong: boolean }
  | { state: 'code'; code: string; seconds: number }
  | { state: 'scanned'; percent: number }
  | { state: 'connected'; phone: string | null }
  | { state: 'reconnecting' }
  | { state: 'failed'; reason: string };

export interface ConnectView {
  brand: Brand;
  locale: Locale;
  card: ConnectCard;
}

/** `way`: whether the person asked for a pairing code, and whether the number that they typed was refused. */
export function cardOf(instance: Instance, way: 'qr' | 'code' | 'wrong', now: Date): ConnectCard {
  switch (instance.state) {
    case 'ready':
      return { state: 'connected', phone: instance.phone };
    case 'syncing':
      return { state: 'scanned', percent: instance.syncPercent ?? 0 };
    case 'degraded':
    case 'backoff':
      return { state: 'reconnecting' };
    case 'blocked':
    case 'failed':
      return { state: 'failed', reason: instance.reason ?? 'unknown' };
    case 'stopped':
    case 'logged_out':
      if (instance.reason) return { state: 'failed', reason: instance.reason };
      break;
    default:
  }
  if (instance.link?.method === 'code')
    return { state: 'code', code: instance.link.payload, seconds: secondsLeft(instance.link.expiresAt, now) };
  if (way !== 'qr') return { state: 'ask_phone', isWrong: way === 'wrong' };
  if (instance.link) return { state: 'waiting', qr: instance.link.payload, seconds: secondsLeft(instance.link.expiresAt, now) };
  return { state: 'starting' };
}

const secondsLeft = (expiresAt: string, now: Date) => Math.max(0, Math.round((Date.parse(expiresAt) - now.getTime()) / 1000));

/** Changes exactly when the card has to be drawn again: seconds run by themselves. */
export function cardKey(card: ConnectCard): string {
  const { seconds: _, ...rest } = card as ConnectCard & { seconds?: number };
  return JSON.stringify(rest);
}
