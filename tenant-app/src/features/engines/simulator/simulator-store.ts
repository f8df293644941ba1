import type { InboundType, MediaRef, Receipt } from '../engine-message.ts';

/** The business phone that one simulated instance is linked to. */
export interface SimulatorDevice {
  instanceId: string;
  e164: string;
  name: string;
  linkedAt: number;
}

/** One message on the simulated network, kept for both ends. */
export interface SimulatorMessage {
  id: string;
  instanceId: string;
  /** The chat as the instance sees it: the customer's or the group's raw address. */
  chat: string;
  /** `in`: a customer wrote it. `out`: the instance's number did. */
  direction: 'in' | 'out';
  /** Who wrote an inbound message; differs from `chat` in a group. */
  from: string;
  senderName: string | null;
  /** Null for what was written on the business phone itself. */
  clientRef: string | null;
  type: InboundType;
  text: string | null;
  media: MediaRef | null;
  location: { lat: number; lng: number; name?: string } | null;
  quoteId: string | null;
  /** Epoch milliseconds. */
  at: number;
  receipt: Receipt;
  /** The last receipt that the instance's engine was told. */
  toldReceipt: Receipt;
}

/** What the simulated WhatsApp remembers; survives restarts. */
export interface SimulatorStore {
  findDevice(instanceId: string): Promise<SimulatorDevice | null>;
  saveDevice(device: SimulatorDevice): Promise<void>;
  /** @returns whether there was one. */
  removeDevice(instanceId: string): Promise<boolean>;
  /** @returns false when the id (or the instance's `clientRef`) is there already. */
  append(message: SimulatorMessage): Promise<boolean>;
  findByClientRef(instanceId: string, clientRef: string): Promise<SimulatorMessage | null>;
  /** Oldest first; with `chat` only that one's newest `limit`. */
  list(query: { instanceId: string; chat?: string; sinceMs?: number; limit: number }): Promise<SimulatorMessage[]>;
  /** Outbound messages whose receipt the engine has not been told. */
  listUntold(instanceId: string): Promise<SimulatorMessage[]>;
  /** Moves these messages' receipts forward to `receipt`. @returns the ones that changed. */
  advance(
    filter: { instanceId: string; chat: string; direction: 'in' | 'out'; id?: string },
    receipt: Receipt,
  ): Promise<SimulatorMessage[]>;
  markTold(id: string, receipt: Receipt): Promise<void>;
  saveMedia(media: { id: string; instanceId: string; mime: string; data: Uint8Array }): Promise<void>;
  readMedia(id: string): Promise<{ mime: string; data: Uint8Array } | null>;
  /** Forgets everything of one instance. */
  removeInstance(instanceId: string): Promise<void>;
}
