import { newSecret } from '@chat-saas/contract';
import { hashToken } from '@chat-saas/server/auth/sessions';
import { notFound, problem } from '@chat-saas/server/problem';
import type { Actor, AppContext } from '../../app/context.ts';
import { findInstance } from '../instances/instance.service.ts';
import type { ConnectLink } from './connect-link.contract.ts';
import { type ConnectLinkDoc, ConnectLinkModel } from './connect-link.model.ts';

type Purpose = ConnectLink['purpose'];

const PAGES: Record<Purpose, string> = { connect: 'c', phone: 'phone' };
const TOUCH_EVERY_MS = 60_000;

/** Links of a number, latest first. @throws NOT_FOUND */
export async function listConnectLinks(instanceId: string): Promise<{ items: ConnectLink[] }> {
  await findInstance(instanceId);
  const docs = await ConnectLinkModel.find({ instanceId }).sort({ _id: -1 }).limit(50).lean();
  return { items: docs.map(linkView) };
}

/** The token is the tenant's id and 130 random bits; only its hash is kept. @throws NOT_FOUND, NOT_A_SIMULATOR */
export async function createConnectLink(
  ctx: AppContext,
  actor: Actor,
  input: { instanceId: string; purpose: Purpose; expiresInHours: number },
) {
  const instance = await findInstance(input.instanceId);
  if (input.purpose === 'phone' && instance.engine !== 'simulator') throw problem('NOT_A_SIMULATOR');
  const token = ctx.config.TENANT_ID + newSecret();
  const now = ctx.now();
  const doc = await ConnectLinkModel.create({
    tokenHash: hashToken(token),
    instanceId: instance._id,
    purpose: input.purpose,
    createdBy: actor.id,
    createdAt: now,
    expiresAt: new Date(now.getTime() + input.expiresInHours * 3_600_000),
  });
  return { link: linkView(doc.toObject()), url: `${ctx.config.PUBLIC_URL}/${PAGES[input.purpose]}/${token}`, token };
}

/** Ends a link at once; may run twice. @throws NOT_FOUND */
export async function revokeConnectLink(ctx: AppContext, id: string): Promise<ConnectLink> {
  const known = await ConnectLinkModel.findById(id).lean();
  if (!known) throw notFound();
  if (known.revokedAt) return linkView(known);
  const doc = await ConnectLinkModel.findOneAndUpdate({ _id: id }, { $set: { revokedAt: ctx.now() } }, { returnDocument: 'after' }).lean();
  ctx.events.announce('instance.changed', known.instanceId);
  return linkView(doc ?? known);
}

/** What a token opens; null when it is unknown, expired, revoked or for another page. */
export async function openConnectLink(
  ctx: AppContext,
  token: string,
  purpose: Purpose,
): Promise<{ link: ConnectLink; instanceId: string } | null> {
  if (!/^[0-9a-z]{38}$/.test(token)) return null;
  const now = ctx.now();
  const doc = await ConnectLinkModel.findOne({ tokenHash: hashToken(token), purpose, revokedAt: null, expiresAt: { $gt: now } }).lean();
  if (!doc) return null;
  if (!doc.lastOpenedAt || now.getTime() - doc.lastOpenedAt.getTime() > TOUCH_EVERY_MS)
    await ConnectLinkModel.updateOne({ _id: doc._id }, { lastOpenedAt: now });
  return { link: linkView(doc), instanceId: doc.instanceId };
}

/** A number was removed: its links lead nowhere. */
export async function endLinksOf(ctx: AppContext, instanceId: string): Promise<void> {
  await ConnectLinkModel.updateMany({ instanceId, revokedAt: null }, { revokedAt: ctx.now() });
}

const linkView = (doc: ConnectLinkDoc): ConnectLink => ({
  id: doc._id,
  instanceId: doc.instanceId,
  purpose: doc.purpose,
  createdAt: doc.createdAt.toISOString(),
  expiresAt: doc.expiresAt.toISOString(),
  revokedAt: doc.revokedAt?.toISOString() ?? null,
  lastOpenedAt: doc.lastOpenedAt?.toISOString() ?? null,
});
