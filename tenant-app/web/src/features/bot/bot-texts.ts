import type { BotSettings } from '@chat-saas/tenant-app/contract';
import type { z } from 'zod';

type Messages = BotSettings['messages'];
export const MESSAGE_NAMES = ['greeting', 'fallback', 'waiting', 'return24h'] as const;

/** Another style: texts that are still the old style's own become the new one's; what somebody wrote stays. */
export function withStyle(messages: Messages, before: Messages, after: Messages): Messages {
  const next = { ...messages };
  for (const name of MESSAGE_NAMES) if (messages[name] === before[name]) next[name] = after[name];
  return next;
}

const FILLED = ['companyName', 'botName'] as const;

/** What the contact would read. */
export const fillPreview = (text: string, values: Record<(typeof FILLED)[number], string>): string =>
  FILLED.reduce((filled, name) => filled.replaceAll(new RegExp(`{{\\s*${name}\\s*}}`, 'g'), () => values[name]), text);

/** The contract's schema, and that a text has only placeholders which are filled in. */
export const withPlaceholderCheck = (schema: z.ZodType): z.ZodType =>
  schema.superRefine((settings, context) => {
    for (const [name, text] of Object.entries((settings as BotSettings).messages)) {
      const wrong = [...text.matchAll(/{{[^}]*}?}?/g)].some(
        ([found]) => !FILLED.some((known) => new RegExp(`^{{\\s*${known}\\s*}}$`).test(found)),
      );
      if (wrong) context.addIssue({ code: 'custom', path: ['messages', name], message: 'field.placeholder' });
    }
  });
