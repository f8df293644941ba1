import type { EngineEvent, EngineListener, LaneOf } from './engine-events.ts';

const firstPauseMs = 100;
const longestPauseMs = 5_000;
const giveUpAfterMs = 600_000;

interface Subscriber {
  listener: EngineListener;
  laneOf: LaneOf;
  /** Settles when all that came before the last event without a lane, and that event itself, was accepted. */
  barrier: Promise<void>;
  /** The end of each lane that isn't empty. */
  lanes: Map<string, Promise<void>>;
  isEnded: boolean;
}

/**
 * One session's events, given to each subscriber again and again until it has accepted them: in order and one at a time within
 * a lane, lanes side by side. An event without a lane waits for all before it, and all after it wait for it.
 */
export class EventStream {
  readonly #subscribers = new Set<Subscriber>();
  readonly #onDropped: (event: EngineEvent, error: unknown) => void;

  /** @param onDropped hears of an event that a subscriber refused for ten minutes; the stream goes on without it. */
  constructor(onDropped: (event: EngineEvent, error: unknown) => void) {
    this.#onDropped = onDropped;
  }

  /** @returns a promise that settles when every subscriber has accepted the event (or was ended). */
  async push(event: EngineEvent): Promise<void> {
    await Promise.all([...this.#subscribers].map((subscriber) => this.#enqueue(subscriber, event)));
  }

  /** @param laneOf null, as for all without it: the event is one that the others wait for. */
  subscribe(listener: EngineListener, laneOf: LaneOf = () => null): () => void {
    const subscriber: Subscriber = { listener, laneOf, barrier: Promise.resolve(), lanes: new Map(), isEnded: false };
    this.#subscribers.add(subscriber);
    return () => {
      subscriber.isEnded = true;
      this.#subscribers.delete(subscriber);
    };
  }

  #enqueue(subscriber: Subscriber, event: EngineEvent): Promise<void> {
    const { lanes, laneOf } = subscriber;
    const lane = laneOf(event);
    const deliver = () => this.#deliver(subscriber, event);
    if (lane === null) {
      subscriber.barrier = Promise.all([subscriber.barrier, ...lanes.values()]).then(deliver);
      lanes.clear();
      return subscriber.barrier;
    }
    const end = (lanes.get(lane) ?? subscriber.barrier).then(deliver).then(() => {
      if (lanes.get(lane) === end) lanes.delete(lane);
    });
    lanes.set(lane, end);
    return end;
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
