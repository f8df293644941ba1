/** Canonical address. Adapters translate to the network's ids (`@c.us`, `@g.us`, …) and back; nothing above them reads `raw`. */
export interface Peer {
  kind: 'user' | 'group' | 'status' | 'channel';
  /** Digits only, with the country code; absent where the network hides it. */
  e164?: string;
  /** Stable within one engine session; the key of a chat. */
  raw: string;
}

export type MediaKind = 'image' | 'video' | 'audio' | 'voice' | 'document' | 'sticker';

/** Where a message's bytes are; only the engine's `fetchMedia` reads `handle`. */
export interface MediaRef {
  mime: string;
  handle: string;
  bytes?: number;
  filename?: string;
}

export type OutboundContent =
  | { type: 'text'; text: string }
  | { type: 'media'; kind: MediaKind; data: Uint8Array; mime: string; filename?: string; caption?: string }
  | { type: 'location'; lat: number; lng: number; name?: string };

export interface OutboundMessage {
  /** The caller's own unique id of this sending; a second `send` with it answers the first one's result. */
  clientRef: string;
  to: Peer;
  content: OutboundContent;
  /** Provider id of the message that is answered. */
  quoteId?: string;
}

/** "Accepted by WhatsApp's server", not "delivered": receipts tell the rest. */
export interface SendResult {
  id: string;
  acceptedAt: number;
}

export type InboundType = 'text' | MediaKind | 'location' | 'contact' | 'unsupported';

export interface InboundMessage {
  /** The provider's id, unique within the session. The same message may come more than once (live, catch-up): the caller's unique key decides. */
  id: string;
  chat: Peer;
  sender: Peer;
  senderName?: string;
  isGroup: boolean;
  /** Written on the linked phone (or sent by this engine and found again by `catchUp`). */
  fromMe: boolean;
  /** Epoch milliseconds by the network's clock. */
  at: number;
  type: InboundType;
  /** The text, or a medium's caption. */
  text?: string;
  media?: MediaRef;
  location?: { lat: number; lng: number; name?: string };
  quoteId?: string;
  /** `catchup`: arrived while nobody listened. */
  origin: 'live' | 'catchup';
}

export type Receipt = 'server' | 'delivered' | 'read' | 'played' | 'failed';

/** The chat with one phone number, whatever punctuation it is written with. */
export function userPeer(phone: string): Peer {
  const e164 = phone.replace(/\D/g, '');
  return { kind: 'user', e164, raw: `${e164}@c.us` };
}

/** The peer behind a WhatsApp id such as `5511999990000@c.us` or `1203…@g.us`. */
export function peerFromRaw(raw: string): Peer {
  const [user = '', server = ''] = raw.split('@');
  if (server === 'g.us') return { kind: 'group', raw };
  if (server === 'broadcast') return { kind: 'status', raw };
  if (server === 'newsletter') return { kind: 'channel', raw };
  if (server === 'lid') return { kind: 'user', raw };
  return { kind: 'user', e164: user.replace(/\D/g, ''), raw };
}
