import { newSecret } from '@chat-saas/contract';
import { notSent } from '../engine-error.ts';
import type { LinkMethod, LinkOffer } from '../engine-events.ts';
import type { Receipt } from '../engine-message.ts';
import { SimulatorBus } from './simulator-events.ts';
import type { SimulatorDevice, SimulatorMessage, SimulatorStore } from './simulator-store.ts';

export interface SimulatorTimings {
  /** How long one QR or code can be used before the next one replaces it. */
  offerMs: number;
  syncMs: number;
  /** From a sending to the tick of its delivery. */
  deliverMs: number;
}

const defaultTimings: SimulatorTimings = { offerMs: 20_000, syncMs: 1_000, deliverMs: 150 };

interface Line {
  offer: LinkOffer | null;
  /** The number that a pairing code was asked for. */
  codeFor: string | null;
  timer: NodeJS.Timeout | null;
  failNextSends: number;
}

/** The simulated WhatsApp: who is linked, what was written, who hears of it. Engines and phones are its clients. */
export class SimulatorServer {
  readonly store: SimulatorStore;
  readonly bus = new SimulatorBus();
  readonly timings: SimulatorTimings;
  /** Instances whose engine is connected now. */
  readonly #lines = new Map<string, Line>();
  readonly #deliveries = new Set<Promise<void>>();

  constructor(store: SimulatorStore, timings: Partial<SimulatorTimings> = {}) {
    this.store = store;
    this.timings = { ...defaultTimings, ...timings };
  }

  /** Connects the instance's engine. @returns the device that it is linked to already, if any. */
  async connect(instanceId: string): Promise<SimulatorDevice | null> {
    this.#lines.set(instanceId, { offer: null, codeFor: null, timer: null, failNextSends: 0 });
    return this.store.findDevice(instanceId);
  }

  disconnect(instanceId: string): void {
    this.#clearOffer(instanceId);
    this.#lines.delete(instanceId);
  }

  isConnected(instanceId: string): boolean {
    return this.#lines.has(instanceId);
  }

  currentOffer(instanceId: string): LinkOffer | null {
    return this.#lines.get(instanceId)?.offer ?? null;
  }

  /** Starts a new row of offers; each is replaced when it expires. */
  offer(instanceId: string, method: LinkMethod, codeFor: string | null = null): void {
    const line = this.#lines.get(instanceId);
    if (!line) return;
    this.#clearOffer(instanceId);
    line.codeFor = codeFor;
    const next = (attempt: number) => {
      const payload = method === 'qr' ? `SIM@${newSecret(26)},${instanceId}` : newSecret(8).toUpperCase();
      line.offer = { method, payload, expiresAt: Date.now() + this.timings.offerMs, attempt };
      this.bus.emit(instanceId, { t: 'offer', offer: line.offer });
      line.timer = setTimeout(() => next(attempt + 1), this.timings.offerMs);
    };
    next(1);
  }

  /** Whether this payload is the one on offer now (for a code: and asked for by this number). */
  accepts(instanceId: string, method: LinkMethod, payload: string, e164?: string): boolean {
    const line = this.#lines.get(instanceId);
    if (!line?.offer || line.offer.method !== method || line.offer.expiresAt <= Date.now()) return false;
    return line.offer.payload === payload && (method === 'qr' || line.codeFor === e164);
  }

  async link(device: SimulatorDevice): Promise<void> {
    this.#clearOffer(device.instanceId);
    await this.store.saveDevice(device);
    this.bus.emit(device.instanceId, { t: 'linked', device });
  }

  /** @returns whether it was linked. */
  async unlink(instanceId: string, by: 'phone' | 'engine'): Promise<boolean> {
    const wasLinked = await this.store.removeDevice(instanceId);
    if (wasLinked) this.bus.emit(instanceId, { t: 'unlinked', by });
    return wasLinked;
  }

  /** Stores a message and tells both ends; a message that is there already changes nothing. */
  async deliver(message: SimulatorMessage): Promise<boolean> {
    const isNew = await this.store.append(message);
    if (isNew) this.bus.emit(message.instanceId, { t: 'message', message });
    return isNew;
  }

  /** Takes an engine's sending, or refuses it when the phone side asked for refusals. */
  async accept(message: SimulatorMessage): Promise<SimulatorMessage> {
    const line = this.#lines.get(message.instanceId);
    if (line && line.failNextSends > 0) {
      line.failNextSends -= 1;
      throw notSent('refused', 'the simulated WhatsApp refused the message');
    }
    if (!(await this.deliver(message)) && message.clientRef !== null) {
      const earlier = await this.store.findByClientRef(message.instanceId, message.clientRef);
      if (earlier) return earlier;
    }
    this.#deliverLater(message);
    return message;
  }

  failNextSends(instanceId: string, count: number): void {
    const line = this.#lines.get(instanceId);
    if (line) line.failNextSends = count;
  }

  /** Moves receipts forward and tells both ends. */
  async advance(filter: { instanceId: string; chat: string; direction: 'in' | 'out'; id?: string }, receipt: Receipt): Promise<void> {
    for (const message of await this.store.advance(filter, receipt)) {
      this.bus.emit(filter.instanceId, { t: 'receipt', message, receipt });
    }
  }

  /** Ends every timer and waits for what was on its way. */
  async close(): Promise<void> {
    for (const instanceId of [...this.#lines.keys()]) this.disconnect(instanceId);
    await Promise.allSettled(this.#deliveries);
  }

  #deliverLater(message: SimulatorMessage): void {
    const { instanceId, chat, id } = message;
    const delivery = new Promise<void>((resolve) => setTimeout(resolve, this.timings.deliverMs))
      .then(() => this.advance({ instanceId, chat, direction: 'out', id }, 'delivered'))
      .finally(() => this.#deliveries.delete(delivery));
    this.#deliveries.add(delivery);
    delivery.catch(() => undefined); // the tick stays at one; the customer's view of the chat moves it on
  }

  #clearOffer(instanceId: string): void {
    const line = this.#lines.get(instanceId);
    if (!line) return;
    if (line.timer) clearTimeout(line.timer);
    line.offer = null;
    line.timer = null;
    line.codeFor = null;
  }
}
