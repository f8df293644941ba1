import type { Handlers } from '@chat-saas/server/rpc';
import type { Actor, AppContext } from '../../app/context.ts';
import { getUser } from '../users/user.service.ts';
import { changeOwnPassword, choosePassword, requestReset, signInUser, signOutUser } from '../users/user-account.service.ts';
import type { authContract } from './auth.contract.ts';

export const authRoutes: Handlers<typeof authContract, AppContext, Actor> = {
  signIn: async ({ input, exchange }) => {
    const { user, token } = await signInUser(input, exchange);
    if (input.session === 'cookie') exchange.setSession(token);
    return { user, token: input.session === 'bearer' ? token : null };
  },
  signOut: async ({ ctx, actor, exchange }) => {
    await signOutUser(ctx, actor);
    exchange.clearSession();
    return { signedOut: true };
  },
  me: ({ actor }) => getUser(actor.id),
  changePassword: ({ ctx, actor, input }) => changeOwnPassword(ctx, actor, input),
  requestPasswordReset: ({ ctx, input, exchange }) => requestReset(ctx, input.email, exchange.locale),
  resetPassword: ({ ctx, input }) => choosePassword(ctx, input),
};
