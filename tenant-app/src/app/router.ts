import { implement } from '@chat-saas/server/rpc';
import { authContract } from '../features/auth/auth.contract.ts';
import { authRoutes } from '../features/auth/auth.routes.ts';
import { userContract } from '../features/users/user.contract.ts';
import { userRoutes } from '../features/users/user.routes.ts';
import type { Actor, AppContext } from './context.ts';

/** Every slice's functions bound to its contract; the keys are those of `tenantContract`. */
export const router = {
  auth: implement<typeof authContract, AppContext, Actor>(authContract, authRoutes),
  users: implement<typeof userContract, AppContext, Actor>(userContract, userRoutes),
};
