import type { LinkOffer } from '../engine-events.ts';
import type { Receipt } from '../engine-message.ts';
import type { SimulatorDevice, SimulatorMessage } from './simulator-store.ts';

/** What happens on the simulated network of one instance; both the engine and the customer's-phone page listen. */
export type SimulatorEvent =
  | { t: 'offer'; offer: LinkOffer }
  | { t: 'linked'; device: SimulatorDevice }
  | { t: 'unlinked'; by: 'phone' | 'engine' }
  | { t: 'message'; message: SimulatorMessage }
  | { t: 'receipt'; message: SimulatorMessage; receipt: Receipt }
  /** A customer (`by: 'customer'`) or the instance's number is writing in this chat. */
  | { t: 'typing'; chat: string; by: 'customer' | 'number'; on: boolean | 'recording' };

export type SimulatorListener = (event: SimulatorEvent) => void;

/** Listeners by instance. */
export class SimulatorBus {
  readonly #listeners = new Map<string, Set<SimulatorListener>>();

  emit(instanceId: string, event: SimulatorEvent): void {
    for (const listener of [...(this.#listeners.get(instanceId) ?? [])]) listener(event);
  }

  on(instanceId: string, listener: SimulatorListener): () => void {
    const set = this.#listeners.get(instanceId) ?? new Set();
    set.add(listener);
    this.#listeners.set(instanceId, set);
    return () => {
      set.delete(listener);
      if (set.size === 0) this.#listeners.delete(instanceId);
    };
  }
}
