import { newId } from '@chat-saas/contract';
import type { Lease } from '@chat-saas/server/lease';
import { duplicateKey } from '@chat-saas/server/mongo';
import type { AppContext } from '../../app/context.ts';
import { type ConversationDoc, findConversation, leaseConversation } from '../conversations/conversation.service.ts';
import { countMessage, noteReceipt } from '../conversations/conversation-handoff.service.ts';
import { EngineError, type OutboundMessage, peerFromRaw, type SendResult, type WhatsAppEngine } from '../engines/engine.ts';
import { findInstance } from '../instances/instance.service.ts';
import { readUpload } from '../uploads/upload.service.ts';
import { type MessageDoc, MessageModel } from './message.model.ts';
import { messageView, previewOf } from './message.view.ts';
import { planFailure } from './outbox.plan.ts';
import { settleEarlyReceipt } from './receipt.service.ts';

const LEASE_MS = 90_000;

export type Queued = Pick<MessageDoc, 'from' | 'authorId' | 'authorName' | 'kind' | 'text' | 'media'> & { clientRef: string };

/** Writes a message to be sent, once per `clientRef`, and wakes the sender. Answers with it, also when it was there. */
export async function queueMessage(
  ctx: AppContext,
  conversation: Pick<ConversationDoc, '_id' | 'instanceId'>,
  message: Queued,
): Promise<MessageDoc> {
  const now = ctx.now();
  try {
    const [doc] = (await MessageModel.insertMany(
      [
        {
          _id: newId(now.getTime()),
          ...message,
          conversationId: conversation._id,
          instanceId: conversation.instanceId,
          at: now,
          dueAt: now,
          receipt: 'queued',
          attempts: 0,
          handledAt: now,
        },
      ],
      { lean: true },
    )) as unknown as MessageDoc[];
    if (!doc) throw new Error('nothing was inserted');
    await countMessage(ctx, conversation._id, {
      id: doc._id,
      from: doc.from,
      kind: doc.kind,
      preview: previewOf(doc),
      at: now,
      receipt: 'queued',
    });
    ctx.emit('message.created', messageView(doc));
    await ctx.chats.wakeOutbox(conversation._id);
    return doc;
  } catch (error) {
    if (duplicateKey(error) === null) throw error;
    const known = await MessageModel.findOne({ conversationId: conversation._id, clientRef: message.clientRef }).lean();
    if (!known) throw error;
    await ctx.chats.wakeOutbox(conversation._id);
    return known;
  }
}

/** A crash right after writing left these out of the conversation's counters. */
export async function countQueued(ctx: AppContext, conversationId: string): Promise<void> {
  for (const doc of await MessageModel.find({ conversationId, receipt: 'queued' }).sort({ _id: 1 }).lean())
    await countMessage(ctx, conversationId, {
      id: doc._id,
      from: doc.from,
      kind: doc.kind,
      preview: previewOf(doc),
      at: doc.at,
      receipt: 'queued',
    });
}

/** The bot's own words. */
export async function queueBotMessage(
  ctx: AppContext,
  conversation: Pick<ConversationDoc, '_id' | 'instanceId'>,
  clientRef: string,
  text: string,
): Promise<void> {
  await queueMessage(ctx, conversation, { clientRef, from: 'bot', authorId: null, authorName: null, kind: 'text', text, media: null });
}

/**
 * Sends what waits in a chat, in order, one sender per chat. What an earlier process left as `sending` has an unknown outcome.
 * @returns false when somebody else sends for this chat
 */
export async function flushOutbox(ctx: AppContext, conversationId: string): Promise<boolean> {
  const lease = await leaseConversation(conversationId, 'outbox', LEASE_MS);
  if (!lease) return false;
  try {
    for (;;) {
      const next = await MessageModel.findOne({ conversationId, receipt: { $in: ['queued', 'unknown', 'sending'] } })
        .sort({ _id: 1 })
        .lean();
      if (next?.receipt === 'sending') {
        await MessageModel.updateMany({ conversationId, receipt: 'sending' }, { receipt: 'unknown', dueAt: ctx.now() });
        continue;
      }
      if (!next || (next.dueAt && next.dueAt > ctx.now())) return true;
      if (!(await sendOne(ctx, lease, next))) return true;
    }
  } finally {
    await lease.release();
  }
}

/** @returns false when the chat has to wait */
async function sendOne(ctx: AppContext, lease: Lease, message: MessageDoc): Promise<boolean> {
  const [conversation, instance] = await Promise.all([
    findConversation(message.conversationId).catch(() => null),
    findInstance(message.instanceId).catch(() => null),
  ]);
  if (!conversation || !instance) return fail(ctx, message, 'instance_removed');
  const engine = ctx.instances.of(instance);
  if (!(await lease.renew())) return false;
  try {
    const outbound = await outboundOf(ctx, conversation, message);
    if (message.receipt === 'unknown' && message.sendingSince) {
      const found = await lookFor(engine, outbound, message);
      if (found) return sent(ctx, message, found);
    }
    const since = message.sendingSince ?? ctx.now();
    const claimed = await MessageModel.updateOne(
      { _id: message._id, receipt: message.receipt },
      { receipt: 'sending', sendingSince: since, $inc: { attempts: 1 } },
    );
    if (claimed.matchedCount !== 1) return true;
    return sent(ctx, message, await engine.send(outbound));
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return refused(ctx, message, error);
  }
}

async function outboundOf(ctx: AppContext, conversation: ConversationDoc, message: MessageDoc): Promise<OutboundMessage> {
  const { media } = message;
  const to = peerFromRaw(conversation.peer);
  if (!media?.uploadId) return { clientRef: message._id, to, content: { type: 'text', text: message.text ?? '' } };
  const data = await readUpload(ctx, media.uploadId);
  const kind = message.kind as 'image' | 'video' | 'audio' | 'voice' | 'document';
  return {
    clientRef: message._id,
    to,
    content: {
      type: 'media',
      kind,
      data,
      mime: media.mime ?? 'application/octet-stream',
      ...(media.filename ? { filename: media.filename } : {}),
      ...(message.text ? { caption: message.text } : {}),
    },
  };
}

async function lookFor(engine: WhatsAppEngine, outbound: OutboundMessage, message: MessageDoc): Promise<SendResult | null> {
  const known = await MessageModel.find(
    { conversationId: message.conversationId, providerId: { $ne: null }, from: { $ne: 'contact' } },
    { providerId: 1 },
  )
    .sort({ _id: -1 })
    .limit(100)
    .lean();
  const sinceMs = (message.sendingSince ?? message.at).getTime() - 5000;
  return engine.findSent(outbound, { sinceMs, excludeIds: known.map((one) => one.providerId ?? '') });
}

async function sent(ctx: AppContext, message: MessageDoc, result: SendResult): Promise<boolean> {
  await update(ctx, message, { receipt: 'sent', providerId: result.id, error: null, dueAt: null });
  await settleEarlyReceipt(ctx, message.instanceId, result.id);
  return true;
}

async function refused(ctx: AppContext, message: MessageDoc, error: EngineError): Promise<boolean> {
  const plan = planFailure(error, { attempts: message.attempts, createdAt: message.at }, ctx.now(), Math.random());
  if (plan.next === 'fail') return fail(ctx, message, plan.error);
  const receipt = plan.next === 'look' || (message.receipt === 'unknown' && error.code === 'not_ready') ? 'unknown' : 'queued';
  await update(ctx, message, { receipt, dueAt: plan.dueAt });
  await ctx.chats.wakeOutbox(message.conversationId, plan.dueAt);
  return false;
}

async function fail(ctx: AppContext, message: MessageDoc, error: string): Promise<boolean> {
  await update(ctx, message, { receipt: 'failed', error, dueAt: null });
  return true;
}

async function update(ctx: AppContext, message: MessageDoc, facts: object): Promise<void> {
  const doc = await MessageModel.findOneAndUpdate({ _id: message._id }, { $set: facts }, { returnDocument: 'after' }).lean();
  if (!doc) return;
  ctx.emit('message.changed', messageView(doc));
  if (doc.receipt) await noteReceipt(ctx, doc.conversationId, doc._id, doc.receipt);
}
