import { newId } from '@chat-saas/contract';
import type { Model } from 'mongoose';

/** Schema field of a lease that a document carries. */
export const leaseField = {
  type: { owner: { type: String, required: true }, until: { type: Date, required: true }, _id: false },
  default: null,
} as const;

export interface Lease {
  owner: string;
  /** Makes it longer once a quarter of it has passed; false: it was lost, stop at once. */
  renew(): Promise<boolean>;
  release(): Promise<void>;
}

/**
 * Takes the lease in `field` of a document, for `ttlMs`. Null: somebody else holds it, or there is no such document.
 * `model` is any mongoose model whose schema has the field. One conditional update: of many racers one wins; a crashed holder's lease ends by itself.
 */
export async function takeLease(model: unknown, id: string, field: string, ttlMs: number): Promise<Lease | null> {
  const owner = newId();
  const now = Date.now();
  const until = () => new Date(Date.now() + ttlMs);
  const documents = model as Model<Record<string, unknown>>;
  const taken = await documents.updateOne(
    { _id: id, $or: [{ [field]: null }, { [`${field}.until`]: { $lt: new Date(now) } }] },
    { $set: { [field]: { owner, until: until() } } },
  );
  if (taken.modifiedCount !== 1) return null;
  const mine = { _id: id, [`${field}.owner`]: owner };
  let takenAt = now;
  return {
    owner,
    renew: async () => {
      if (Date.now() - takenAt < ttlMs / 4) return true; // until it ends nobody else can take it
      takenAt = Date.now();
      return (await documents.updateOne(mine, { $set: { [`${field}.until`]: until() } })).matchedCount === 1;
    },
    release: async () => {
      await documents.updateOne(mine, { $set: { [field]: null } });
    },
  };
}
