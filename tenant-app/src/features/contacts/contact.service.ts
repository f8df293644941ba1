import { newId } from '@chat-saas/contract';
import { duplicateKey } from '@chat-saas/server/mongo';
import { notFound, problem } from '@chat-saas/server/problem';
import type { AppContext } from '../../app/context.ts';
import { fold, literally } from '../../app/fold.ts';
import { findConversationOf, renameInConversations } from '../conversations/conversation.service.ts';
import type { Contact } from './contact.contract.ts';
import { type ContactDoc, ContactModel } from './contact.model.ts';
import { phoneKey } from './phone-key.ts';

const MAX_NAME = 80;
const TOUCH_EVERY_MS = 60_000;

/** Who is shown where: the team's name for them, else their own, else the number. */
export interface KnownContact {
  _id: string;
  name: string;
  phone: string;
}

/**
 * The one contact behind a number, however it is spelt; made where there is none. `profileName` null: not known now.
 * May run at the same time for the same number.
 */
export async function upsertContact(ctx: AppContext, seen: { phone: string; profileName: string | null }): Promise<KnownContact> {
  const address = seen.phone.replace(/\D/g, '');
  const key = phoneKey(address);
  const profileName = cleanName(seen.profileName);
  const now = ctx.now();
  const known = (await ContactModel.findOne({ phoneKey: key }).lean()) ?? (await createContact(key, address, profileName, now));
  const isNews =
    (profileName !== null && profileName !== known.profileName) ||
    !known.addresses.includes(address) ||
    now.getTime() - known.lastMessageAt.getTime() > TOUCH_EVERY_MS;
  if (!isNews) return shown(known);
  const contact = { ...known, profileName: profileName ?? known.profileName };
  await ContactModel.updateOne(
    { _id: known._id },
    { $set: { profileName: contact.profileName, searchKey: searchKeyOf(contact), lastMessageAt: now }, $addToSet: { addresses: address } },
  );
  return shown(contact);
}

async function createContact(key: string, address: string, profileName: string | null, now: Date): Promise<ContactDoc> {
  const fields = { phoneKey: key, name: null, profileName };
  try {
    const contact = await ContactModel.create({
      ...fields,
      _id: newId(now.getTime()),
      addresses: [address],
      searchKey: searchKeyOf(fields),
      createdAt: now,
      lastMessageAt: now,
    });
    return contact.toObject();
  } catch (error) {
    const winner = duplicateKey(error) === null ? null : await ContactModel.findOne({ phoneKey: key }).lean();
    if (!winner) throw error;
    return winner;
  }
}

/** Latest activity first; `q` finds parts of names and numbers, whatever the case and accents. @throws INVALID_INPUT */
export async function listContacts(input: { cursor?: string | undefined; limit: number; q?: string | undefined }) {
  const after = /^(\d{1,15})-([0-9a-z]+)$/.exec(input.cursor ?? '');
  if (input.cursor && !after) throw problem('INVALID_INPUT', { detail: 'This is not a place in the list.' });
  const at = new Date(Number(after?.[1] ?? 0));
  const found = await ContactModel.find({
    ...(input.q?.trim() ? { searchKey: literally(fold(input.q.trim())) } : {}),
    ...(after ? { $or: [{ lastMessageAt: { $lt: at } }, { lastMessageAt: at, _id: { $lt: after[2] } }] } : {}),
  })
    .sort({ lastMessageAt: -1, _id: -1 })
    .limit(input.limit + 1)
    .lean();
  const page = found.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: await Promise.all(page.map(contactView)),
    nextCursor: found.length > input.limit && last ? `${last.lastMessageAt.getTime()}-${last._id}` : null,
  };
}

/** The conversations show the new name at once. @throws NOT_FOUND */
export async function renameContact(ctx: AppContext, id: string, name: string): Promise<Contact> {
  const before = await ContactModel.findById(id).lean();
  if (!before) throw notFound();
  const contact = { ...before, name };
  await ContactModel.updateOne({ _id: id }, { $set: { name, searchKey: searchKeyOf(contact) } });
  await renameInConversations(ctx, shown(contact));
  return contactView(contact);
}

async function contactView(contact: ContactDoc): Promise<Contact> {
  return {
    id: contact._id,
    name: shown(contact).name,
    phone: contact.phoneKey,
    profileName: contact.profileName,
    conversationId: await findConversationOf(contact._id),
    createdAt: contact.createdAt.toISOString(),
    lastMessageAt: contact.lastMessageAt.toISOString(),
  };
}

const shown = (contact: ContactDoc): KnownContact => ({
  _id: contact._id,
  name: contact.name ?? contact.profileName ?? `+${contact.phoneKey}`,
  phone: contact.phoneKey,
});

const searchKeyOf = (contact: Pick<ContactDoc, 'name' | 'profileName' | 'phoneKey'>) =>
  fold([contact.name, contact.profileName, contact.phoneKey].filter(Boolean).join(' '));

/** Strangers choose these names: no control or direction characters, one line, not endless. */
function cleanName(name: string | null): string | null {
  const clean = (name ?? '')
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (/^\+?[\d\s().-]+$/.test(clean)) return null; // a number is no name
  return clean ? Array.from(clean).slice(0, MAX_NAME).join('') : null;
}
