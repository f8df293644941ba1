import type { Handlers } from '@chat-saas/server/rpc';
import type { Actor, AppContext } from '../../app/context.ts';
import { showTyping } from '../messages/typing.service.ts';
import type { conversationContract } from './conversation.contract.ts';
import { countByFilter, getConversation, listConversations } from './conversation.service.ts';
import {
  assumeConversation,
  closeConversation,
  giveBackConversation,
  markConversationRead,
  reopenConversation,
} from './conversation-handoff.service.ts';

export const conversationRoutes: Handlers<typeof conversationContract, AppContext, Actor> = {
  list: ({ ctx, actor, input }) => listConversations(ctx, actor, input),
  counts: ({ actor, input }) => countByFilter(actor, input.instanceId),
  get: ({ ctx, input }) => getConversation(ctx, input.id),
  assume: ({ ctx, actor, input }) => assumeConversation(ctx, actor, input.id),
  giveBack: ({ ctx, input }) => giveBackConversation(ctx, input.id),
  close: ({ ctx, input }) => closeConversation(ctx, input.id),
  reopen: ({ ctx, input }) => reopenConversation(ctx, input.id),
  markRead: ({ ctx, input }) => markConversationRead(ctx, input.id),
  typing: async ({ ctx, input }) => ({ shown: await showTyping(ctx, input.id, input.on) }),
};
