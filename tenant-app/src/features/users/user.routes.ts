import type { Handlers } from '@chat-saas/server/rpc';
import type { Actor, AppContext } from '../../app/context.ts';
import type { userContract } from './user.contract.ts';
import { listUsers } from './user.service.ts';
import { addUser, changeUser, giveNewPassword, removeUser } from './user-team.service.ts';

export const userRoutes: Handlers<typeof userContract, AppContext, Actor> = {
  list: ({ ctx }) => listUsers(ctx),
  create: ({ ctx, input }) => addUser(ctx, input),
  update: ({ ctx, input }) => changeUser(ctx, input),
  remove: ({ ctx, input }) => removeUser(ctx, input.id),
  resetPassword: ({ ctx, input }) => giveNewPassword(ctx, input.id),
};
