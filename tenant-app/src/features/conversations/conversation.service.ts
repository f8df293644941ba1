import { newId } from '@chat-saas/contract';
import { type Lease, takeLease } from '@chat-saas/server/lease';
import { notFound } from '@chat-saas/server/problem';
import type { z } from 'zod';
import type { Actor, AppContext } from '../../app/context.ts';
import { fold, literally } from '../../app/fold.ts';
import type { Conversation, ConversationFilter } from './conversation.contract.ts';
import { type ConversationDoc, ConversationModel } from './conversation.model.ts';
import { conversationView } from './conversation.view.ts';

export type { ConversationDoc } from './conversation.model.ts';

type Filter = z.infer<typeof ConversationFilter>;

const FILTERS: Record<Filter, (actor: Actor) => object> = {
  pending: () => ({ state: 'awaiting_human' }),
  mine: (actor) => ({ state: 'human_replied', 'assignee.id': actor.id }),
  all: () => ({ state: { $in: ['ai_active', 'awaiting_human', 'human_replied'] } }),
  closed: () => ({ state: 'closed' }),
};

/** Latest first. The cursor is the place in time where the page before ended. */
export async function listConversations(
  ctx: AppContext,
  actor: Actor,
  input: { filter: Filter; instanceId?: string | undefined; q?: string | undefined; cursor?: string | undefined; limit: number },
) {
  const after = parseCursor(input.cursor);
  const docs = await ConversationModel.find({
    ...FILTERS[input.filter](actor),
    ...(input.instanceId ? { instanceId: input.instanceId } : {}),
    ...(input.q?.trim() ? { searchKey: literally(fold(input.q.trim())) } : {}),
    ...(after ? { $or: [{ updatedAt: { $lt: after.at } }, { updatedAt: after.at, _id: { $lt: after.id } }] } : {}),
  })
    .sort({ updatedAt: -1, _id: -1 })
    .limit(input.limit + 1)
    .lean();
  const page = docs.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: await Promise.all(page.map((doc) => conversationView(ctx, doc))),
    nextCursor: docs.length > input.limit && last ? `${last.updatedAt.getTime()}-${last._id}` : null,
  };
}

export async function countByFilter(actor: Actor, instanceId?: string) {
  const count = (filter: Filter) => ConversationModel.countDocuments({ ...FILTERS[filter](actor), ...(instanceId ? { instanceId } : {}) });
  const [pending, mine, all, closed] = await Promise.all([count('pending'), count('mine'), count('all'), count('closed')]);
  return { pending, mine, all, closed };
}

/** @throws NOT_FOUND */
export async function getConversation(ctx: AppContext, id: string): Promise<Conversation> {
  return conversationView(ctx, await findConversation(id));
}

/** @throws NOT_FOUND */
export async function findConversation(id: string): Promise<ConversationDoc> {
  const doc = await ConversationModel.findById(id).lean();
  if (!doc) throw notFound();
  return doc;
}

/** The one conversation of a contact on an instance; made where there is none. Of many racers all get the same. */
export async function upsertConversation(
  ctx: AppContext,
  at: { instanceId: string; peer: string; contact: { _id: string; name: string; phone: string } },
): Promise<ConversationDoc> {
  const { contact } = at;
  const key = { instanceId: at.instanceId, contactId: contact._id };
  const known = await ConversationModel.findOne(key).lean();
  if (known && known.contactName === contact.name && known.peer === at.peer) return known;
  const now = ctx.now();
  const shown = {
    contactName: contact.name,
    contactPhone: contact.phone,
    peer: at.peer,
    searchKey: fold(`${contact.name} ${contact.phone}`),
  };
  return ConversationModel.findOneAndUpdate(
    key,
    {
      $set: shown,
      $inc: { revision: 1 },
      $setOnInsert: {
        _id: newId(),
        state: 'ai_active',
        unread: 0,
        counted: [],
        createdAt: now,
        updatedAt: now,
        turn: null,
        outbox: null,
        assignee: null,
        waitingSince: null,
        closedAt: null,
        greetedAt: null,
        lastMessage: null,
      },
    },
    { upsert: true, returnDocument: 'after', setDefaultsOnInsert: false },
  ).lean() as unknown as Promise<ConversationDoc>;
}

/** A contact got another name: their conversations show it. */
export async function renameInConversations(ctx: AppContext, contact: { _id: string; name: string; phone: string }): Promise<void> {
  await ConversationModel.updateMany(
    { contactId: contact._id },
    { $set: { contactName: contact.name, searchKey: fold(`${contact.name} ${contact.phone}`) }, $inc: { revision: 1 } },
  );
  for (const doc of await ConversationModel.find({ contactId: contact._id }).lean())
    ctx.emit('conversation.changed', await conversationView(ctx, doc));
}

export async function countConversations() {
  const [open, awaitingHuman] = await Promise.all([
    ConversationModel.countDocuments({ state: { $ne: 'closed' } }),
    ConversationModel.countDocuments({ state: 'awaiting_human' }),
  ]);
  return { open, awaitingHuman };
}

/** Conversations begun since then: what a plan counts per month. */
export const countConversationsSince = (since: Date) => ConversationModel.countDocuments({ createdAt: { $gte: since } });

/** The conversation of a contact with the latest activity; null where there is none. */
export async function findConversationOf(contactId: string): Promise<string | null> {
  const doc = await ConversationModel.findOne({ contactId }, { _id: 1 }).sort({ updatedAt: -1 }).lean();
  return doc?._id ?? null;
}

/** One worker per chat: the turn of what came in, the outbox of what goes out. Null: somebody else is at it. */
export const leaseConversation = (id: string, work: 'turn' | 'outbox', ttlMs: number): Promise<Lease | null> =>
  takeLease(ConversationModel, id, work, ttlMs);

export const conversationExists = async (id: string): Promise<boolean> => (await ConversationModel.exists({ _id: id })) !== null;

/** By the engine's address of a chat; null where nobody wrote yet. */
export async function findConversationAt(instanceId: string, peer: string): Promise<string | null> {
  return (await ConversationModel.findOne({ instanceId, peer }, { _id: 1 }).lean())?._id ?? null;
}

function parseCursor(cursor: string | undefined): { at: Date; id: string } | null {
  const match = /^(\d{10,15})-([0-9a-z]+)$/.exec(cursor ?? '');
  return match ? { at: new Date(Number(match[1])), id: match[2] ?? '' } : null;
}
