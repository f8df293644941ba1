import { randomBytes } from 'node:crypto';
import type { Network } from './network.ts';
import type { WhatsAppWebTimings } from './whatsapp-web.ts';
import type { Account, LogEntry, SentMessage, WireMessage } from './wire.ts';

export type Done = { ok: true } | { ok: false; error: string };

export interface InboundInput
  extends Partial<
    Pick<
      WireMessage,
      'id' | 'type' | 'body' | 'caption' | 'pushname' | 'mimetype' | 'filename' | 'fromMe' | 'lat' | 'lng' | 'loc' | 'chatName'
    >
  > {
  /** The linked phone that gets it. */
  to: string;
  /** The customer: who wrote it, or (with `fromMe`) whom it was written to. */
  from: string;
  /** Under the customer's hidden id (`@lid`), as WhatsApp does more and more. */
  hidden?: boolean;
  /** A group's whole id, `…@g.us`. */
  group?: string;
  /** Epoch milliseconds; now when absent. */
  ts?: number;
  mediaBase64?: string;
}

/** Everything that a test, or a person with curl (`POST $controlUrl/<name>` with JSON), can do from outside the product. */
export interface WhatsAppWebControl {
  /** Takes the QR that the product shows; a stale or malformed one is refused. */
  scan(input: { qr: string; phone: string }): Done;
  enterCode(input: { code: string; phone: string }): Done;
  inbound(input: InboundInput): { id: string; live: boolean };
  /** "Log out" of every device of this phone. */
  unlink(input: { phone: string }): { ok: true; live: number };
  sent(input: { phone: string }): SentMessage[];
  history(input: { phone: string }): WireMessage[];
  seen(input: { phone: string }): string[];
  state(): {
    devices: Record<string, string>;
    links: { id: string; token: string | null; ref: string }[];
    log: LogEntry[];
    missing: string[];
  };
  /** Sends a raw message to the pages of one phone, or to all: `state`, `navigate`, `crash`, `hang`, `edit`, `revoke`, … */
  push(input: { phone?: string; msg: Record<string, unknown> & { t: string } }): { pages: number };
  failSends(input: { phone: string; n: number }): Done;
  seed(input: { phone: string } & Partial<Pick<Account, 'pushname' | 'contacts' | 'chats'>>): Done;
  set(timings: Partial<WhatsAppWebTimings>): Done;
  mediaBytes(input: { path: string }): { type: string; base64: string } | null;
  dropConnections(): Done;
}

const done: Done = { ok: true };

export function createControl(network: Network): WhatsAppWebControl {
  const { state, links } = network;
  return {
    scan({ qr, phone }) {
      const parts = qr.split(',');
      const link = [...links.values()].find(({ ref, token }) => ref === parts[0] && token === null);
      if (!link) return { ok: false, error: 'qr expired or unknown' };
      if (parts.length !== 5) return { ok: false, error: 'malformed qr' };
      network.pair(link, phone);
      return done;
    },
    enterCode({ code, phone }) {
      const link = [...links.values()].find((each) => each.code === code && each.codePhone === phone);
      if (!link) return { ok: false, error: 'bad code' };
      network.pair(link, phone);
      return done;
    },
    inbound({ to, from, hidden = false, group, ts, mediaBase64, fromMe = false, ...content }) {
      const sender = hidden ? `${BigInt(from) * 7n}@lid` : `${from}@c.us`;
      const medium = mediaBase64 === undefined ? null : Buffer.from(mediaBase64, 'base64');
      const key = randomBytes(8).toString('hex');
      if (medium) state.putMedium(key, { type: content.mimetype ?? 'application/octet-stream', bytes: medium });
      return network.deliver(to, {
        type: 'chat',
        pushname: `Customer ${from}`,
        ...content,
        id: content.id ?? `3A${randomBytes(9).toString('hex').toUpperCase()}`,
        chat: group ?? sender,
        ...(group === undefined ? {} : { author: sender }),
        fromMe,
        t: Math.floor((ts ?? Date.now()) / 1000),
        ...(medium && { directPath: `/v/${key}`, size: medium.length }),
      });
    },
    unlink: ({ phone }) => ({ ok: true, live: network.unlink(phone) }),
    sent: ({ phone }) => network.account(phone).sent,
    history: ({ phone }) => network.account(phone).history,
    seen: ({ phone }) => network.account(phone).seen,
    state: () => ({
      devices: state.devices,
      links: [...links.values()].map(({ id, token, ref }) => ({ id, token, ref })),
      log: network.log,
      missing: [...network.missing],
    }),
    push({ phone, msg }) {
      const targets = phone === undefined ? [...links.values()] : network.linksOf(phone);
      for (const link of targets) network.push(link, msg);
      return { pages: targets.length };
    },
    failSends({ phone, n }) {
      network.account(phone).failNextSends = n;
      return done;
    },
    seed({ phone, ...data }) {
      Object.assign(network.account(phone), data);
      state.save();
      return done;
    },
    set(timings) {
      Object.assign(network.timings, timings);
      return done;
    },
    mediaBytes({ path }) {
      const medium = state.getMedium(path.split('/').at(-1) ?? '');
      return medium && { type: medium.type, base64: medium.bytes.toString('base64') };
    },
    dropConnections() {
      for (const link of links.values()) link.response.destroy();
      return done;
    },
  };
}
