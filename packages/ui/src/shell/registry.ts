import { type RefObject, useEffect, useRef } from 'react';

/** A list that mounted components add to. It is read when it is needed (a key, an open palette), so nothing renders when it changes. */
export class Registry<Item> {
  readonly #sources = new Set<RefObject<Item[]>>();

  add(source: RefObject<Item[]>): () => void {
    this.#sources.add(source);
    return () => void this.#sources.delete(source);
  }

  /** Later sources first: what is nearer to the person wins. */
  all(): Item[] {
    return [...this.#sources].reverse().flatMap((source) => source.current);
  }
}

/** Keeps a component's items in a registry while it is on the screen. */
export function useRegistered<Item>(registry: Registry<Item>, items: Item[]): void {
  const latest = useRef(items);
  useEffect(() => {
    latest.current = items;
  });
  useEffect(() => registry.add(latest), [registry]);
}
