import { type Account, accountFields } from '@chat-saas/server/auth/accounts';
import mongoose from 'mongoose';

export interface OwnerDoc extends Account {
  name: string;
  /** Sealed; until the launcher has shown it. */
  unseenPassword: string | null;
  createdAt: Date;
}

const schema = new mongoose.Schema<OwnerDoc>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    ...accountFields,
    unseenPassword: { type: String, default: null },
    createdAt: { type: Date, required: true },
  },
  { versionKey: false },
);
export const OwnerModel = mongoose.model('Owner', schema, 'owners');
