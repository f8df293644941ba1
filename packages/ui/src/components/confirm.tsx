import { lazy, type ReactNode, useSyncExternalStore } from 'react';
import { Lazily } from './Lazily.tsx';

export interface ConfirmOptions {
  title: string;
  /** What will happen, and whether it can be undone. */
  text: ReactNode;
  /** The verb, as on the button that led here. */
  confirmLabel: string;
  danger?: boolean;
  /** Where data would be lost: this name has to be typed. */
  typedName?: string;
  onConfirm: () => Promise<unknown>;
}
interface Asked {
  id: number;
  opened: boolean;
  options: ConfirmOptions;
}

let asked: Asked | null = null;
const listeners = new Set<() => void>();

function set(next: Asked | null): void {
  asked = next;
  for (const listener of listeners) listener();
}

/** Asks first; stays open, with the reason, when it could not be done. */
export function confirm(options: ConfirmOptions): void {
  set({ id: (asked?.id ?? 0) + 1, opened: true, options });
}

const ConfirmDialog = lazy(async () => ({ default: (await import('./ConfirmDialog.tsx')).ConfirmDialog }));

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Where questions appear. Once per page. */
export function ConfirmHost() {
  const current = useSyncExternalStore(subscribe, () => asked);
  if (!current) return null;
  const close = () => set({ ...current, opened: false });
  return (
    <Lazily key={current.id}>
      <ConfirmDialog {...current.options} opened={current.opened} onClose={close} />
    </Lazily>
  );
}
