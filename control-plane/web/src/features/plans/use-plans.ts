import type { Plan, PlanId } from '@chat-saas/control-plane/contract';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../app/api.ts';

const HOUR = 3_600_000;

/** The plans on offer; they change with a release only. */
export function usePlans() {
  const plans = useQuery(orpc.plans.list.queryOptions({ staleTime: HOUR }));
  const planOf = (id: PlanId): Plan | undefined => plans.data?.items.find((plan) => plan.id === id);
  return { plans, planOf, nameOf: (id: PlanId): string => planOf(id)?.name ?? id };
}
