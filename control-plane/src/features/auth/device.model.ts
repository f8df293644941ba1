import mongoose from 'mongoose';

export interface DeviceDoc {
  /** SHA-256 of the device code. */
  _id: string;
  userCode: string;
  name: string;
  ip: string;
  decision: { by: string; approved: boolean } | null;
  createdAt: Date;
  expiresAt: Date;
}

const schema = new mongoose.Schema<DeviceDoc>(
  {
    _id: { type: String, required: true },
    userCode: { type: String, required: true, unique: true },
    name: { type: String, required: true },
    ip: { type: String, default: '' },
    decision: { type: mongoose.Schema.Types.Mixed, default: null },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true, expires: 3600 },
  },
  { versionKey: false },
);
export const DeviceModel = mongoose.model('Device', schema, 'devices');
