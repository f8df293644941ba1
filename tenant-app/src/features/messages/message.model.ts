import { newId } from '@chat-saas/contract';
import mongoose, { type InferSchemaType } from 'mongoose';

const media = {
  type: {
    /** Where the engine keeps the bytes until they were fetched. */
    handle: String,
    uploadId: String,
    mime: String,
    bytes: Number,
    filename: String,
    seconds: Number,
    attempts: Number,
    _id: false,
  },
  default: null,
} as const;

/** A message is written here before anything is done with it: this is the queue of record, both ways. */
const schema = new mongoose.Schema(
  {
    _id: { type: String, default: () => newId() },
    conversationId: { type: String, required: true },
    instanceId: { type: String, required: true },
    from: { type: String, enum: ['contact', 'bot', 'agent'], required: true },
    authorId: { type: String, default: null },
    authorName: { type: String, default: null },
    kind: { type: String, required: true },
    text: { type: String, default: null },
    media,
    at: { type: Date, required: true },
    /** WhatsApp's id, unique per instance. */
    providerId: { type: String, default: null },
    origin: { type: String, enum: ['live', 'catchup'], default: 'live' },
    /** Inbound: when its effects were all applied. Null: work is left. */
    handledAt: { type: Date, default: null },
    clientRef: { type: String, default: null },
    /** Outbound; null inbound. */
    receipt: { type: String, enum: ['queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'unknown', null], default: null },
    error: { type: String, default: null },
    attempts: { type: Number, default: 0 },
    /** Outbound: not to be tried before. */
    dueAt: { type: Date, default: null },
    /** When the engine was first asked: where looking for an unknown outcome begins. */
    sendingSince: { type: Date, default: null },
  },
  { versionKey: false },
);
schema.index({ instanceId: 1, providerId: 1 }, { unique: true, partialFilterExpression: { providerId: { $type: 'string' } } });
schema.index({ conversationId: 1, clientRef: 1 }, { unique: true, partialFilterExpression: { clientRef: { $type: 'string' } } });
schema.index({ conversationId: 1, _id: -1 });
schema.index({ from: 1, handledAt: 1 });
schema.index({ receipt: 1, dueAt: 1 });
schema.index({ at: 1 });

export const MessageModel = mongoose.model('Message', schema, 'messages');
export type MessageDoc = InferSchemaType<typeof schema>;
