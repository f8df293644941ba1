import { request } from 'node:http';
import type { AppContext } from '../../app/context.ts';
import { entitlementsHash, entitlementsOf } from '../plans/plan.service.ts';
import type { StackState } from '../stacks/stack.plan.ts';
import { askStack } from '../stacks/stack-client.service.ts';
import { type Observed, type TenantDoc, TenantModel } from './tenant.model.ts';
import { announceTenant } from './tenant.service.ts';

const PROBE_MS = 5000;

/** Looks at a tenant's stack, over its own host name too where it has a door, and writes down what was seen. Null: the tenant is gone. */
export async function observeTenant(ctx: AppContext, tenant: TenantDoc): Promise<Observed | null> {
  const seen = await lookAt(ctx, tenant);
  const former = await TenantModel.findOneAndUpdate({ _id: tenant._id }, { $set: { observed: seen } }, { returnDocument: 'before' }).lean();
  if (!former) return null;
  if (isNews(former.observed, seen)) await announceTenant(ctx, tenant._id);
  return seen;
}

/** `GET /health` through the edge, as a visitor of the tenant's host name; null when nothing answers. */
export function probeHost(ctx: AppContext, slug: string): Promise<number | null> {
  const { HOST, PORT, BASE_DOMAIN } = ctx.config;
  const host = ['0.0.0.0', '::'].includes(HOST) ? '127.0.0.1' : HOST;
  return new Promise((resolve) => {
    const headers = { host: `${slug}.${BASE_DOMAIN}:${PORT}`, accept: 'application/json' };
    const ask = request({ host, port: PORT, path: '/health', headers, agent: false, timeout: PROBE_MS }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? null);
    });
    ask.on('timeout', () => ask.destroy());
    ask.on('error', () => resolve(null));
    ask.end();
  });
}

/** Tells a stack its plan where it doesn't know the latest; may run twice. @throws STACK_UNREACHABLE */
export async function tellEntitlements(ctx: AppContext, tenant: TenantDoc): Promise<void> {
  const entitlements = entitlementsOf(ctx.plans, tenant.plan);
  const hash = entitlementsHash(entitlements);
  if (tenant.toldEntitlements === hash) return;
  await askStack(ctx, tenant, (client) => client.platform.setEntitlements(entitlements));
  await TenantModel.updateOne({ _id: tenant._id }, { $set: { toldEntitlements: hash } });
}

async function lookAt(ctx: AppContext, tenant: TenantDoc): Promise<Observed> {
  const state = await ctx.stacks.observe(tenant._id);
  const at = ctx.now();
  if (state.app !== 'ready') return { ...nothing(tenant, at), reason: whyNotReady(state) };
  try {
    const status = await askStack(ctx, tenant, (client) => client.platform.status());
    if (status.tenantId !== tenant._id) return { ...nothing(tenant, at), reason: 'Another tenant’s app answers on its socket.' };
    const health = tenant.routedAt && !tenant.suspension ? await probeHost(ctx, tenant.slug) : 200;
    const memoryBytes = status.memoryBytes + (ctx.stacks.memoryOfServices(tenant._id) ?? 0);
    const { version, instances, messagesToday } = status;
    return { isUp: health !== null, reason: whyUnwell(status, health), at, version, instances, messagesToday, memoryBytes };
  } catch (error) {
    ctx.log.warn({ err: error, tenantId: tenant._id }, 'a stack did not tell its status');
    return { ...nothing(tenant, at), reason: 'Its app does not tell its status.' };
  }
}

/** Figures of the last good look are kept: they say when they were seen. */
const nothing = ({ observed }: TenantDoc, at: Date): Observed => ({
  isUp: false,
  reason: null,
  at,
  version: observed?.version ?? null,
  instances: null,
  messagesToday: null,
  memoryBytes: null,
});

function whyNotReady({ app, redis }: StackState): string {
  if (app === 'hung') return 'Its app has stopped answering.';
  if (app === 'starting') return 'Its app is starting.';
  return redis === 'stopped' ? 'Its app and its Redis are not running.' : 'Its app is not running.';
}

function whyUnwell(status: { database: string; redis: string }, health: number | null): string | null {
  if (status.database !== 'ok') return 'Its database does not answer.';
  if (status.redis !== 'ok') return 'Its Redis does not answer.';
  return health === 200 ? null : `Its host name answers with ${health ?? 'nothing'}.`;
}

function isNews(former: Observed | null, seen: Observed): boolean {
  const facts = (observed: Observed | null) => JSON.stringify({ ...observed, at: null, memoryBytes: null });
  return facts(former) !== facts(seen);
}
