import { problem } from '@chat-saas/server/problem';
import type { AppContext } from '../../app/context.ts';
import { createConnectLink, defaultInstance, onStack } from '../instances/instance.service.ts';
import type { PlanId } from '../plans/plan.contract.ts';
import { TenantModel } from './tenant.model.ts';
import { announceTenant, appUrlOf, findTenant, getTenant, type TenantDoc } from './tenant.service.ts';
import { takeFirstPassword } from './tenant-facts.service.ts';
import { tellEntitlements } from './tenant-observe.service.ts';

const LINK_HOURS = 72;

/** Fresh addresses to hand out; the first administrator's password is shown this once. @throws WRONG_STATE, NOT_FOUND, AMBIGUOUS */
export async function accessTenant(ctx: AppContext, ref: string) {
  const tenant = await findAnswering(ref);
  const { _id: id } = tenant;
  try {
    const { url: connect } = await createConnectLink(ctx, id, { purpose: 'connect', expiresInHours: LINK_HOURS });
    const { engine } = await onStack(ctx, id, defaultInstance);
    const phone = engine === 'simulator' ? (await createConnectLink(ctx, id, { purpose: 'phone', expiresInHours: LINK_HOURS })).url : null;
    const password = await takeFirstPassword(ctx, id);
    const isUnused = password !== null && !(await hasSignedIn(ctx, tenant));
    const owner = isUnused ? { email: tenant.adminEmail, password } : null;
    return { urls: { app: appUrlOf(ctx, tenant.slug), connect, phone }, owner };
  } catch (error) {
    throw asWrongState(error);
  }
}

/** Also when somebody has signed in before: the former password stops working. @throws WRONG_STATE, NOT_FOUND, AMBIGUOUS */
export async function resetAdminPassword(ctx: AppContext, ref: string): Promise<{ email: string; password: string }> {
  const { _id: id } = await findAnswering(ref);
  try {
    const fresh = await onStack(ctx, id, (client) => client.platform.resetAdminPassword());
    await takeFirstPassword(ctx, id);
    return fresh;
  } catch (error) {
    throw asWrongState(error);
  }
}

/** The stack is told now, or by the supervisor once it answers. @throws NOT_FOUND, AMBIGUOUS */
export async function updateTenant(ctx: AppContext, ref: string, changes: { name?: string | undefined; plan?: PlanId | undefined }) {
  const { _id: id } = await findTenant(ref);
  const wanted = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const tenant = await TenantModel.findByIdAndUpdate(id, { $set: wanted }, { returnDocument: 'after' }).lean();
  if (tenant?.observed?.isUp)
    await tellEntitlements(ctx, tenant).catch((error: unknown) =>
      ctx.log.warn({ err: error, tenantId: id }, 'the stack was not told its plan; the supervisor will'),
    );
  await announceTenant(ctx, id);
  return getTenant(ctx, id);
}

/** Then the one-time password has been replaced by an own one. */
const hasSignedIn = (ctx: AppContext, { _id, adminEmail }: TenantDoc): Promise<boolean> =>
  onStack(ctx, _id, async (client) => {
    const { items } = await client.users.list();
    return items.some(({ email, lastSeenAt }) => email === adminEmail && lastSeenAt !== null);
  });

async function findAnswering(ref: string): Promise<TenantDoc> {
  const tenant = await findTenant(ref);
  if (!tenant.readyAt || tenant.suspension || tenant.deletion) throw problem('WRONG_STATE');
  return tenant;
}

const asWrongState = (error: unknown) =>
  (error as { code?: string }).code === 'STACK_UNREACHABLE'
    ? problem('WRONG_STATE', { status: 409, detail: 'The tenant’s stack does not answer right now.', cause: error })
    : error;
