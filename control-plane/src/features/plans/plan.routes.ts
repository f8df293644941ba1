import type { Handlers } from '@chat-saas/server/rpc';
import type { Actor, AppContext } from '../../app/context.ts';
import type { planContract } from './plan.contract.ts';

export const planRoutes: Handlers<typeof planContract, AppContext, Actor> = {
  list: ({ ctx }) => ({ items: [...ctx.plans] }),
};
