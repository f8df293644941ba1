import type { Handlers } from '@chat-saas/server/rpc';
import type { Actor, AppContext } from '../../app/context.ts';
import type { tenantContract } from './tenant.contract.ts';
import { findTenant, getTenant, listTenants } from './tenant.service.ts';
import { accessTenant, resetAdminPassword, updateTenant } from './tenant-account.service.ts';
import { changeTenant, previewChange } from './tenant-change.service.ts';
import { createTenant, previewCreation } from './tenant-create.service.ts';

export const tenantRoutes: Handlers<typeof tenantContract, AppContext, Actor> = {
  list: ({ ctx, input }) => listTenants(ctx, input),
  get: ({ ctx, input }) => getTenant(ctx, input.id),
  create: ({ ctx, actor, input: { expectedPlan, ...wanted }, exchange }) =>
    createTenant(ctx, actor, wanted, { expectedPlan, idempotencyKey: exchange.idempotencyKey }),
  preview: ({ ctx, input }) => (input.kind === 'provision' ? previewCreation(ctx, input.input) : previewChange(ctx, input.kind, input.id)),
  access: ({ ctx, input }) => accessTenant(ctx, input.id),
  resetAdminPassword: ({ ctx, input }) => resetAdminPassword(ctx, input.id),
  update: ({ ctx, input: { id, ...changes } }) => updateTenant(ctx, id, changes),
  suspend: ({ ctx, actor, input: { id, ...asked }, exchange }) =>
    changeTenant(ctx, actor, 'suspend', id, { ...asked, idempotencyKey: exchange.idempotencyKey }),
  resume: ({ ctx, actor, input: { id, ...asked }, exchange }) =>
    changeTenant(ctx, actor, 'resume', id, { ...asked, idempotencyKey: exchange.idempotencyKey }),
  restart: ({ ctx, actor, input: { id, ...asked }, exchange }) =>
    changeTenant(ctx, actor, 'restart', id, { ...asked, idempotencyKey: exchange.idempotencyKey }),
  remove: ({ ctx, actor, input: { id, ...asked }, exchange }) =>
    changeTenant(ctx, actor, 'delete', id, { ...asked, idempotencyKey: exchange.idempotencyKey }),
  logs: async ({ ctx, input: { id, part, tail, cursor } }) => {
    const tenant = await findTenant(id);
    return ctx.stacks.readLog(tenant._id, part, { tail, cursor: cursor ?? null });
  },
};
