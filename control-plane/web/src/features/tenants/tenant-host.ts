import type { Tenant } from '@chat-saas/control-plane/contract';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../app/api.ts';
import { hostOf } from '../../app/host-of.ts';

/** The host name that a tenant with this label will have: as its siblings have theirs; below the panel's own where there are none. */
export function tenantHost(slug: string, sibling: Pick<Tenant, 'slug' | 'appUrl'> | undefined, panel: string): string {
  const known = sibling && hostOf(sibling.appUrl);
  return known?.startsWith(`${sibling?.slug}.`) ? slug + known.slice(sibling!.slug.length) : `${slug}.${panel}`;
}

export function useTenantHost(): (slug: string) => string {
  const siblings = useQuery(orpc.tenants.list.queryOptions({ input: { limit: 1 }, staleTime: Number.POSITIVE_INFINITY }));
  return (slug) => tenantHost(slug, siblings.data?.items[0], location.host);
}
