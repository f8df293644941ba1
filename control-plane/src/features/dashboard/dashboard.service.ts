import type { AppContext } from '../../app/context.ts';
import { listOperations } from '../operations/operation.service.ts';
import { needsAttention, shownTenants } from '../tenants/tenant.service.ts';

const RECENT = 8;

/** The house at a glance: figures are the last that were seen. */
export async function lookAtHouse(ctx: AppContext) {
  const [tenants, { items: recentOperations }] = await Promise.all([shownTenants(ctx), listOperations({ limit: RECENT })]);
  const count = (status: string) => tenants.filter((tenant) => tenant.status === status).length;
  const sum = (pick: (tenant: (typeof tenants)[number]) => number | null | undefined) =>
    tenants.reduce((total, tenant) => total + (pick(tenant) ?? 0), 0);
  const unwell = tenants.filter(needsAttention);
  return {
    tenants: { total: tenants.length, ready: count('ready'), suspended: count('suspended'), attention: unwell.length },
    instances: { total: sum(({ instances }) => instances?.total), ready: sum(({ instances }) => instances?.ready) },
    messagesToday: sum(({ messagesToday }) => messagesToday),
    memoryBytes: sum(({ memoryBytes }) => memoryBytes),
    listRevenueCents: sum(({ plan, status }) =>
      ['ready', 'degraded'].includes(status) ? ctx.plans.find(({ id }) => id === plan)?.amountCents : 0,
    ),
    needsAttention: unwell.map(({ id, slug, name, status, reason }) => ({ tenantId: id, slug, name, status, reason: reason ?? '' })),
    recentOperations,
  };
}
