import { newId } from '@chat-saas/contract';
import mongoose, { type InferSchemaType } from 'mongoose';

const schema = new mongoose.Schema(
  {
    _id: { type: String, default: () => newId() },
    name: { type: String, required: true },
    engine: { type: String, enum: ['simulator', 'whatsapp-web'], required: true },
    isDefault: { type: Boolean, default: false },
    /** Whether the session is meant to run: brought back at boot. */
    isWanted: { type: Boolean, default: false },
    state: { type: String, default: 'stopped' },
    since: { type: Date, required: true },
    reason: { type: String, default: null },
    nextAttemptAt: { type: Date, default: null },
    phone: { type: String, default: null },
    profileName: { type: String, default: null },
    syncPercent: { type: Number, default: null },
    link: { type: { method: String, payload: String, expiresAt: Date, _id: false }, default: null },
    /** When it was linked: nothing older is taken from the phone's history. */
    linkedAt: { type: Date, default: null },
    lastInboundAt: { type: Date, default: null },
    /** Up to here nothing is missing: where catching up begins. */
    caughtUpAt: { type: Date, default: null },
    createdAt: { type: Date, required: true },
  },
  { versionKey: false },
);

export const InstanceModel = mongoose.model('Instance', schema, 'instances');
export type InstanceDoc = InferSchemaType<typeof schema>;
