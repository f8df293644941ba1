import { newId } from '@chat-saas/contract';
import mongoose, { type InferSchemaType } from 'mongoose';

const schema = new mongoose.Schema(
  {
    _id: { type: String, default: () => newId() },
    /** SHA-256 of the token: whoever reads the database can't open the page. */
    tokenHash: { type: String, required: true, unique: true },
    instanceId: { type: String, required: true, index: true },
    purpose: { type: String, enum: ['connect', 'phone'], required: true },
    createdBy: { type: String, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    revokedAt: { type: Date, default: null },
    lastOpenedAt: { type: Date, default: null },
  },
  { versionKey: false },
);

export const ConnectLinkModel = mongoose.model('ConnectLink', schema, 'connect_links');
export type ConnectLinkDoc = InferSchemaType<typeof schema>;
