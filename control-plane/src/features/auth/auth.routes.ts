import type { Handlers } from '@chat-saas/server/rpc';
import type { Actor, AppContext } from '../../app/context.ts';
import type { authContract } from './auth.contract.ts';
import { changeOwnPassword, choosePassword, getOwner, requestReset, signInOwner, signOutOwner } from './auth.service.ts';
import { decideDevice, findDevice, pollDevice, startDevice } from './device.service.ts';

export const authRoutes: Handlers<typeof authContract, AppContext, Actor> = {
  signIn: async ({ input, exchange }) => {
    const { user, token } = await signInOwner(input, exchange);
    if (input.session === 'cookie') exchange.setSession(token);
    return { user, token: input.session === 'bearer' ? token : null };
  },
  signOut: async ({ ctx, actor, exchange }) => {
    await signOutOwner(ctx, actor);
    exchange.clearSession();
    return { signedOut: true };
  },
  me: ({ actor }) => getOwner(actor.id),
  changePassword: ({ ctx, actor, input }) => changeOwnPassword(ctx, actor, input),
  requestPasswordReset: ({ ctx, input, exchange }) => requestReset(ctx, input.email, exchange.locale),
  resetPassword: ({ ctx, input }) => choosePassword(ctx, input),
  startDevice: ({ ctx, input, exchange }) => startDevice(ctx, input.name, exchange.ip),
  pollDevice: ({ ctx, input, exchange }) => pollDevice(ctx, input.deviceCode, exchange),
  findDevice: ({ ctx, input }) => findDevice(ctx, input.userCode),
  decideDevice: ({ ctx, actor, input }) => decideDevice(ctx, actor, input),
};
