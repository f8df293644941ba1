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

export function dropInstance(queryClient: QueryClient, id: string): void {
  queryClient.setQueryData(key(), (list) => list && { ...list, items: list.items.filter((item) => item.id !== id) });
}
