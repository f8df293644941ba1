import type { PlanId } from '@chat-saas/control-plane/contract';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../app/api.ts';

export const usePlans = () => useQuery(orpc.plans.list.queryOptions({ staleTime: 10 * 60_000, select: ({ items }) => items }));

/** A plan's name; its id until the plans are there. */
export function usePlanName(): (id: PlanId) => string {
  const { data } = usePlans();
  return (id) => data?.find((plan) => plan.id === id)?.name ?? id;
}
