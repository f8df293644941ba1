import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let opened = false;

function set(next: boolean): void {
  opened = next;
  for (const listener of listeners) listener();
}
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const openKeyboardHelp = (): void => set(true);
export const closeKeyboardHelp = (): void => set(false);
export const useKeyboardHelpOpened = (): boolean => useSyncExternalStore(subscribe, () => opened);
