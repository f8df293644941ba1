import mongoose, { type InferSchemaType, Schema } from 'mongoose';

const deviceSchema = new Schema(
  {
    _id: { type: String, required: true },
    e164: { type: String, required: true },
    name: { type: String, required: true },
    linkedAt: { type: Number, required: true },
  },
  { collection: 'simulator_devices', versionKey: false },
);

const messageSchema = new Schema(
  {
    _id: { type: String, required: true },
    instanceId: { type: String, required: true },
    chat: { type: String, required: true },
    direction: { type: String, enum: ['in', 'out'] as const, required: true },
    from: { type: String, required: true },
    senderName: { type: String, default: null },
    clientRef: { type: String },
    type: { type: String, required: true },
    text: { type: String, default: null },
    media: { type: Schema.Types.Mixed, default: null },
    location: { type: Schema.Types.Mixed, default: null },
    quoteId: { type: String, default: null },
    at: { type: Number, required: true },
    receipt: { type: String, required: true },
    toldReceipt: { type: String, required: true },
  },
  { collection: 'simulator_messages', versionKey: false },
);
messageSchema.index({ instanceId: 1, at: 1 });
messageSchema.index({ instanceId: 1, chat: 1, at: -1 });
messageSchema.index({ instanceId: 1, clientRef: 1 }, { unique: true, partialFilterExpression: { clientRef: { $exists: true } } });

const mediaSchema = new Schema(
  {
    _id: { type: String, required: true },
    instanceId: { type: String, required: true, index: true },
    mime: { type: String, required: true },
    data: { type: Buffer, required: true },
  },
  { collection: 'simulator_media', versionKey: false },
);

export type SimulatorMessageDoc = InferSchemaType<typeof messageSchema>;

export const SimulatorDeviceModel = mongoose.model('SimulatorDevice', deviceSchema);
export const SimulatorMessageModel = mongoose.model('SimulatorMessage', messageSchema);
export const SimulatorMediaModel = mongoose.model('SimulatorMedia', mediaSchema);
