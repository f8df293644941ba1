import type { Entitlements } from '@chat-saas/contract';
import mongoose from 'mongoose';

/** One document: what this tenant bought. */
export interface EntitlementsDoc {
  _id: 'entitlements';
  entitlements: Entitlements;
  updatedAt: Date;
}

const schema = new mongoose.Schema<EntitlementsDoc>(
  {
    _id: { type: String, required: true },
    entitlements: { type: mongoose.Schema.Types.Mixed, required: true },
    updatedAt: { type: Date, required: true },
  },
  { versionKey: false, minimize: false },
);
export const EntitlementsModel = mongoose.model('Entitlements', schema, 'entitlements');
