import { notFound, problem } from '@chat-saas/server/problem';
import type { Actor, AppContext } from '../../app/context.ts';
import { upsertContact } from '../contacts/contact.service.ts';
import { findConversation, upsertConversation } from '../conversations/conversation.service.ts';
import { assumeConversation } from '../conversations/conversation-handoff.service.ts';
import { userPeer } from '../engines/engine.ts';
import { findDefaultInstance, findInstance } from '../instances/instance.service.ts';
import { useUpload } from '../uploads/upload.service.ts';
import type { Message } from './message.contract.ts';
import { MessageModel } from './message.model.ts';
import { messageView } from './message.view.ts';
import { queueMessage } from './outbox.service.ts';

interface Outgoing {
  clientRef: string;
  text: string;
  uploadId?: string | undefined;
}

/** Newest first. @throws NOT_FOUND */
export async function listMessages(input: { conversationId: string; before?: string | undefined; limit: number }) {
  await findConversation(input.conversationId);
  const docs = await MessageModel.find({ conversationId: input.conversationId, ...(input.before ? { _id: { $lt: input.before } } : {}) })
    .sort({ _id: -1 })
    .limit(input.limit + 1)
    .lean();
  const page = docs.slice(0, input.limit);
  return { items: page.map(messageView), nextBefore: docs.length > input.limit ? (page.at(-1)?._id ?? null) : null };
}

/** A person answers: the conversation becomes theirs and the bot keeps silent. @throws NOT_FOUND, EMPTY_MESSAGE, ATTACHMENT_UNKNOWN */
export async function sendMessage(ctx: AppContext, actor: Actor, input: Outgoing & { conversationId: string }): Promise<Message> {
  const conversation = await findConversation(input.conversationId);
  const text = input.text.trim();
  if (!text && !input.uploadId) throw problem('EMPTY_MESSAGE');
  const upload = input.uploadId ? await useUpload(ctx, input.uploadId, input.clientRef) : null;
  if (input.uploadId && !upload) throw problem('ATTACHMENT_UNKNOWN');
  await assumeConversation(ctx, actor, conversation._id);
  const doc = await queueMessage(ctx, conversation, {
    clientRef: input.clientRef,
    from: 'agent',
    authorId: actor.id,
    authorName: actor.name,
    kind: upload?.kind ?? 'text',
    text: text || null,
    media: upload ? { uploadId: upload.id, mime: upload.mime, bytes: upload.bytes, filename: upload.filename } : null,
  });
  return messageView(doc);
}

/** Begins a conversation with a number, or goes on with the one there is. @throws NO_INSTANCE, NOT_FOUND, EMPTY_MESSAGE, ATTACHMENT_UNKNOWN */
export async function sendToPhone(
  ctx: AppContext,
  actor: Actor,
  input: Outgoing & { instanceId?: string | undefined; phone: string },
): Promise<Message> {
  if (!input.text.trim() && !input.uploadId) throw problem('EMPTY_MESSAGE');
  const instance = input.instanceId ? await findInstance(input.instanceId) : await findDefaultInstance();
  if (!instance) throw problem('NO_INSTANCE');
  const contact = await upsertContact(ctx, { phone: input.phone, profileName: null });
  const conversation = await upsertConversation(ctx, { instanceId: instance._id, peer: userPeer(input.phone).raw, contact });
  return sendMessage(ctx, actor, { ...input, conversationId: conversation._id });
}

/** @throws NOT_FOUND, MESSAGE_NOT_FAILED */
export async function retryMessage(ctx: AppContext, id: string): Promise<Message> {
  const now = ctx.now();
  const doc = await MessageModel.findOneAndUpdate(
    { _id: id, receipt: 'failed' },
    { $set: { receipt: 'queued', error: null, attempts: 0, at: now, dueAt: now, sendingSince: null } },
    { returnDocument: 'after' },
  ).lean();
  if (!doc) throw (await MessageModel.exists({ _id: id })) ? problem('MESSAGE_NOT_FAILED') : notFound();
  ctx.emit('message.changed', messageView(doc));
  await ctx.chats.wakeOutbox(doc.conversationId);
  return messageView(doc);
}

/** @throws NOT_FOUND, MESSAGE_NOT_FAILED */
export async function discardMessage(id: string): Promise<void> {
  const deleted = await MessageModel.deleteOne({ _id: id, receipt: 'failed' });
  if (deleted.deletedCount === 0) throw (await MessageModel.exists({ _id: id })) ? problem('MESSAGE_NOT_FAILED') : notFound();
}

export const countMessagesSince = (since: Date) => MessageModel.countDocuments({ at: { $gte: since } });
