import { Id, PageInput, pageOf, procedure } from '@chat-saas/contract';
import { z } from 'zod';

/** The sources' names: IA_ATIVA, AGUARDANDO_HUMANO, HUMANO_RESPONDEU, and closed. */
export const ConversationState = z.enum(['ai_active', 'awaiting_human', 'human_replied', 'closed']);

export const Conversation = z.object({
  id: z.string(),
  instanceId: z.string(),
  instanceName: z.string(),
  contact: z.object({ id: z.string(), name: z.string(), phone: z.string() }),
  state: ConversationState,
  assignee: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Since when a person is being waited for. */
  waitingSince: z.string().nullable(),
  unread: z.number(),
  lastMessage: z
    .object({
      from: z.enum(['contact', 'bot', 'agent']),
      kind: z.string(),
      preview: z.string(),
      at: z.string(),
      receipt: z.string().nullable(),
    })
    .nullable(),
  /** Grows with every change: of two answers the one with the higher number is newer. */
  revision: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Conversation = z.infer<typeof Conversation>;

const ById = z.object({ id: Id });
export const ConversationFilter = z.enum(['pending', 'mine', 'all', 'closed']);

export const conversationContract = {
  list: procedure({ access: 'agent' })
    .route({ method: 'GET', path: '/conversations', summary: 'List conversations, latest first', tags: ['Conversations'] })
    .input(PageInput.extend({ filter: ConversationFilter.default('all'), instanceId: Id.optional(), q: z.string().max(80).optional() }))
    .output(pageOf(Conversation)),
  counts: procedure({ access: 'agent' })
    .route({ method: 'GET', path: '/conversations/counts', summary: 'How many there are under each filter', tags: ['Conversations'] })
    .input(z.object({ instanceId: Id.optional() }))
    .output(z.object({ pending: z.number(), mine: z.number(), all: z.number(), closed: z.number() })),
  get: procedure({ access: 'agent' })
    .route({ method: 'GET', path: '/conversations/{id}', summary: 'One conversation', tags: ['Conversations'] })
    .input(ById)
    .output(Conversation),
  assume: procedure({ access: 'agent' })
    .route({
      method: 'PUT',
      path: '/conversations/{id}/assignment',
      summary: 'Take the conversation; the bot keeps silent',
      tags: ['Conversations'],
    })
    .input(ById)
    .output(Conversation),
  giveBack: procedure({ access: 'agent' })
    .route({
      method: 'DELETE',
      path: '/conversations/{id}/assignment',
      summary: 'Give the conversation back to the bot',
      tags: ['Conversations'],
    })
    .input(ById)
    .output(Conversation),
  close: procedure({ access: 'agent' })
    .route({
      method: 'PUT',
      path: '/conversations/{id}/closure',
      summary: 'Close; the next message opens it again',
      tags: ['Conversations'],
    })
    .input(ById)
    .output(Conversation),
  reopen: procedure({ access: 'agent' })
    .route({ method: 'DELETE', path: '/conversations/{id}/closure', summary: 'Open again', tags: ['Conversations'] })
    .input(ById)
    .output(Conversation),
  markRead: procedure({ access: 'agent', perMinute: 240 })
    .route({ method: 'PUT', path: '/conversations/{id}/read', summary: 'Everything so far was read', tags: ['Conversations'] })
    .input(ById)
    .output(Conversation),
  typing: procedure({ access: 'agent', perMinute: 240 })
    .route({
      method: 'PUT',
      path: '/conversations/{id}/typing',
      summary: 'Show the contact that somebody is writing',
      tags: ['Conversations'],
    })
    .input(ById.extend({ on: z.boolean() }))
    .output(z.object({ shown: z.boolean() })),
};
