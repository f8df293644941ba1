import type { Tenant } from '@chat-saas/control-plane/contract';
import type { QueryClient } from '@tanstack/react-query';
import { orpc } from '../../app/api.ts';

interface TenantPageData {
  items: Tenant[];
  nextCursor: string | null;
  total: number;
}

/** Puts what the server says about a tenant wherever it is loaded; one that no list has yet makes the lists be asked for again. */
export function storeTenant(queryClient: QueryClient, tenant: Tenant): void {
  const key = orpc.tenants.get.queryKey({ input: { id: tenant.id } });
  const before = queryClient.getQueryData<Tenant>(key);
  queryClient.setQueryData<Tenant>(key, tenant);
  queryClient.setQueriesData<Tenant>({ queryKey: orpc.tenants.get.key() }, (one) => (one?.id === tenant.id ? tenant : one)); // opened by its slug
  let isListed = false;
  queryClient.setQueriesData<TenantPageData>({ queryKey: orpc.tenants.list.key() }, (page) => {
    if (!page?.items.some(({ id }) => id === tenant.id)) return page;
    isListed = true;
    return { ...page, items: page.items.map((item) => (item.id === tenant.id ? tenant : item)) };
  });
  // a list filtered by state may gain or lose it
  if (!isListed || before?.status !== tenant.status) void queryClient.invalidateQueries({ queryKey: orpc.tenants.list.key() });
}

/** It is gone for good. */
export function dropTenant(queryClient: QueryClient, id: string): void {
  void queryClient.invalidateQueries({ queryKey: orpc.tenants.list.key() });
  void queryClient.invalidateQueries({ queryKey: orpc.tenants.get.queryKey({ input: { id } }) });
}
