import type { Handlers } from '@chat-saas/server/rpc';
import type { Actor, AppContext } from '../../app/context.ts';
import type { instanceContract } from './instance.contract.ts';
import {
  createInstance,
  getInstance,
  listInstances,
  logoutInstance,
  removeInstance,
  restartInstance,
  startLink,
  updateInstance,
} from './instance.service.ts';

export const instanceRoutes: Handlers<typeof instanceContract, AppContext, Actor> = {
  list: ({ ctx }) => listInstances(ctx),
  get: ({ ctx, input }) => getInstance(ctx, input.id),
  create: ({ ctx, input }) => createInstance(ctx, input),
  update: ({ ctx, input }) => updateInstance(ctx, input),
  remove: async ({ ctx, input }) => {
    await removeInstance(ctx, input.id);
    return { removed: true };
  },
  link: ({ ctx, input }) => startLink(ctx, input.id, input),
  restart: ({ ctx, input }) => restartInstance(ctx, input.id),
  logout: ({ ctx, input }) => logoutInstance(ctx, input.id),
};
