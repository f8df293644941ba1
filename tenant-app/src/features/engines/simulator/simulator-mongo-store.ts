import type { InboundType, MediaRef, Receipt } from '../engine-message.ts';
import { SimulatorDeviceModel, SimulatorMediaModel, type SimulatorMessageDoc, SimulatorMessageModel } from './simulator.model.ts';
import type { SimulatorMessage, SimulatorStore } from './simulator-store.ts';

const receiptOrder: readonly Receipt[] = ['server', 'delivered', 'read', 'played'];

/** The simulated network in the tenant's own database, over mongoose's default connection. */
export function createMongoSimulatorStore(): SimulatorStore {
  return {
    async findDevice(instanceId) {
      const found = await SimulatorDeviceModel.findById(instanceId).lean();
      return found && { instanceId, e164: found.e164, name: found.name, linkedAt: found.linkedAt };
    },
    async saveDevice({ instanceId, ...device }) {
      await SimulatorDeviceModel.updateOne({ _id: instanceId }, { $set: device }, { upsert: true });
    },
    async removeDevice(instanceId) {
      return (await SimulatorDeviceModel.deleteOne({ _id: instanceId })).deletedCount > 0;
    },
    async append({ id, clientRef, ...message }) {
      try {
        await SimulatorMessageModel.create({ _id: id, ...message, ...(clientRef === null ? {} : { clientRef }) });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    async findByClientRef(instanceId, clientRef) {
      const found = await SimulatorMessageModel.findOne({ instanceId, clientRef }).lean();
      return found && toMessage(found);
    },
    async list({ instanceId, chat, sinceMs, limit }) {
      const filter = { instanceId, ...(chat === undefined ? {} : { chat }), ...(sinceMs === undefined ? {} : { at: { $gte: sinceMs } }) };
      const found = await SimulatorMessageModel.find(filter).sort({ at: -1, _id: -1 }).limit(limit).lean();
      return found.reverse().map(toMessage);
    },
    async listUntold(instanceId) {
      const found = await SimulatorMessageModel.find({ instanceId, direction: 'out', $expr: { $ne: ['$receipt', '$toldReceipt'] } })
        .sort({ at: 1, _id: 1 })
        .lean();
      return found.map(toMessage);
    },
    async advance({ id, ...filter }, receipt) {
      const lower = receiptOrder.slice(0, receiptOrder.indexOf(receipt));
      const found = await SimulatorMessageModel.find({
        ...filter,
        ...(id === undefined ? {} : { _id: id }),
        receipt: { $in: lower },
      }).lean();
      const changed: SimulatorMessage[] = [];
      for (const doc of found) {
        const { modifiedCount } = await SimulatorMessageModel.updateOne({ _id: doc._id, receipt: { $in: lower } }, { $set: { receipt } });
        if (modifiedCount > 0) changed.push({ ...toMessage(doc), receipt });
      }
      return changed;
    },
    async markTold(id, toldReceipt) {
      await SimulatorMessageModel.updateOne({ _id: id }, { $set: { toldReceipt } });
    },
    async saveMedia({ id, instanceId, mime, data }) {
      await SimulatorMediaModel.updateOne({ _id: id }, { $setOnInsert: { instanceId, mime, data: Buffer.from(data) } }, { upsert: true });
    },
    async readMedia(id) {
      const found = await SimulatorMediaModel.findById(id);
      return found && { mime: found.mime, data: new Uint8Array(found.data) };
    },
    async removeInstance(instanceId) {
      await SimulatorMessageModel.deleteMany({ instanceId });
      await SimulatorMediaModel.deleteMany({ instanceId });
      await SimulatorDeviceModel.deleteOne({ _id: instanceId });
    },
  };
}

function toMessage(doc: SimulatorMessageDoc): SimulatorMessage {
  const { _id, clientRef, ...rest } = doc;
  return {
    ...rest,
    id: _id,
    clientRef: clientRef ?? null,
    senderName: rest.senderName ?? null,
    text: rest.text ?? null,
    quoteId: rest.quoteId ?? null,
    type: rest.type as InboundType,
    media: (rest.media ?? null) as MediaRef | null,
    location: (rest.location ?? null) as SimulatorMessage['location'],
    receipt: rest.receipt as Receipt,
    toldReceipt: rest.toldReceipt as Receipt,
  };
}

function isDuplicateKey(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 11000;
}
