import { Registry, useRegistered } from './registry.ts';

export interface Shortcut {
  /** `n`, `mod+enter`, `shift+n`, or a sequence such as `g i`. */
  keys: string;
  /** What it does, in the list that `?` opens. */
  label: string;
  group?: string;
  run: () => void;
  enabled?: boolean;
  /** Also while typing in a field. */
  inFields?: boolean;
}

export const shortcuts = new Registry<Shortcut>();

/** Keys that work while this component is on the screen. Silent while somebody types or a dialog is open, unless `inFields`. */
export const useShortcuts = (items: Shortcut[]): void => useRegistered(shortcuts, items);
