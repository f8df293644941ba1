import { createHash } from 'node:crypto';
import { newId, newTenantId } from '@chat-saas/contract';
import { duplicateKey } from '@chat-saas/server/mongo';
import { problem } from '@chat-saas/server/problem';
import type { Actor, AppContext } from '../../app/context.ts';
import { IdempotencyModel } from './idempotency.model.ts';

export interface Claim {
  /** The ids that this request's results have, or get. */
  tenantId: string;
  operationId: string;
  /** The key was used before, for the same. */
  isRepeat: boolean;
  /** Forgets the key: nothing was made under it. */
  release(): Promise<void>;
}

/**
 * Decides the ids of what a request makes before anything is made, under the caller's key: whoever repeats the request, at the
 * same time or after a crash, makes the same things or finds them. @throws IDEMPOTENCY_KEY_REUSED
 */
export async function claimKey(
  ctx: AppContext,
  actor: Actor,
  key: string | null,
  request: unknown,
  tenantId = newTenantId(),
): Promise<Claim> {
  const fresh = { tenantId, operationId: newId(), isRepeat: false };
  if (key === null) return { ...fresh, release: async () => undefined };
  const _id = sha256([actor.id, key]);
  const requestHash = sha256(request);
  const release = async () => {
    await IdempotencyModel.deleteOne({ _id });
  };
  try {
    await IdempotencyModel.create({ _id, requestHash, tenantId: fresh.tenantId, operationId: fresh.operationId, at: ctx.now() });
    return { ...fresh, release };
  } catch (error) {
    if (!duplicateKey(error)) throw error;
  }
  const known = await IdempotencyModel.findById(_id).lean();
  if (!known) return claimKey(ctx, actor, key, request, tenantId); // released between our two looks
  if (known.requestHash !== requestHash)
    throw problem('IDEMPOTENCY_KEY_REUSED', { status: 409, detail: 'This idempotency key was used for something else.' });
  return { tenantId: known.tenantId, operationId: known.operationId, isRepeat: true, release: async () => undefined };
}

/** What was made under a key, whatever was asked; null when the key is new. */
export async function findClaim(actor: Actor, key: string): Promise<Pick<Claim, 'tenantId' | 'operationId'> | null> {
  return IdempotencyModel.findById(sha256([actor.id, key]), { tenantId: 1, operationId: 1 }).lean();
}

const sha256 = (value: unknown) => createHash('sha256').update(JSON.stringify(value, sortedKeys)).digest('hex');

/** The same text for the same content, whatever the order of keys. */
const sortedKeys = (_key: string, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;
