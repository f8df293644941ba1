import type { Locale } from '@chat-saas/server/locale';
import { z } from 'zod';
import { readTexts } from '../../app/texts.ts';

const Texts = z.object({
  pageTitle: z.string(),
  simulated: z.string(),
  intro: z.object({
    title: z.string(),
    text: z.string(),
    steps: z.tuple([z.string(), z.string(), z.string(), z.string()]),
    open: z.string(),
  }),
  gone: z.object({ title: z.string(), text: z.string() }),
  needsScript: z.string(),
  /** Words of the screens that the script draws. */
  screen: z.record(z.string(), z.string()),
});
export type PhoneTexts = z.infer<typeof Texts>;

const known = new Map<Locale, Promise<PhoneTexts>>();

export function phoneTexts(locale: Locale): Promise<PhoneTexts> {
  const texts = known.get(locale) ?? readTexts(Texts, locale, 'phone-page');
  known.set(locale, texts);
  return texts;
}
