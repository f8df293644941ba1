import type { Instance } from '../instances/instance.contract.ts';

/** One message as a customer's phone shows it. */
export interface PhoneMessage {
  id: string;
  /** The customer wrote it. */
  isMine: boolean;
  type: string;
  text: string | null;
  media: { mime: string; filename: string | null } | null;
  at: string;
  receipt: string;
}
export interface PhoneCustomer {
  phone: string;
  name: string;
  last: PhoneMessage | null;
  /** The business wrote something that this customer has not looked at. */
  isUnread: boolean;
}
export interface PhoneState {
  /** `off` needs a start; `waiting` shows what can be scanned or typed; `linked` takes messages. */
  stage: 'off' | 'starting' | 'waiting' | 'syncing' | 'linked';
  percent: number | null;
  offer: { method: 'qr' | 'code'; payload: string } | null;
  number: string | null;
  customers: PhoneCustomer[];
}

/** What the phone of the simulated WhatsApp keeps of a message; a part of it is enough here. */
interface Stored {
  id: string;
  direction: 'in' | 'out';
  type: string;
  text: string | null;
  media: { mime: string; filename?: string } | null;
  at: number;
  receipt: string;
}

export const messageView = ({ id, direction, type, text, media, at, receipt }: Stored): PhoneMessage => ({
  id,
  isMine: direction === 'in',
  type,
  text,
  media: media && { mime: media.mime, filename: media.filename ?? null },
  at: new Date(at).toISOString(),
  receipt,
});

export const customerView = ({ e164, name, lastMessage }: { e164: string; name: string; lastMessage: Stored | null }): PhoneCustomer => ({
  phone: e164,
  name,
  last: lastMessage && messageView(lastMessage),
  isUnread: lastMessage?.direction === 'out' && !['read', 'played'].includes(lastMessage.receipt),
});

const STAGES: Record<Instance['state'], PhoneState['stage']> = {
  stopped: 'off',
  logged_out: 'off',
  failed: 'off',
  blocked: 'off',
  starting: 'starting',
  backoff: 'starting',
  awaiting_link: 'waiting',
  syncing: 'syncing',
  degraded: 'linked',
  ready: 'linked',
};

/** Whose number is linked already takes messages, even while its session is away: they are caught up. */
export const stageOf = (state: Instance['state'], isLinked: boolean): PhoneState['stage'] =>
  isLinked && state !== 'syncing' ? 'linked' : STAGES[state];
