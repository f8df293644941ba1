import type { WhatsAppEngine } from '../engine.ts';
import type { EngineEvent, EngineEventBody, EngineEventOf } from '../engine-events.ts';
import type { InboundMessage } from '../engine-message.ts';
import type { SessionState } from '../engine-state.ts';

const patienceMs = 20_000;

/** Everything that an engine told, with ways to wait for what it should tell. */
export class EventRecorder {
  readonly events: EngineEvent[] = [];
  readonly #engine: WhatsAppEngine;

  constructor(engine: WhatsAppEngine) {
    this.#engine = engine;
    engine.onEvent((event) => {
      this.events.push(event);
    });
  }

  of<T extends EngineEventBody['t']>(t: T): EngineEventOf<T>[] {
    return this.events.filter((event): event is EngineEventOf<T> => event.t === t);
  }

  states(): SessionState[] {
    return this.of('state').map(({ state }) => state);
  }

  messages(): InboundMessage[] {
    return this.of('message').map(({ message }) => message);
  }

  receipts(id: string): string[] {
    return this.of('receipt')
      .filter((event) => event.id === id)
      .map(({ receipt }) => receipt);
  }

  async state(state: SessionState, ms = patienceMs): Promise<void> {
    await until(
      () => this.#engine.snapshot().state === state,
      ms,
      () => `state ${state}; saw ${this.states().join(' ')}`,
    );
  }

  /** The first message that fits. */
  async message(fits: (message: InboundMessage) => boolean, ms = patienceMs): Promise<InboundMessage> {
    await until(
      () => this.messages().some(fits),
      ms,
      () => `a message; saw ${JSON.stringify(this.messages())}`,
    );
    return this.messages().find(fits)!;
  }

  async receipt(id: string, receipt: string): Promise<void> {
    await until(
      () => this.receipts(id).includes(receipt),
      patienceMs,
      () => `receipt ${receipt}; saw ${this.receipts(id).join(' ')}`,
    );
  }

  /** The newest offer that is not this one. */
  async offer(not = ''): Promise<EngineEventOf<'link'>> {
    const newest = () => this.of('link').at(-1);
    await until(
      () => (newest()?.payload ?? not) !== not,
      patienceMs,
      () => `an offer; states ${this.states().join(' ')}`,
    );
    return newest()!;
  }
}

export async function until(holds: () => boolean, ms: number, what: () => string): Promise<void> {
  const deadline = Date.now() + ms;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`waited ${ms} ms for ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
