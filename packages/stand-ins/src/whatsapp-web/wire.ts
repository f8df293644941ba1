/** A message as the stand-in's server and page exchange it. */
export interface WireMessage {
  /** The short id; the library's serialized one is `<fromMe>_<chat>_<id>[_<author>]`. */
  id: string;
  chat: string;
  /** Who wrote it, in a group. */
  author?: string;
  fromMe: boolean;
  /** `chat` is text, `ptt` a voice note; else as WhatsApp names it. */
  type: string;
  /** Epoch seconds. */
  t: number;
  body?: string;
  caption?: string;
  pushname?: string;
  chatName?: string;
  mimetype?: string;
  filename?: string;
  size?: number;
  directPath?: string;
  lat?: number;
  lng?: number;
  loc?: string;
  ack?: number;
}

/** What the page handed to the server when the product sent something. */
export interface SentMessage {
  /** The library's serialized id. */
  id: string;
  to: string;
  type: string;
  body?: string;
  caption?: string;
  mimetype?: string;
  filename?: string;
  size?: number;
  directPath?: string;
  quoted?: string;
  /** Epoch seconds, by the page. */
  t: number;
  /** Epoch milliseconds, by the server. */
  at: number;
}

export interface Account {
  me: string;
  lid: string;
  pushname: string;
  contacts: { id: string; name: string }[];
  chats: { id: string; name: string; participants?: { id: string; isAdmin?: boolean }[] }[];
  sent: SentMessage[];
  /** Everything written to or by this number, oldest first: what the real page keeps in its own database. */
  history: WireMessage[];
  /** Ids in `history` that no page has got yet. */
  waiting: string[];
  seen: string[];
  failNextSends: number;
}

/** What a page tells the server. */
export type UpMessage = { link: string; token?: string } & (
  | { t: 'missing'; module: string }
  | { t: 'refreshQR' }
  | { t: 'pairingCode'; phone: string }
  | { t: 'logout' }
  | { t: 'exists'; id: string }
  | { t: 'send'; msg: Omit<SentMessage, 'at'> & { extra?: { loc?: { lat: number; lng: number; name?: string } } } }
  | { t: 'seen'; chat: string }
  | { t: 'takeover' | 'reaction' | 'edit' | 'chatstate' | 'presence' }
);

export interface LogEntry {
  at: number;
  t: string;
  [detail: string]: unknown;
}
