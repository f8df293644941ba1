import type { Entitlements, Features, Limits } from '@chat-saas/contract';
import { problem } from '@chat-saas/server/problem';
import type { AppContext } from '../../app/context.ts';
import { EntitlementsModel } from './plan.model.ts';

const known = new WeakMap<AppContext, Promise<Entitlements>>();

/** What the tenant bought: from `WHITE_LABEL_CONFIG` at first start, later as the control plane says. Kept in memory. */
export function entitlementsOf(ctx: AppContext): Promise<Entitlements> {
  const cached = known.get(ctx);
  if (cached !== undefined) return cached;
  const reading = readOrCreate(ctx);
  known.set(ctx, reading);
  reading.catch(() => known.delete(ctx));
  return reading;
}

async function readOrCreate(ctx: AppContext): Promise<Entitlements> {
  const document = await EntitlementsModel.findOneAndUpdate(
    { _id: 'entitlements' },
    { $setOnInsert: { entitlements: ctx.config.WHITE_LABEL_CONFIG, updatedAt: ctx.now() } },
    { upsert: true, returnDocument: 'after' },
  ).lean();
  return document.entitlements;
}

export const limitsOf = async (ctx: AppContext): Promise<Limits> => (await entitlementsOf(ctx)).limits;
export const featuresOf = async (ctx: AppContext): Promise<Features> => (await entitlementsOf(ctx)).features;

/** Replaces plan, limits and features; what is used beyond a lower limit stays. */
export async function setEntitlements(ctx: AppContext, entitlements: Entitlements): Promise<Entitlements> {
  await EntitlementsModel.updateOne({ _id: 'entitlements' }, { $set: { entitlements, updatedAt: ctx.now() } }, { upsert: true });
  known.set(ctx, Promise.resolve(entitlements));
  ctx.events.announce('plan.changed');
  return entitlements;
}

/** @throws FEATURE_OFF naming the feature */
export async function requireFeature(ctx: AppContext, feature: keyof Features): Promise<void> {
  if ((await featuresOf(ctx))[feature]) return;
  throw problem('FEATURE_OFF', { status: 403, detail: 'The plan does not include this.', params: { feature } });
}
