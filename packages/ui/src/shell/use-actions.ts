import type { Icon } from '@tabler/icons-react';
import { Registry, useRegistered } from './registry.ts';

export interface Action {
  id: string;
  label: string;
  description?: string;
  /** Heading it stands under. */
  group?: string;
  Icon?: Icon;
  /** More words to find it by. */
  keywords?: string[];
  run: () => void;
}
export interface ActionSearch {
  id: string;
  /** Answers for what is typed (two characters at least, 200 ms after the last key). */
  search: (query: string, signal: AbortSignal) => Promise<Action[]>;
}

export const actions = new Registry<Action>();
export const searches = new Registry<ActionSearch>();

/** Entries of Ctrl-K while this component is on the screen. */
export const useActions = (items: Action[]): void => useRegistered(actions, items);

/** A source that Ctrl-K asks as somebody types: contacts, tenants. */
export const useActionSearch = (source: ActionSearch): void => useRegistered(searches, [source]);
