import { notFound } from '@chat-saas/server/problem';
import type { Actor, AppContext } from '../../app/context.ts';
import type { Conversation } from './conversation.contract.ts';
import { type ConversationDoc, ConversationModel } from './conversation.model.ts';
import { conversationView } from './conversation.view.ts';

/** A person takes the conversation: the bot keeps silent. May run twice. @throws NOT_FOUND */
export function assumeConversation(ctx: AppContext, actor: Pick<Actor, 'id' | 'name'>, id: string): Promise<Conversation> {
  return change(ctx, id, {
    state: 'human_replied',
    assignee: { id: actor.id, name: actor.name, at: ctx.now() },
    waitingSince: null,
    closedAt: null,
  });
}

/** The bot answers again from the next message on. @throws NOT_FOUND */
export function giveBackConversation(ctx: AppContext, id: string): Promise<Conversation> {
  return change(ctx, id, { state: 'ai_active', assignee: null, waitingSince: null, closedAt: null });
}

/** @throws NOT_FOUND */
export function closeConversation(ctx: AppContext, id: string): Promise<Conversation> {
  return change(ctx, id, { state: 'closed', closedAt: ctx.now(), waitingSince: null, unread: 0 });
}

/** Back to the bot. @throws NOT_FOUND */
export function reopenConversation(ctx: AppContext, id: string): Promise<Conversation> {
  return change(ctx, id, { state: 'ai_active', closedAt: null, assignee: null });
}

/** @throws NOT_FOUND */
export function markConversationRead(ctx: AppContext, id: string): Promise<Conversation> {
  return change(ctx, id, { unread: 0 });
}

/** The bot hands over: a person is being waited for. Does nothing once a person has taken it. */
export async function awaitHuman(ctx: AppContext, id: string): Promise<void> {
  const doc = await ConversationModel.findOneAndUpdate(
    { _id: id, state: 'ai_active' },
    { $set: { state: 'awaiting_human', waitingSince: ctx.now() }, $inc: { revision: 1 } },
    { returnDocument: 'after' },
  ).lean();
  if (doc) await announce(ctx, doc);
}

/** What a new message does to its conversation, as it is then; null: it was counted before, and nothing changes. */
export async function countMessage(
  ctx: AppContext,
  id: string,
  message: { id: string; from: 'contact' | 'bot' | 'agent'; kind: string; preview: string; at: Date; receipt: string | null },
): Promise<ConversationDoc | null> {
  const isInbound = message.from === 'contact';
  const counted = {
    $push: { counted: { $each: [message.id], $slice: -500 } },
    $inc: { revision: 1, ...(isInbound ? { unread: 1 } : {}) },
  };
  const count = (more: object, set: object) =>
    ConversationModel.findOneAndUpdate(
      { _id: id, counted: { $ne: message.id }, ...more },
      { ...counted, $set: { ...set, updatedAt: ctx.now() } },
      { returnDocument: 'after' },
    ).lean();
  // The newest message is shown, also when an older one is counted after it.
  const isNewest = { $or: [{ lastMessage: null }, { 'lastMessage.at': { $lte: message.at } }] };
  const doc = (await count(isNewest, { lastMessage: message })) ?? (await count({}, {}));
  if (doc) await announce(ctx, doc);
  return doc;
}

/** Somebody wrote into a closed conversation: it opens again, as the bot's. @throws NOT_FOUND */
export async function reopenByMessage(ctx: AppContext, id: string): Promise<ConversationDoc> {
  const doc =
    (await ConversationModel.findOneAndUpdate(
      { _id: id, state: 'closed' },
      { $set: { state: 'ai_active', closedAt: null, assignee: null, greetedAt: null }, $inc: { revision: 1 } },
      { returnDocument: 'after' },
    ).lean()) ?? (await ConversationModel.findById(id).lean());
  if (!doc) throw notFound();
  await announce(ctx, doc);
  return doc;
}

export async function noteGreeting(ctx: AppContext, id: string): Promise<void> {
  await ConversationModel.updateOne({ _id: id }, { $set: { greetedAt: ctx.now() } });
}

/** The receipt of the newest message shows in the list. */
export async function noteReceipt(ctx: AppContext, id: string, messageId: string, receipt: string): Promise<void> {
  const doc = await ConversationModel.findOneAndUpdate(
    { _id: id, 'lastMessage.id': messageId },
    { $set: { 'lastMessage.receipt': receipt }, $inc: { revision: 1 } },
    { returnDocument: 'after' },
  ).lean();
  if (doc) await announce(ctx, doc);
}

async function change(ctx: AppContext, id: string, facts: object): Promise<Conversation> {
  const doc = await ConversationModel.findOneAndUpdate(
    { _id: id },
    { $set: facts, $inc: { revision: 1 } },
    { returnDocument: 'after' },
  ).lean();
  if (!doc) throw notFound();
  return announce(ctx, doc);
}

async function announce(ctx: AppContext, doc: ConversationDoc): Promise<Conversation> {
  const view = await conversationView(ctx, doc);
  ctx.emit('conversation.changed', view);
  return view;
}
