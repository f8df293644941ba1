import { newId } from '@chat-saas/contract';
import { leaseField } from '@chat-saas/server/lease';
import mongoose, { type InferSchemaType } from 'mongoose';

const person = { type: { id: String, name: String, at: Date, _id: false }, default: null } as const;

const schema = new mongoose.Schema(
  {
    _id: { type: String, default: () => newId() },
    instanceId: { type: String, required: true },
    contactId: { type: String, required: true },
    contactName: { type: String, required: true },
    contactPhone: { type: String, required: true },
    /** Folded name and number, for searching. */
    searchKey: { type: String, default: '' },
    /** Where messages go: the engine's own address of the chat. */
    peer: { type: String, required: true },
    /** Follows from the facts below; kept for filtering. */
    state: { type: String, enum: ['ai_active', 'awaiting_human', 'human_replied', 'closed'], default: 'ai_active' },
    assignee: person,
    waitingSince: { type: Date, default: null },
    closedAt: { type: Date, default: null },
    greetedAt: { type: Date, default: null },
    unread: { type: Number, default: 0 },
    lastMessage: {
      type: { id: String, from: String, kind: String, preview: String, at: Date, receipt: String, _id: false },
      default: null,
    },
    /** Grows with every change that screens see: what comes late is known by it. */
    revision: { type: Number, default: 0 },
    /** Ids of the latest messages already counted: counting one again changes nothing. */
    counted: { type: [String], default: [] },
    turn: leaseField,
    outbox: leaseField,
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  },
  { versionKey: false },
);
schema.index({ instanceId: 1, contactId: 1 }, { unique: true });
schema.index({ state: 1, updatedAt: -1 });
schema.index({ contactId: 1 });
schema.index({ updatedAt: -1 });

export const ConversationModel = mongoose.model('Conversation', schema, 'conversations');
export type ConversationDoc = InferSchemaType<typeof schema>;
