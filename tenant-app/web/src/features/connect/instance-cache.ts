import type { Instance } from '@chat-saas/tenant-app/contract';
import type { QueryClient } from '@tanstack/react-query';
import { orpc } from '../../app/api.ts';

const key = () => orpc.instances.list.queryKey();

/** Writes an instance, as the server told it, into the loaded list. */
export function storeInstance(queryClient: QueryClient, instance: Instance): void {
  queryClient.setQueryData(key(), (list) => {
    if (!list) return list;
    const others = instance.isDefault ? list.items.map((item) => ({ ...item, isDefault: false })) : list.items;
    const known = others.some(({ id }) => id === instance.id);
    return { ...list, items: known ? others.map((item) => (item.id === instance.id ? instance : item)) : [...others, instance] };
  });
}

/**
 * The same for the answer of a call: it may arrive after an event that tells something newer, so the list is asked for again. Its own state
 * counts only where nothing newer is known.
 */
export function storeAnswer(queryClient: QueryClient, instance: Instance): void {
  const known = queryClient.getQueryData(key())?.items.find(({ id }) => id === instance.id);
  if (!known || known.since <= instance.since) storeInstance(queryClient, instance);
  void queryClient.invalidateQueries({ queryKey: orpc.instances.list.key() });
}

export function dropInstance(queryClient: QueryClient, id: string): void {
  queryClient.setQueryData(key(), (list) => list && { ...list, items: list.items.filter((item) => item.id !== id) });
}
