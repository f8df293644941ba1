import type { Handlers } from '@chat-saas/server/rpc';
import type { Actor, AppContext } from '../../app/context.ts';
import type { botContract } from './bot.contract.ts';
import { showBotSettings, updateBotSettings } from './bot.service.ts';

export const botRoutes: Handlers<typeof botContract, AppContext, Actor> = {
  get: ({ ctx, exchange }) => showBotSettings(ctx, exchange.locale),
  update: ({ ctx, input }) => updateBotSettings(ctx, input),
};
