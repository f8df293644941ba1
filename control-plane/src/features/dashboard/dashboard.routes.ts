import type { Handlers } from '@chat-saas/server/rpc';
import type { Actor, AppContext } from '../../app/context.ts';
import type { dashboardContract } from './dashboard.contract.ts';
import { lookAtHouse } from './dashboard.service.ts';

export const dashboardRoutes: Handlers<typeof dashboardContract, AppContext, Actor> = {
  get: ({ ctx }) => lookAtHouse(ctx),
};
