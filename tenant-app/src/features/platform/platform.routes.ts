import type { Handlers } from '@chat-saas/server/rpc';
import type { Actor, AppContext } from '../../app/context.ts';
import { setEntitlements } from '../plan/plan.service.ts';
import { ensureFirstAdmin, resetFirstAdmin } from '../users/first-admin.service.ts';
import type { platformContract } from './platform.contract.ts';
import { observeStatus } from './platform.service.ts';

export const platformRoutes: Handlers<typeof platformContract, AppContext, Actor> = {
  status: ({ ctx }) => observeStatus(ctx),
  setEntitlements: ({ ctx, input }) => setEntitlements(ctx, input),
  ensureFirstAdmin: ({ ctx, input }) => ensureFirstAdmin(ctx, input),
  resetAdminPassword: ({ ctx }) => resetFirstAdmin(ctx),
};
