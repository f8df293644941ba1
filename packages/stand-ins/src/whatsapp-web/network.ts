import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { StateFolder } from './state-folder.ts';
import type { WhatsAppWebTimings } from './whatsapp-web.ts';
import type { Account, LogEntry, SentMessage, UpMessage, WireMessage } from './wire.ts';

/** One open page. */
export interface Link {
  id: string;
  response: ServerResponse;
  /** The first part of the QR on its screen. */
  ref: string;
  refs: number;
  timer: NodeJS.Timeout | null;
  token: string | null;
  code: string | null;
  codePhone: string | null;
}

const historyLimit = 5_000;
const ackDelays = [
  [150, 2],
  [300, 3],
] as const;

/** WhatsApp's server: pages that are open, devices that are linked, messages on their way. */
export class Network {
  readonly links = new Map<string, Link>();
  readonly log: LogEntry[] = [];
  readonly missing = new Set<string>();
  readonly state: StateFolder;
  readonly timings: WhatsAppWebTimings;
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(state: StateFolder, timings: WhatsAppWebTimings) {
    this.state = state;
    this.timings = timings;
  }

  note(t: string, detail: Record<string, unknown> = {}): void {
    this.log.push({ at: Date.now(), t, ...detail });
  }

  account(phone: string): Account {
    this.state.accounts[phone] ??= {
      me: `${phone}@c.us`,
      lid: `${BigInt(phone) * 7n}@lid`,
      pushname: `Phone ${phone}`,
      contacts: [],
      chats: [],
      sent: [],
      history: [],
      waiting: [],
      seen: [],
      failNextSends: 0,
    };
    return this.state.accounts[phone];
  }

  push(link: Link, message: unknown): void {
    link.response.write(`data: ${JSON.stringify(message)}\n\n`);
  }

  linksOf(phone: string): Link[] {
    return [...this.links.values()].filter((link) => link.token !== null && this.state.devices[link.token] === phone);
  }

  /** A page has connected, with the token of its device or none. */
  open(id: string, token: string, response: ServerResponse): void {
    const link: Link = { id, response, ref: '', refs: 0, timer: null, token: null, code: null, codePhone: null };
    this.links.set(id, link);
    response.on('close', () => {
      if (link.timer) clearInterval(link.timer);
      if (this.links.get(id) === link) this.links.delete(id);
    });
    const phone = this.state.devices[token];
    if (phone !== undefined) {
      link.token = token;
      this.note('restored', { phone });
      this.push(link, { t: 'restored', account: this.#snapshot(phone) });
    } else if (token) {
      this.note('revoked-on-connect');
      this.push(link, { t: 'revoked' });
    } else {
      this.push(link, { t: 'unpaired', ref: this.#newRef(link) });
      this.#rotate(link);
    }
  }

  pair(link: Link, phone: string): void {
    const token = randomBytes(12).toString('hex');
    this.state.devices[token] = phone;
    link.token = token;
    if (link.timer) clearInterval(link.timer);
    this.state.save();
    this.note('paired', { phone });
    this.push(link, { t: 'paired', token, account: this.#snapshot(phone) });
  }

  unlink(phone: string): number {
    const live = this.linksOf(phone);
    for (const [token, owner] of Object.entries(this.state.devices)) if (owner === phone) delete this.state.devices[token];
    this.state.save();
    for (const link of live) this.push(link, { t: 'revoked' });
    return live.length;
  }

  /** Puts a message into a phone's history and shows it to its open pages; one with a known id changes nothing. */
  deliver(phone: string, message: WireMessage): { id: string; live: boolean } {
    const account = this.account(phone);
    const live = this.linksOf(phone);
    const id = [message.fromMe, message.chat, message.id, ...(message.author ? [message.author] : [])].join('_');
    if (account.history.some((known) => known.id === message.id)) return { id, live: live.length > 0 };
    this.#keep(account, message);
    if (live.length === 0) account.waiting.push(message.id);
    for (const link of live) this.push(link, { t: 'inbound', msg: message });
    this.state.save();
    return { id, live: live.length > 0 };
  }

  /** @returns the answer to the page. */
  receive(up: UpMessage): object {
    const phone = up.token === undefined ? undefined : this.state.devices[up.token];
    const link = this.links.get(up.link);
    switch (up.t) {
      case 'missing':
        this.missing.add(up.module);
        this.note('missing', { module: up.module });
        return {};
      case 'refreshQR':
        this.note('refreshQR', { link: up.link });
        if (!link || link.token) return {};
        link.refs = 0;
        this.push(link, { t: 'ref', ref: this.#newRef(link) });
        this.#rotate(link);
        return {};
      case 'pairingCode':
        if (!link) return {};
        link.code = randomBytes(12)
          .toString('base64url')
          .replace(/[^A-Z0-9]/gi, 'X')
          .slice(0, 8)
          .toUpperCase();
        link.codePhone = up.phone;
        return { code: link.code };
      case 'logout':
        if (phone === undefined || up.token === undefined) return {};
        delete this.state.devices[up.token];
        this.state.save();
        this.note('logout', { phone });
        return {};
      case 'exists':
        return { exists: isOnWhatsApp(up.id), id: up.id };
      case 'send':
        return phone === undefined ? { ok: false } : this.#send(phone, up.msg);
      case 'seen':
        if (phone !== undefined) this.account(phone).seen.push(up.chat);
        return {};
      default:
        this.note(up.t, { phone, data: up });
        return {};
    }
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    for (const link of this.links.values()) {
      if (link.timer) clearInterval(link.timer);
      link.response.destroy();
    }
  }

  #send(
    phone: string,
    { extra, ...msg }: Omit<SentMessage, 'at'> & { extra?: { loc?: { lat: number; lng: number; name?: string } } },
  ): object {
    const account = this.account(phone);
    if (account.failNextSends > 0) {
      account.failNextSends -= 1;
      this.note('send-failed', { phone });
      return { ok: false };
    }
    account.sent.push({ ...msg, at: Date.now() });
    const { id: serialized, to, quoted: _quoted, ...content } = msg;
    const place = extra?.loc && { lat: extra.loc.lat, lng: extra.loc.lng, ...(extra.loc.name && { loc: extra.loc.name }) };
    const kept: WireMessage = { ...content, ...place, id: serialized.split('_')[2] ?? serialized, chat: to, fromMe: true, ack: 1 };
    this.#keep(account, kept);
    this.state.save();
    this.note('send', { phone, to });
    for (const [delayMs, ack] of ackDelays) {
      this.#later(delayMs, () => {
        kept.ack = ack;
        this.state.save();
        for (const link of this.linksOf(phone)) this.push(link, { t: 'ack', id: serialized, ack });
      });
    }
    const peer = to.split('@')[0] ?? '';
    if (this.state.accounts[peer] && peer !== phone) {
      this.deliver(peer, { ...kept, chat: `${phone}@c.us`, fromMe: false, pushname: account.pushname });
    }
    return { ok: true };
  }

  /** What a page gets when it comes online; from then on nothing waits. */
  #snapshot(phone: string): object {
    const { me, lid, pushname, contacts, chats, history, waiting } = this.account(phone);
    const missed = new Set(waiting.splice(0));
    this.state.save();
    return {
      ...{ me, lid, pushname, contacts, chats },
      history: history.filter(({ id }) => !missed.has(id)),
      offline: history.filter(({ id }) => missed.has(id)),
      syncMs: this.timings.syncMs,
      offlineAfterMs: this.timings.offlineAfterMs,
    };
  }

  #keep(account: Account, message: WireMessage): void {
    account.history.push(message);
    if (account.history.length > historyLimit) account.history.shift();
  }

  #newRef(link: Link): string {
    link.ref = `2@${randomBytes(33).toString('base64')}`;
    link.refs += 1;
    return link.ref;
  }

  #rotate(link: Link): void {
    if (link.timer) clearInterval(link.timer);
    const timer = setInterval(() => {
      if (link.token) return clearInterval(timer);
      if (link.refs < this.timings.maxRefs) return this.push(link, { t: 'ref', ref: this.#newRef(link) });
      clearInterval(timer);
      this.note('idle', { link: link.id });
      this.push(link, { t: 'idle' });
    }, this.timings.refMs);
    link.timer = timer;
  }

  #later(delayMs: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, delayMs);
    this.#timers.add(timer);
  }
}

function isOnWhatsApp(id: string): boolean {
  return id.endsWith('@g.us') || /^(?!000)\d{8,15}@/.test(id);
}
