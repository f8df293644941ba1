import type { Locale } from '@chat-saas/server/locale';
import { z } from 'zod';
import { readTexts } from '../../app/texts.ts';

const WORDS = [
  ...['pageTitle', 'secureLink', 'title', 'subtitle', 'almostTitle', 'almostSubtitle', 'doneTitle', 'doneSubtitle'],
  ...['stepOpen', 'stepOpenNote', 'stepMenu', 'stepMenuNote', 'stepScan', 'stepScanNote', 'footer', 'retry'],
  ...['starting', 'startingNote', 'waiting', 'waitingNote', 'useCode', 'useQr', 'qrLabel', 'secondsLeft'],
  ...[
    'codeAsk',
    'codeAskNote',
    'phoneLabel',
    'phonePlaceholder',
    'getCode',
    'codeType',
    'codeWhere',
    'codeWaiting',
    'codeWaitingNote',
    'phoneWrong',
  ],
  ...[
    'scanned',
    'scannedNote',
    'stepRead',
    'stepSyncing',
    'stepConnected',
    'connected',
    'connectedNote',
    'reconnecting',
    'reconnectingNote',
  ],
  ...['goneTitle', 'goneText', 'busyTitle', 'busyText'],
] as const;
type Word = (typeof WORDS)[number];

const Texts = z.object({
  ...(Object.fromEntries(WORDS.map((word) => [word, z.string()])) as Record<Word, z.ZodString>),
  /** By reason: what happened, and what to try. */
  failed: z.intersection(z.object({ unknown: z.tuple([z.string(), z.string()]) }), z.record(z.string(), z.tuple([z.string(), z.string()]))),
});
export type ConnectTexts = z.infer<typeof Texts>;

const known = new Map<Locale, Promise<ConnectTexts>>();

/** Words of the page; they are ours and may carry `<b>`. */
export function connectTexts(locale: Locale): Promise<ConnectTexts> {
  const texts = known.get(locale) ?? readTexts(Texts, locale, 'connect-page');
  known.set(locale, texts);
  return texts;
}
