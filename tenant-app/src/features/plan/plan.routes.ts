import type { Handlers } from '@chat-saas/server/rpc';
import type { Actor, AppContext } from '../../app/context.ts';
import type { planContract } from './plan.contract.ts';
import { showPlan } from './plan-usage.service.ts';

export const planRoutes: Handlers<typeof planContract, AppContext, Actor> = {
  get: ({ ctx }) => showPlan(ctx),
};
