import type { Handlers } from '@chat-saas/server/rpc';
import type { Actor, AppContext } from '../../app/context.ts';
import type { connectLinkContract } from './connect-link.contract.ts';
import { createConnectLink, listConnectLinks, revokeConnectLink } from './connect-link.service.ts';

export const connectLinkRoutes: Handlers<typeof connectLinkContract, AppContext, Actor> = {
  list: ({ input }) => listConnectLinks(input.instanceId),
  create: ({ ctx, actor, input }) => createConnectLink(ctx, actor, input),
  revoke: ({ ctx, input }) => revokeConnectLink(ctx, input.id),
};
