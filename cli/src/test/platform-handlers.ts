import { newId, newSecret } from '@chat-saas/contract';
import { type CreateTenant, type Operation, platformContract, type Tenant } from '@chat-saas/control-plane/contract';
import { problem } from '@chat-saas/server/problem';
import { type Exchange, type Handlers, implement } from '@chat-saas/server/rpc';
import type { z } from 'zod';
import type { PlatformWorld } from './platform-world.ts';

export interface Actor {
  id: string;
}
type All = Handlers<typeof platformContract, PlatformWorld, Actor | null>;
const USER = {
  id: 'u1',
  name: 'Ana',
  email: 'owner@example.com',
  role: 'owner' as const,
  mustChangePassword: false,
  createdAt: '2026-01-01T00:00:00.000Z',
};
const unused = () => {
  throw problem('NOT_FOUND');
};

export const platformHandlers = () =>
  implement<typeof platformContract, PlatformWorld, Actor | null>(platformContract, {
    auth,
    plans: { list: unused },
    dashboard: { get: unused },
    tenants,
    operations,
    instances,
  });

const auth: All['auth'] = {
  signIn: unused,
  changePassword: unused,
  requestPasswordReset: unused,
  resetPassword: unused,
  findDevice: unused,
  decideDevice: unused,
  me: () => USER,
  signOut: ({ ctx }) => {
    ctx.tokens.clear();
    return { signedOut: true };
  },
  startDevice: ({ input }) => ({
    deviceCode: newSecret(),
    userCode: 'WXYZ-2345',
    verificationUrl: `http://localhost:3001/device?for=${encodeURIComponent(input.name)}`,
    expiresAt: new Date(Date.now() + 60_000).toISOString(),
    intervalSeconds: 1,
  }),
  pollDevice: ({ ctx }) => ({ status: ctx.device, token: ctx.device === 'approved' ? ([...ctx.tokens][0] ?? null) : null }),
};

function begin(world: PlatformWorld, exchange: Exchange, tenant: Tenant, kind: Operation['kind'], expected: string | undefined) {
  if (exchange.idempotencyKey) world.seenKeys.push(exchange.idempotencyKey);
  if (expected && expected !== world.hashOf(kind, tenant.id)) throw problem('PLAN_CHANGED');
  if ([...world.operations.values()].some(({ tenantId, status }) => tenantId === tenant.id && status === 'running'))
    throw problem('TENANT_BUSY');
  return { tenant: { ...tenant }, operation: world.anOperation(tenant, kind) };
}

function create(world: PlatformWorld, exchange: Exchange, input: z.output<typeof CreateTenant> & { expectedPlan?: string | undefined }) {
  const body = JSON.stringify(input);
  const known = exchange.idempotencyKey ? world.keys.get(exchange.idempotencyKey) : undefined;
  if (known && known.body !== body) throw problem('IDEMPOTENCY_KEY_REUSED');
  if (known) return { tenant: world.find(known.tenantId), operation: world.operations.get(known.operationId)! };
  if (input.expectedPlan && input.expectedPlan !== world.hashOf('provision', input.name)) throw problem('PLAN_CHANGED');
  const slug =
    input.slug ??
    input.name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-');
  if ([...world.tenants.values()].some((tenant) => tenant.slug === slug)) throw problem('SLUG_TAKEN');
  const tenant = world.aTenant({ name: input.name, plan: input.plan, slug, status: 'provisioning' });
  const operation = world.anOperation(tenant, 'provision');
  if (exchange.idempotencyKey) world.keys.set(exchange.idempotencyKey, { body, tenantId: tenant.id, operationId: operation.id });
  return { tenant: { ...tenant }, operation };
}

const tenants: All['tenants'] = {
  list: ({ ctx, input }) => {
    const all = [...ctx.tenants.values()].filter(
      ({ status }) => !input.status || input.status === (status === 'ready' ? 'active' : status) || input.status === status,
    );
    const from = Number(input.cursor ?? 0);
    const items = all.slice(from, from + input.limit);
    return { items, nextCursor: from + items.length < all.length ? String(from + items.length) : null, total: all.length };
  },
  get: ({ ctx, input }) => ctx.find(input.id),
  create: ({ ctx, input, exchange }) => create(ctx, exchange, input),
  preview: ({ ctx, input }) => {
    const [subject, tenant] =
      input.kind === 'provision' ? [input.input.name, input.input.name] : [ctx.find(input.id).id, ctx.find(input.id).slug];
    return { kind: input.kind, tenant, steps: ['make_secrets', 'start_app'], hash: ctx.hashOf(input.kind, subject) };
  },
  access: ({ ctx, input }) => {
    const { appUrl, adminEmail } = ctx.find(input.id);
    return {
      urls: { app: appUrl, connect: `${appUrl}/c/abc`, phone: `${appUrl}/phone/def` },
      owner: { email: adminEmail, password: 'one-time-word' },
    };
  },
  resetAdminPassword: unused,
  update: unused,
  suspend: ({ ctx, input, exchange }) => {
    const tenant = ctx.find(input.id);
    if (tenant.status !== 'ready') throw problem('WRONG_STATE');
    return begin(ctx, exchange, tenant, 'suspend', input.expectedPlan);
  },
  resume: ({ ctx, input, exchange }) => begin(ctx, exchange, ctx.find(input.id), 'resume', input.expectedPlan),
  restart: ({ ctx, input, exchange }) => begin(ctx, exchange, ctx.find(input.id), 'restart', input.expectedPlan),
  remove: ({ ctx, input, exchange }) => {
    const tenant = ctx.find(input.id);
    if (input.confirm !== tenant.name) throw problem('CONFIRMATION_WRONG');
    return begin(ctx, exchange, tenant, 'delete', input.expectedPlan);
  },
  logs: ({ ctx, input }) => {
    const from = input.cursor ? Number(input.cursor) : Math.max(0, ctx.log.length - input.tail);
    return { lines: ctx.log.slice(from), nextCursor: String(ctx.log.length) };
  },
};

const operations: All['operations'] = {
  list: ({ ctx, input }) => ({
    items: [...ctx.operations.values()]
      .filter(({ status, tenantId }) => (!input.status || status === input.status) && (!input.tenantId || tenantId === input.tenantId))
      .reverse(),
    nextCursor: null,
  }),
  get: ({ ctx, input }) => {
    const operation = ctx.operations.get(input.id);
    if (!operation) throw problem('NOT_FOUND');
    return ctx.advance(operation);
  },
  cancel: ({ ctx, input }) => {
    const operation = ctx.operations.get(input.id)!;
    if (operation.status !== 'running' && operation.status !== 'queued') throw problem('OPERATION_FINISHED');
    return Object.assign(operation, { status: 'cancelled' });
  },
  retry: ({ ctx, input }) => {
    const operation = ctx.operations.get(input.id)!;
    if (operation.status !== 'failed') throw problem('OPERATION_NOT_FAILED');
    return ctx.anOperation(ctx.find(operation.tenantId), operation.kind);
  },
};

const instanceOf = (world: PlatformWorld, { tenantId, id }: { tenantId: string; id: string }) => {
  const found = world.instances.get(world.find(tenantId).id)?.find((instance) => instance.id === id);
  if (!found) throw problem('NOT_FOUND');
  return found;
};

const instances: All['instances'] = {
  list: ({ ctx, input }) => ({ items: ctx.instances.get(ctx.find(input.tenantId).id) ?? [] }),
  create: ({ ctx, input }) => ctx.addInstance(ctx.find(input.tenantId).id, input.name),
  link: ({ ctx, input }) => {
    const instance = instanceOf(ctx, input);
    const link = {
      method: input.method,
      payload: input.method === 'qr' ? '2@qr-payload' : 'ABCD1234',
      expiresAt: new Date(Date.now() + 60_000).toISOString(),
    };
    setTimeout(() => Object.assign(instance, { state: 'ready', link: null }), 300).unref();
    return { ...Object.assign(instance, { state: 'awaiting_link', link }) };
  },
  restart: ({ ctx, input }) => Object.assign(instanceOf(ctx, input), { state: 'starting' }),
  logout: ({ ctx, input }) => Object.assign(instanceOf(ctx, input), { state: 'logged_out' }),
  createConnectLink: ({ ctx, input }) => {
    const tenant = ctx.find(input.tenantId);
    const expiresAt = new Date(Date.now() + input.expiresInHours * 3_600_000).toISOString();
    const instanceId = input.instanceId ?? ctx.instances.get(tenant.id)?.[0]?.id ?? '';
    const link = {
      id: newId(),
      instanceId,
      purpose: input.purpose,
      createdAt: new Date().toISOString(),
      expiresAt,
      revokedAt: null,
      lastOpenedAt: null,
    };
    ctx.links.set(tenant.id, [...(ctx.links.get(tenant.id) ?? []), link]);
    return { link, url: `${tenant.appUrl}/c/${newSecret()}` };
  },
  listConnectLinks: ({ ctx, input }) => ({ items: ctx.links.get(ctx.find(input.tenantId).id) ?? [] }),
  revokeConnectLink: ({ ctx, input }) => {
    const link = ctx.links.get(ctx.find(input.tenantId).id)?.find(({ id }) => id === input.id);
    if (!link) throw problem('NOT_FOUND');
    return Object.assign(link, { revokedAt: new Date().toISOString() });
  },
};
