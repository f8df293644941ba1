import { notFound, problem } from '@chat-saas/server/problem';
import type { AppContext } from '../../app/context.ts';
import { type ActiveOperation, activeOperationOf, activeOperations } from '../operations/operation-active.service.ts';
import type { Tenant } from './tenant.contract.ts';
import { type TenantDoc, TenantModel } from './tenant.model.ts';
import { doorOf, statusOf } from './tenant.plan.ts';

export type { TenantDoc } from './tenant.model.ts';

/** The address that people open, without a slash at the end. */
export function appUrlOf(ctx: AppContext, slug: string): string {
  const { protocol, port } = new URL(ctx.config.PUBLIC_URL);
  return `${protocol}//${slug}.${ctx.config.BASE_DOMAIN}${port ? `:${port}` : ''}`;
}

export function shownTenant(ctx: AppContext, tenant: TenantDoc, active: ActiveOperation | null): Tenant {
  const { observed } = tenant;
  return {
    id: tenant._id,
    slug: tenant.slug,
    name: tenant.name,
    plan: tenant.plan,
    ...statusOf(tenant, active?.kind ?? null),
    appUrl: appUrlOf(ctx, tenant.slug),
    adminEmail: tenant.adminEmail,
    version: observed?.version ?? null,
    instances: observed?.instances ?? null,
    messagesToday: observed?.messagesToday ?? null,
    memoryBytes: observed?.isUp ? observed.memoryBytes : null,
    observedAt: observed?.at.toISOString() ?? null,
    currentOperationId: active?._id ?? null,
    createdAt: tenant.createdAt.toISOString(),
  };
}

/** By id, slug, or a prefix of either that fits one tenant only. @throws NOT_FOUND, AMBIGUOUS with `candidates` */
export async function findTenant(ref: string): Promise<TenantDoc> {
  const exact = (await TenantModel.findById(ref).lean()) ?? (await TenantModel.findOne({ slug: ref }).lean());
  if (exact) return exact;
  const prefix = new RegExp(`^${ref.replace(/[^0-9a-z-]/g, '')}`);
  const found = await TenantModel.find({ $or: [{ _id: prefix }, { slug: prefix }] })
    .sort({ slug: 1 })
    .limit(6)
    .lean();
  const [only] = found;
  if (!only) throw notFound();
  if (found.length > 1)
    throw problem('AMBIGUOUS', {
      status: 409,
      detail: `More than one tenant begins like this: ${found.map(({ slug }) => slug).join(', ')}.`,
      params: { candidates: found.map(({ slug }) => slug) },
    });
  return only;
}

/** Null once it is gone. */
export const tenantById = (id: string): Promise<TenantDoc | null> => TenantModel.findById(id).lean();

export const allTenants = (): Promise<TenantDoc[]> => TenantModel.find().sort({ _id: 1 }).lean();

export async function getTenant(ctx: AppContext, ref: string): Promise<Tenant> {
  const tenant = await findTenant(ref);
  return shownTenant(ctx, tenant, await activeOperationOf(tenant._id));
}

export interface TenantFilter {
  cursor?: string | undefined;
  limit: number;
  status?: Tenant['status'] | 'active' | 'attention' | undefined;
  q?: string | undefined;
}

/** Latest first. A status is derived, not stored, so it is filtered here: a house has hundreds of tenants, not millions. */
export async function listTenants(ctx: AppContext, { cursor, limit, status, q }: TenantFilter) {
  const all = (await shownTenants(ctx)).filter((tenant) => isWanted(tenant, status) && matches(tenant, q ?? ''));
  const rest = cursor ? all.filter((tenant) => placeOf(tenant) < cursor) : all;
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return { items, total: all.length, nextCursor: last && rest.length > limit ? placeOf(last) : null };
}

/** Sorts as the list does; holds also when that tenant is gone by the next page. */
const placeOf = ({ createdAt, id }: Tenant) => `${createdAt} ${id}`;

/** All of them, latest first. */
export async function shownTenants(ctx: AppContext): Promise<Tenant[]> {
  const [tenants, active] = await Promise.all([TenantModel.find().sort({ createdAt: -1, _id: -1 }).lean(), activeOperations()]);
  return tenants.map((tenant) => shownTenant(ctx, tenant, active.get(tenant._id) ?? null));
}

export const needsAttention = ({ status }: Tenant) => status === 'failed' || status === 'degraded';

function isWanted(tenant: Tenant, status: TenantFilter['status']): boolean {
  if (!status) return true;
  if (status === 'active') return tenant.status === 'ready' || tenant.status === 'degraded';
  return status === 'attention' ? needsAttention(tenant) : tenant.status === status;
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const matches = ({ id, slug, name, adminEmail }: Tenant, q: string) =>
  [id, slug, name, adminEmail].some((text) => fold(text).includes(fold(q.trim())));

/** Brings the edge and the open screens up to date with what is stored about a tenant. */
export async function announceTenant(ctx: AppContext, id: string): Promise<Tenant | null> {
  const [tenant, active] = await Promise.all([tenantById(id), activeOperationOf(id)]);
  if (!tenant) {
    ctx.routes.remove(id);
    ctx.emit('tenant.removed', { id });
    return null;
  }
  ctx.routes.set({ tenantId: id, slug: tenant.slug, name: tenant.name, door: doorOf(tenant, active?.kind ?? null) });
  const shown = shownTenant(ctx, tenant, active);
  ctx.emit('tenant.changed', shown);
  return shown;
}
