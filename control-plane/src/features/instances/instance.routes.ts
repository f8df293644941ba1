import type { Handlers } from '@chat-saas/server/rpc';
import type { Actor, AppContext } from '../../app/context.ts';
import type { instanceContract } from './instance.contract.ts';
import { createConnectLink, createInstance, listConnectLinks, onStack } from './instance.service.ts';

export const instanceRoutes: Handlers<typeof instanceContract, AppContext, Actor> = {
  list: ({ ctx, input }) => onStack(ctx, input.tenantId, (client) => client.instances.list()),
  create: ({ ctx, input }) => createInstance(ctx, input.tenantId, input.name, input.engine),
  link: ({ ctx, input: { tenantId, ...wanted } }) => onStack(ctx, tenantId, (client) => client.instances.link(wanted)),
  restart: ({ ctx, input: { tenantId, id } }) => onStack(ctx, tenantId, (client) => client.instances.restart({ id })),
  logout: ({ ctx, input: { tenantId, id } }) => onStack(ctx, tenantId, (client) => client.instances.logout({ id })),
  createConnectLink: ({ ctx, input: { tenantId, ...wanted } }) => createConnectLink(ctx, tenantId, wanted),
  listConnectLinks: async ({ ctx, input }) => ({ items: await listConnectLinks(ctx, input.tenantId) }),
  revokeConnectLink: ({ ctx, input: { tenantId, id } }) => onStack(ctx, tenantId, (client) => client.connectLinks.revoke({ id })),
};
