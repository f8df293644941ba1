import type { AppContext } from '../../app/context.ts';
import type { Conversation } from './conversation.contract.ts';
import type { ConversationDoc } from './conversation.model.ts';

/** What a screen sees of a conversation. */
export async function conversationView(ctx: AppContext, doc: ConversationDoc): Promise<Conversation> {
  const last = doc.lastMessage;
  return {
    id: doc._id,
    instanceId: doc.instanceId,
    instanceName: await ctx.instances.nameOf(doc.instanceId),
    contact: { id: doc.contactId, name: doc.contactName, phone: doc.contactPhone },
    state: doc.state,
    assignee: doc.assignee?.id ? { id: doc.assignee.id, name: doc.assignee.name ?? '' } : null,
    waitingSince: doc.waitingSince?.toISOString() ?? null,
    unread: doc.unread,
    lastMessage: last?.at
      ? {
          from: last.from as 'contact' | 'bot' | 'agent',
          kind: last.kind ?? 'text',
          preview: last.preview ?? '',
          at: last.at.toISOString(),
          receipt: last.receipt ?? null,
        }
      : null,
    revision: doc.revision,
    createdAt: doc.createdAt.toISOString(),
    updatedAt: doc.updatedAt.toISOString(),
  };
}
