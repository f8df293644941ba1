import mongoose from 'mongoose';

export interface IdempotencyDoc {
  /** SHA-256 of actor and key. */
  _id: string;
  /** SHA-256 of what was asked: the same key for something else is refused. */
  requestHash: string;
  tenantId: string;
  operationId: string;
  at: Date;
}

const schema = new mongoose.Schema<IdempotencyDoc>(
  {
    _id: { type: String, required: true },
    requestHash: { type: String, required: true },
    tenantId: { type: String, required: true },
    operationId: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false },
);
export const IdempotencyModel = mongoose.model('IdempotencyKey', schema, 'idempotency_keys');
