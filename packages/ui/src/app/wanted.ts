import { useSyncExternalStore } from 'react';

/** A part of the page that is loaded when it is first asked for: `want()` from anywhere, `useWanted()` where it stands. */
export function createWanted() {
  const listeners = new Set<() => void>();
  let wanted = false;
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const want = () => {
    if (wanted) return;
    wanted = true;
    for (const listener of listeners) listener();
  };
  return { want, useWanted: () => useSyncExternalStore(subscribe, () => wanted) };
}

export const toastsHost = createWanted();
export const palette = createWanted();
