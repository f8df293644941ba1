import type { Locale } from '@chat-saas/server/locale';
import { problem } from '@chat-saas/server/problem';
import { z } from 'zod';
import type { AppContext } from '../../app/context.ts';
import { fillText, findForbiddenPlaceholder, readTexts } from '../../app/texts.ts';
import { getBrand } from '../brand/brand.service.ts';
import { BotMessages, type BotSettings, BotStyle } from './bot.contract.ts';
import { BotModel } from './bot.model.ts';

export type BotMessageKey = keyof z.infer<typeof BotMessages>;

const PLACEHOLDERS = ['companyName', 'botName'];
const Texts = z.object({ botName: z.string(), styles: z.record(BotStyle, BotMessages) });

/** The settings as saved, or those that a new tenant starts with. */
export async function getBotSettings(_ctx: AppContext): Promise<BotSettings> {
  const saved = await BotModel.findById('bot').lean();
  if (saved) return { enabled: saved.enabled, botName: saved.botName, style: saved.style, messages: saved.messages };
  const { botName, styles } = await readTexts(Texts, 'pt-BR', 'bot');
  return { enabled: true, botName, style: 'casual', messages: styles.casual };
}

/** The settings, and the texts that each style starts from in the reader's language. */
export async function showBotSettings(ctx: AppContext, locale: Locale) {
  const { styles } = await readTexts(Texts, locale, 'bot');
  return { ...(await getBotSettings(ctx)), defaults: styles };
}

/** @throws INVALID_INPUT when a text has a placeholder that nothing fills */
export async function updateBotSettings(_ctx: AppContext, settings: BotSettings): Promise<BotSettings> {
  for (const [key, text] of Object.entries(settings.messages)) {
    const forbidden = await findForbiddenPlaceholder(text, PLACEHOLDERS);
    if (!forbidden) continue;
    const message = `Only {{companyName}} and {{botName}} can be filled in; this text has ${forbidden}.`;
    throw problem('INVALID_INPUT', { detail: message, errors: [{ path: `messages.${key}`, message }] });
  }
  await BotModel.updateOne({ _id: 'bot' }, { $set: settings }, { upsert: true });
  return settings;
}

/** What the bot says, with the company's and its own name filled in. */
export async function renderBotMessage(ctx: AppContext, key: BotMessageKey): Promise<string> {
  const [settings, brand] = await Promise.all([getBotSettings(ctx), getBrand(ctx)]);
  return fillText(settings.messages[key], { companyName: brand.companyName, botName: settings.botName });
}
