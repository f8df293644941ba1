import { newId } from '@chat-saas/contract';
import type { LinkOffer } from '../engine-events.ts';
import { type InboundType, type MediaRef, peerFromRaw, userPeer } from '../engine-message.ts';
import { type SimulatorCustomer, seedCustomers, simulatedNumber } from './simulator-customers.ts';
import type { SimulatorListener } from './simulator-events.ts';
import type { SimulatorServer } from './simulator-server.ts';
import type { SimulatorDevice, SimulatorMessage } from './simulator-store.ts';

export type LinkResult = { ok: true; device: SimulatorDevice } | { ok: false; code: 'LINK_EXPIRED' | 'ALREADY_LINKED' | 'NOT_WAITING' };
export type CustomerSendResult = { ok: true; message: SimulatorMessage } | { ok: false; code: 'NOT_LINKED' };

export type CustomerContent =
  | { type: 'text'; text: string }
  | {
      type: 'image' | 'video' | 'audio' | 'voice' | 'document' | 'sticker';
      data: Uint8Array;
      mime: string;
      filename?: string;
      caption?: string;
    }
  | { type: 'location'; lat: number; lng: number; name?: string }
  | { type: 'contact'; text: string };

export interface CustomerMessage {
  instanceId: string;
  /** The customer's phone number; any punctuation. */
  from: string;
  name?: string;
  content: CustomerContent;
  /** Written in a group that the instance's number is in: its id without `@g.us`. */
  group?: string;
  quoteId?: string;
  /** Repeating an id delivers nothing twice. */
  id?: string;
}

const customerWindow = 5_000;

/** The phones of the simulated WhatsApp: the business's own (links, unlinks) and every customer's. */
export class SimulatorPhone {
  readonly #server: SimulatorServer;

  constructor(server: SimulatorServer) {
    this.#server = server;
  }

  /** Everything that happens on this instance's network, live. @returns the function that ends it. */
  onEvent(instanceId: string, listener: SimulatorListener): () => void {
    return this.#server.bus.on(instanceId, listener);
  }

  device(instanceId: string): Promise<SimulatorDevice | null> {
    return this.#server.store.findDevice(instanceId);
  }

  /** The QR or code that is on the screen now; null when none is. */
  offer(instanceId: string): LinkOffer | null {
    return this.#server.currentOffer(instanceId);
  }

  /** Scans what the product shows; only the QR on offer now is taken. */
  scan(instanceId: string, qr: string, name?: string): Promise<LinkResult> {
    return this.#link(instanceId, name, this.#server.accepts(instanceId, 'qr', qr), simulatedNumber(instanceId));
  }

  /** Types a pairing code on the phone with this number. */
  enterCode(instanceId: string, code: string, e164: string, name?: string): Promise<LinkResult> {
    const number = e164.replace(/\D/g, '');
    return this.#link(
      instanceId,
      name,
      this.#server.accepts(instanceId, 'code', code.replace(/[^\dA-Za-z]/g, '').toUpperCase(), number),
      number,
    );
  }

  /** "Linked devices → log out" on the business phone. @returns whether it was linked. */
  unlink(instanceId: string): Promise<boolean> {
    return this.#server.unlink(instanceId, 'phone');
  }

  /** A customer writes. It is kept when the engine is away, and found by its `catchUp`. */
  async customerSend(message: CustomerMessage): Promise<CustomerSendResult> {
    if (!(await this.device(message.instanceId))) return { ok: false, code: 'NOT_LINKED' };
    const from = userPeer(message.from).raw;
    const chat = message.group === undefined ? from : `${message.group}@g.us`;
    const record = await this.#record(message, { direction: 'in', chat, from, senderName: message.name ?? nameOf(from) });
    await this.#server.deliver(record);
    if (this.#server.isConnected(message.instanceId)) {
      await this.#server.advance({ instanceId: message.instanceId, chat, direction: 'in', id: record.id }, 'delivered');
    }
    return { ok: true, message: record };
  }

  /** The owner answers a customer on the business phone itself, past the product. */
  async ownerSend(message: Omit<CustomerMessage, 'from' | 'name'> & { to: string }): Promise<CustomerSendResult> {
    const device = await this.device(message.instanceId);
    if (!device) return { ok: false, code: 'NOT_LINKED' };
    const record = await this.#record(message, {
      direction: 'out',
      chat: userPeer(message.to).raw,
      from: userPeer(device.e164).raw,
      senderName: device.name,
    });
    await this.#server.deliver(record);
    return { ok: true, message: record };
  }

  customerTyping(instanceId: string, from: string, on: boolean | 'recording'): void {
    this.#server.bus.emit(instanceId, { t: 'typing', chat: userPeer(from).raw, by: 'customer', on });
  }

  /** The customer looks at the chat: what the instance sent there is read now. */
  async customerViewed(instanceId: string, from: string): Promise<void> {
    await this.#server.advance({ instanceId, chat: userPeer(from).raw, direction: 'out' }, 'read');
  }

  /** One customer's chat, oldest first. */
  thread(instanceId: string, from: string, limit = 200): Promise<SimulatorMessage[]> {
    return this.#server.store.list({ instanceId, chat: userPeer(from).raw, limit });
  }

  /** Whoever wrote or was written to, newest chat first, then the people of the demo who have not. */
  async customers(instanceId: string): Promise<(SimulatorCustomer & { lastMessage: SimulatorMessage | null })[]> {
    const found = new Map<string, SimulatorCustomer & { lastMessage: SimulatorMessage | null }>();
    const messages = await this.#server.store.list({ instanceId, limit: customerWindow });
    for (const message of messages.reverse()) {
      const { kind, e164 } = peerFromRaw(message.chat);
      if (kind !== 'user' || e164 === undefined) continue;
      const known = found.get(e164);
      const ownName = message.direction === 'in' ? message.senderName : null;
      if (!known) found.set(e164, { e164, name: ownName ?? nameOf(message.chat), lastMessage: message });
      else if (ownName !== null && known.name === nameOf(message.chat)) known.name = ownName;
    }
    const others = seedCustomers.filter(({ e164 }) => !found.has(e164)).map((customer) => ({ ...customer, lastMessage: null }));
    return [...found.values(), ...others];
  }

  media(handle: string): Promise<{ mime: string; data: Uint8Array } | null> {
    return this.#server.store.readMedia(handle);
  }

  /** The next sendings of the instance are refused by the network. */
  failNextSends(instanceId: string, count: number): void {
    this.#server.failNextSends(instanceId, count);
  }

  /** Forgets an instance that was removed. */
  async forget(instanceId: string): Promise<void> {
    await this.unlink(instanceId);
    await this.#server.store.removeInstance(instanceId);
  }

  async #link(instanceId: string, name: string | undefined, isAccepted: boolean, e164: string): Promise<LinkResult> {
    if (await this.device(instanceId)) return { ok: false, code: 'ALREADY_LINKED' };
    if (!this.#server.currentOffer(instanceId)) return { ok: false, code: 'NOT_WAITING' };
    if (!isAccepted) return { ok: false, code: 'LINK_EXPIRED' };
    const device: SimulatorDevice = { instanceId, e164, name: name ?? 'Celular da empresa', linkedAt: Date.now() };
    await this.#server.link(device);
    return { ok: true, device };
  }

  async #record(
    { instanceId, content, quoteId, id = newId() }: Pick<CustomerMessage, 'instanceId' | 'content' | 'quoteId' | 'id'>,
    end: Pick<SimulatorMessage, 'direction' | 'chat' | 'from' | 'senderName'>,
  ): Promise<SimulatorMessage> {
    return {
      ...end,
      id,
      instanceId,
      clientRef: null,
      quoteId: quoteId ?? null,
      at: Date.now(),
      receipt: 'server',
      toldReceipt: 'server',
      ...(await this.#content(instanceId, id, content)),
    };
  }

  async #content(
    instanceId: string,
    id: string,
    content: CustomerContent,
  ): Promise<{ type: InboundType; text: string | null; media: MediaRef | null; location: SimulatorMessage['location'] }> {
    if (content.type === 'text' || content.type === 'contact')
      return { type: content.type, text: content.text, media: null, location: null };
    if (content.type === 'location') {
      const { lat, lng, name } = content;
      return { type: 'location', text: name ?? null, media: null, location: { lat, lng, ...(name === undefined ? {} : { name }) } };
    }
    const { type, data, mime, filename, caption } = content;
    await this.#server.store.saveMedia({ id, instanceId, mime, data });
    const media = { mime, handle: id, bytes: data.byteLength, ...(filename === undefined ? {} : { filename }) };
    return { type, text: caption ?? null, media, location: null };
  }
}

function nameOf(raw: string): string {
  const { e164 } = peerFromRaw(raw);
  return seedCustomers.find((customer) => customer.e164 === e164)?.name ?? `+${e164 ?? raw}`;
}
