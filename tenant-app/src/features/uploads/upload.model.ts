import { newId } from '@chat-saas/contract';
import mongoose from 'mongoose';
import type { Upload } from '../../contract.ts';

export interface UploadDoc {
  _id: string;
  mime: string;
  bytes: number;
  filename: string;
  kind: Upload['kind'];
  sha256: string;
  /** Who sent it here; null: it came in from WhatsApp. */
  by: string | null;
  /** Whose part it became: a message's reference. Null: swept a day after. */
  usedBy: string | null;
  createdAt: Date;
}

const schema = new mongoose.Schema<UploadDoc>(
  {
    _id: { type: String, default: () => newId() },
    mime: { type: String, required: true },
    bytes: { type: Number, required: true },
    filename: { type: String, required: true },
    kind: { type: String, enum: ['image', 'video', 'audio', 'voice', 'document'], required: true },
    sha256: { type: String, required: true },
    by: { type: String, default: null },
    usedBy: { type: String, default: null },
    createdAt: { type: Date, required: true },
  },
  { versionKey: false },
);
schema.index({ usedBy: 1, createdAt: 1 });
export const UploadModel = mongoose.model('Upload', schema, 'uploads');
