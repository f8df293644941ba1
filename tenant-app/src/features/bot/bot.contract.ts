import { line, paragraph, procedure } from '@chat-saas/contract';
import { z } from 'zod';

export const BotStyle = z.enum(['formal', 'casual', 'technical']);

export const BotMessages = z.object({
  greeting: paragraph(1000, 1),
  fallback: paragraph(1000, 1),
  waiting: paragraph(1000, 1),
  return24h: paragraph(1000, 1),
});

export const BotSettings = z.object({
  enabled: z.boolean(),
  botName: line(40),
  style: BotStyle,
  messages: BotMessages,
});
export type BotSettings = z.infer<typeof BotSettings>;

export const botContract = {
  get: procedure({ access: 'agent' })
    .route({ method: 'GET', path: '/bot', summary: 'How the bot answers', tags: ['Bot'] })
    .output(BotSettings.extend({ defaults: z.record(BotStyle, BotMessages) })),
  update: procedure({ access: 'admin' })
    .route({ method: 'PUT', path: '/bot', summary: 'Change how the bot answers', tags: ['Bot'] })
    .input(BotSettings)
    .output(BotSettings),
};
