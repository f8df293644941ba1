import { newId } from '@chat-saas/contract';
import { type Account, accountFields } from '@chat-saas/server/auth/accounts';
import mongoose from 'mongoose';

export interface UserDoc extends Account {
  name: string;
  phone: string | null;
  role: 'admin' | 'agent';
  createdAt: Date;
  lastSeenAt: Date | null;
}

const schema = new mongoose.Schema<UserDoc>(
  {
    _id: { type: String, default: () => newId() },
    ...accountFields,
    name: { type: String, required: true },
    phone: { type: String, default: null },
    role: { type: String, enum: ['admin', 'agent'], required: true },
    createdAt: { type: Date, required: true },
    lastSeenAt: { type: Date, default: null },
  },
  { versionKey: false },
);
export const UserModel = mongoose.model('User', schema, 'users');
