import type { Handlers } from '@chat-saas/server/rpc';
import type { Actor, AppContext } from '../../app/context.ts';
import type { messageContract } from './message.contract.ts';
import { discardMessage, listMessages, retryMessage, sendMessage, sendToPhone } from './message.service.ts';

export const messageRoutes: Handlers<typeof messageContract, AppContext, Actor> = {
  list: ({ input }) => listMessages(input),
  send: ({ ctx, actor, input }) => sendMessage(ctx, actor, input),
  sendTo: ({ ctx, actor, input }) => sendToPhone(ctx, actor, input),
  retry: ({ ctx, input }) => retryMessage(ctx, input.id),
  discard: async ({ input }) => {
    await discardMessage(input.id);
    return { removed: true };
  },
};
