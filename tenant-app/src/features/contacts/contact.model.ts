import { newId } from '@chat-saas/contract';
import mongoose from 'mongoose';

export interface ContactDoc {
  _id: string;
  /** All spellings of the number come down to this one; it is what is shown. */
  phoneKey: string;
  /** The spellings seen, digits only. */
  addresses: string[];
  /** What the team calls them. */
  name: string | null;
  /** What they call themselves on WhatsApp. */
  profileName: string | null;
  /** Folded names and number, for searching. */
  searchKey: string;
  createdAt: Date;
  lastMessageAt: Date;
}

const schema = new mongoose.Schema<ContactDoc>(
  {
    _id: { type: String, default: () => newId() },
    phoneKey: { type: String, required: true, unique: true },
    addresses: { type: [String], default: [] },
    name: { type: String, default: null },
    profileName: { type: String, default: null },
    searchKey: { type: String, default: '' },
    createdAt: { type: Date, required: true },
    lastMessageAt: { type: Date, required: true },
  },
  { versionKey: false },
);
schema.index({ lastMessageAt: -1 });
export const ContactModel = mongoose.model('Contact', schema, 'contacts');
