import type { EngineEvent, EngineListener } from './engine-events.ts';

const firstPauseMs = 100;
const longestPauseMs = 5_000;
const giveUpAfterMs = 600_000;

interface Entry {
  event: EngineEvent;
  settle: () => void;
}

interface Subscriber {
  listener: EngineListener;
  queue: Entry[];
  isPumping: boolean;
  isEnded: boolean;
}

/** One session's events, given to each subscriber in order, one at a time, again and again until it has accepted them. */
export class EventStream {
  readonly #subscribers = new Set<Subscriber>();
  readonly #onDropped: (event: EngineEvent, error: unknown) => void;

  /** @param onDropped hears of an event that a subscriber refused for ten minutes; the stream goes on without it. */
  constructor(onDropped: (event: EngineEvent, error: unknown) => void) {
    this.#onDropped = onDropped;
  }

  /** @returns a promise that settles when every subscriber has accepted the event (or was ended). */
  async push(event: EngineEvent): Promise<void> {
    const waits = [...this.#subscribers].map(
      (subscriber) =>
        new Promise<void>((settle) => {
          subscriber.queue.push({ event, settle });
          void this.#pump(subscriber);
        }),
    );
    await Promise.all(waits);
  }

  subscribe(listener: EngineListener): () => void {
    const subscriber: Subscriber = { listener, queue: [], isPumping: false, isEnded: false };
    this.#subscribers.add(subscriber);
    return () => {
      subscriber.isEnded = true;
      this.#subscribers.delete(subscriber);
      for (const { settle } of subscriber.queue.splice(0)) settle();
    };
  }

  async #pump(subscriber: Subscriber): Promise<void> {
    if (subscriber.isPumping) return;
    subscriber.isPumping = true;
    for (let entry = subscriber.queue.shift(); entry; entry = subscriber.queue.shift()) {
      await this.#deliver(subscriber, entry.event);
      entry.settle();
    }
    subscriber.isPumping = false;
  }

  async #deliver(subscriber: Subscriber, event: EngineEvent): Promise<void> {
    const startedAt = Date.now();
    for (let pauseMs = firstPauseMs; !subscriber.isEnded; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      try {
        return await subscriber.listener(event);
      } catch (error) {
        if (Date.now() - startedAt > giveUpAfterMs) return this.#onDropped(event, error);
      }
      await new Promise<void>((resolve) => setTimeout(resolve, pauseMs).unref());
    }
  }
}
