import { EngineError, notSent, toEngineError } from '../engine-error.ts';
import type { InboundMessage, MediaRef, OutboundMessage, Peer, SendResult } from '../engine-message.ts';
import { peerFromRaw } from '../engine-message.ts';
import type { SendOnce } from '../send-once.ts';
import { AddressBook } from './address-book.ts';
import { settled, withDeadline } from './deadline.ts';
import type { WebClient, WebMessage } from './whatsapp-web-client.ts';
import { isSameContent, rawOf, toInbound, toOutbound } from './whatsapp-web-message.ts';
import type { EngineTimings } from './whatsapp-web-options.ts';
import { chatsSince } from './whatsapp-web-page.ts';

const firstPage = 50;
const longestPage = 1_600;

/** What one open page does for the engine: every question to it has a deadline and ends in an EngineError. */
export class Mailbox {
  readonly #client: WebClient;
  readonly #book: AddressBook;
  readonly #sends: SendOnce;
  readonly #timings: EngineTimings;
  /** Sendings that the page has not answered, whether or not their deadline is over. */
  readonly #unanswered = new Map<string, Promise<unknown>>();
  constructor(client: WebClient, sends: SendOnce, timings: EngineTimings) {
    this.#client = client;
    this.#book = new AddressBook(client);
    this.#sends = sends;
    this.#timings = timings;
  }

  async send(message: OutboundMessage): Promise<SendResult> {
    const address = await this.#addressOf(message.to);
    const { content, options } = toOutbound(message);
    const sending = this.#client.sendMessage(address, content, options) as Promise<WebMessage | undefined>;
    this.#remember(message.clientRef, sending);
    const deadlineMs = message.content.type === 'media' ? this.#timings.sendMediaMs : this.#timings.sendMs;
    const late = () => new EngineError({ code: 'timeout', message: 'WhatsApp did not confirm the message in time', outcome: 'unknown' });
    const sent = await withDeadline(sending, deadlineMs, late).catch((thrown: unknown) => {
      throw toEngineError(thrown, 'engine_crashed', 'unknown');
    });
    if (!sent) throw notSent('invalid_recipient', 'this number is not on WhatsApp');
    if (sent.ack === -1) throw notSent('refused', 'WhatsApp refused the message');
    return { id: sent.id._serialized, acceptedAt: Date.now() };
  }

  /** The message as it is announced; null for what is none. */
  async inbound(message: WebMessage, origin: InboundMessage['origin']): Promise<InboundMessage | null> {
    const inbound = toInbound(message, origin, this.#client.info?.wid._serialized ?? '');
    if (!inbound) return null;
    return { ...inbound, chat: await this.#book.canonical(inbound.chat), sender: await this.#book.canonical(inbound.sender) };
  }

  /** Lets the echo of an own sending be told from what was written on the phone. */
  async sendsAnswered(deadlineMs: number): Promise<void> {
    await settled(Promise.all([this.#sends.idle(), Promise.allSettled(this.#unanswered.values())]), deadlineMs);
  }

  async findSent(
    { clientRef, to, content }: OutboundMessage,
    { sinceMs, excludeIds }: { sinceMs: number; excludeIds: readonly string[] },
  ): Promise<SendResult | null> {
    const unanswered = this.#unanswered.get(clientRef);
    if (unanswered && !(await settled(unanswered, this.#timings.callMs)))
      throw notSent('timeout', 'the page is still busy with this message');
    const address = await this.#addressOf(to);
    const found = await this.#history(address, sinceMs, this.#timings.callMs);
    const match = found.find(
      (message) => message.fromMe && message.ack !== -1 && !excludeIds.includes(message.id._serialized) && isSameContent(message, content),
    );
    const result = match ? { id: match.id._serialized, acceptedAt: match.timestamp * 1000 } : null;
    this.#sends.settle(clientRef, result);
    return result;
  }

  async catchUp(sinceMs: number): Promise<InboundMessage[]> {
    const found: InboundMessage[] = [];
    for (const chat of await chatsSince(this.#client, sinceMs / 1000, this.#timings.callMs)) {
      for (const message of await this.#history(chat, sinceMs, this.#timings.catchUpMs)) {
        const inbound = await this.inbound(message, 'catchup');
        if (inbound) found.push(inbound);
      }
    }
    return found.sort((a, b) => a.at - b.at);
  }

  async markRead(chat: Peer): Promise<void> {
    await this.#ask(this.#client.sendSeen(chat.raw));
  }

  async setTyping(chat: Peer, on: boolean | 'recording'): Promise<void> {
    const open = await this.#ask(this.#client.getChatById(chat.raw));
    if (on === 'recording') await this.#ask(open.sendStateRecording());
    else await this.#ask<unknown>(on ? open.sendStateTyping() : open.clearState());
  }

  async checkNumber(e164: string): Promise<{ exists: boolean; peer?: Peer }> {
    const found = await this.#ask(this.#client.getNumberId(e164.replace(/\D/g, '')));
    return found ? { exists: true, peer: peerFromRaw(found._serialized) } : { exists: false };
  }

  async fetchMedia({ handle }: MediaRef, { maxBytes }: { maxBytes: number }): Promise<{ mime: string; data: Uint8Array }> {
    const message = await this.#ask(this.#client.getMessageById(handle) as Promise<WebMessage | null>);
    if (!message?.hasMedia) throw notSent('media_unavailable', 'the message or its file is gone');
    const announced = rawOf(message).size ?? 0;
    if (announced > maxBytes) throw notSent('media_too_large', `the file has ${announced} bytes`);
    const media = await this.#ask(
      message.downloadMedia() as Promise<{ mimetype: string; data: string } | undefined>,
      this.#timings.sendMediaMs,
    ).catch((thrown: unknown) => {
      throw toEngineError(thrown, 'media_unavailable');
    });
    if (!media) throw notSent('media_unavailable', 'WhatsApp does not have the file any more');
    const data = new Uint8Array(Buffer.from(media.data, 'base64'));
    if (data.byteLength > maxBytes) throw notSent('media_too_large', `the file has ${data.byteLength} bytes`);
    return { mime: media.mimetype, data };
  }

  /** One chat's messages since then, oldest first. */
  async #history(address: string, sinceMs: number, deadlineMs: number): Promise<WebMessage[]> {
    const since = Math.floor(sinceMs / 1000);
    const chat = await this.#ask(this.#client.getChatById(address));
    for (let limit = firstPage; ; limit *= 2) {
      const messages = await this.#ask(chat.fetchMessages({ limit }), deadlineMs);
      const recent = messages.filter(({ timestamp }) => timestamp >= since).sort((a, b) => a.timestamp - b.timestamp);
      if (recent.length < limit || limit >= longestPage) return recent;
    }
  }

  async #addressOf(peer: Peer): Promise<string> {
    const address = await this.#book.addressOf(peer, (e164) => this.checkNumber(e164));
    if (address === null) throw notSent('invalid_recipient', 'this number is not on WhatsApp');
    return address;
  }

  #remember(clientRef: string, sending: Promise<WebMessage | undefined>): void {
    const answered = sending.then(
      (sent) => {
        if (sent && sent.ack !== -1) this.#sends.settle(clientRef, { id: sent.id._serialized, acceptedAt: Date.now() });
      },
      () => undefined, // `send` rejects with it; here only the end counts
    );
    this.#unanswered.set(clientRef, answered);
    void answered.finally(() => this.#unanswered.delete(clientRef));
  }

  async #ask<T>(question: Promise<T>, deadlineMs: number = this.#timings.callMs): Promise<T> {
    const late = () => notSent('timeout', `WhatsApp Web did not answer within ${deadlineMs} ms`);
    return withDeadline(question, deadlineMs, late).catch((thrown: unknown) => {
      throw toEngineError(thrown, 'engine_crashed');
    });
  }
}
