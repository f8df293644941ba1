import { newId } from '@chat-saas/contract';
import { duplicateKey } from '@chat-saas/server/mongo';
import type { AppContext } from '../../app/context.ts';
import { upsertContact } from '../contacts/contact.service.ts';
import { upsertConversation } from '../conversations/conversation.service.ts';
import { assumeConversation, countMessage } from '../conversations/conversation-handoff.service.ts';
import type { InboundMessage } from '../engines/engine.ts';
import { noteInbound } from '../instances/instance.service.ts';
import { type MessageDoc, MessageModel } from './message.model.ts';
import { messageView, previewOf } from './message.view.ts';

const MAX_TEXT = 65_536; // WhatsApp's own limit for one message

/**
 * Appends what came from WhatsApp and wakes the chat's worker; a message that is known already changes nothing.
 * Groups, channels and status posts are ignored.
 */
export async function receiveMessage(ctx: AppContext, instanceId: string, message: InboundMessage): Promise<void> {
  if (message.isGroup || message.chat.kind !== 'user') return;
  const at = timeOf(message, ctx.now());
  const phone = message.chat.e164 ?? message.chat.raw.replace(/\D/g, '');
  const contact = await upsertContact(ctx, { phone, profileName: message.fromMe ? null : (message.senderName ?? null) });
  const conversation = await upsertConversation(ctx, { instanceId, peer: message.chat.raw, contact });
  if (message.fromMe) {
    await receiveOwn(ctx, instanceId, conversation._id, message, at);
    await noteInbound(instanceId, at);
  } else {
    const doc = await append(ctx, { ...fieldsOf(instanceId, conversation._id, message, at), from: 'contact' });
    if (doc) ctx.emit('message.created', messageView(doc));
    await Promise.all([ctx.chats.wakeTurn(conversation._id), noteInbound(instanceId, at)]);
  }
}

/** Those of a gap that aren't stored yet, in the same order. */
export async function unknownOf(instanceId: string, messages: InboundMessage[]): Promise<InboundMessage[]> {
  const ids = messages.map(({ id }) => id);
  const known = new Set(await MessageModel.distinct('providerId', { instanceId, providerId: { $in: ids } }));
  return messages.filter(({ id }) => !known.has(id));
}

/**
 * Written on the linked phone itself: a person answered, so the bot keeps silent. Where a sending of ours in this chat has no
 * outcome yet it may be that one: the engine is asked to send it again after the outbox has looked.
 */
async function receiveOwn(ctx: AppContext, instanceId: string, conversationId: string, message: InboundMessage, at: Date): Promise<void> {
  if (await MessageModel.exists({ instanceId, providerId: message.id })) return;
  if (await MessageModel.exists({ conversationId, receipt: { $in: ['sending', 'unknown'] } })) {
    await ctx.chats.wakeOutbox(conversationId);
    throw new Error('a sending of this chat has no outcome yet');
  }
  const doc = await append(ctx, {
    ...fieldsOf(instanceId, conversationId, message, at),
    from: 'agent',
    receipt: 'sent',
    handledAt: ctx.now(),
  });
  if (!doc) return;
  await countMessage(ctx, conversationId, { id: doc._id, from: 'agent', kind: doc.kind, preview: previewOf(doc), at, receipt: 'sent' });
  await assumeConversation(ctx, { id: 'phone', name: '' }, conversationId);
  ctx.emit('message.created', messageView(doc));
}

/** WhatsApp tells whole seconds: within its second, a message that comes live is placed where it arrived among the others. */
export function timeOf({ at, origin }: Pick<InboundMessage, 'at' | 'origin'>, now: Date): Date {
  if (origin === 'catchup' || at % 1000 !== 0) return new Date(at);
  return new Date(Math.min(Math.max(now.getTime(), at), at + 999));
}

function fieldsOf(instanceId: string, conversationId: string, message: InboundMessage, at: Date) {
  const { location, media } = message;
  const text = location
    ? `${location.name ?? ''}\nhttps://maps.google.com/?q=${location.lat},${location.lng}`.trim()
    : (message.text?.slice(0, MAX_TEXT) ?? null);
  return {
    _id: newId(at.getTime()),
    conversationId,
    instanceId,
    kind: message.type,
    text,
    media: media
      ? { handle: media.handle, mime: media.mime, bytes: media.bytes ?? null, filename: media.filename ?? null, attempts: 0 }
      : null,
    at,
    providerId: message.id,
    origin: message.origin,
  };
}

/** Null: it is here already. */
async function append(ctx: AppContext, fields: object): Promise<MessageDoc | null> {
  try {
    const [doc] = await MessageModel.insertMany([fields], { lean: true });
    return doc as MessageDoc;
  } catch (error) {
    if (duplicateKey(error) === null) throw error;
    ctx.log.debug('message is known already');
    return null;
  }
}
