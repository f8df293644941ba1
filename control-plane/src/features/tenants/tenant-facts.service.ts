import { newSecret } from '@chat-saas/contract';
import { oneTimePassword } from '@chat-saas/server/auth/passwords';
import type { AppContext } from '../../app/context.ts';
import { entitlementsOf } from '../plans/plan.service.ts';
import type { StackSpec } from '../stacks/stack-driver.ts';
import { type TenantDoc, TenantModel } from './tenant.model.ts';
import { announceTenant, appUrlOf } from './tenant.service.ts';

type Facts = Partial<Pick<TenantDoc, 'readyAt' | 'routedAt' | 'failure' | 'suspension' | 'deletion' | 'toldEntitlements' | 'observed'>>;

/** Writes facts about a tenant; the edge and the open screens follow. */
export async function writeFacts(ctx: AppContext, id: string, facts: Facts): Promise<void> {
  await TenantModel.updateOne({ _id: id }, { $set: facts });
  await announceTenant(ctx, id);
}

/** Every stack has secrets of its own, sealed in the database; those that are there stay. */
export async function ensureSecrets(ctx: AppContext, id: string): Promise<'made' | 'kept'> {
  const seal = (name: string, plain: string) => ctx.sealer.seal(plain, `${id}.${name}`);
  const made = await TenantModel.updateOne(
    { _id: id, 'secrets.session': null },
    {
      $set: {
        secrets: {
          session: seal('session', newSecret(40)),
          platform: seal('platform', newSecret(40)),
          adminPassword: seal('adminPassword', oneTimePassword()),
        },
      },
    },
  );
  return made.modifiedCount === 1 ? 'made' : 'kept';
}

export async function forgetSecrets(id: string): Promise<void> {
  await TenantModel.updateOne({ _id: id }, { $set: { secrets: { session: null, platform: null, adminPassword: null } } });
}

/** The first administrator's one-time password while nobody has seen it; null afterwards. */
export const firstPasswordOf = (ctx: AppContext, { _id, secrets }: TenantDoc): string | null =>
  secrets.adminPassword === null ? null : ctx.sealer.open(secrets.adminPassword, `${_id}.adminPassword`);

/** Hands the one-time password out, once. */
export async function takeFirstPassword(ctx: AppContext, id: string): Promise<string | null> {
  const former = await TenantModel.findOneAndUpdate(
    { _id: id, 'secrets.adminPassword': { $ne: null } },
    { $set: { 'secrets.adminPassword': null } },
    { returnDocument: 'before' },
  ).lean();
  return former && firstPasswordOf(ctx, former);
}

/** What the driver makes the stack from. @throws Error before the secrets are made */
export function specOf(ctx: AppContext, tenant: TenantDoc): StackSpec {
  const open = (name: 'session' | 'platform') => {
    const sealed = tenant.secrets[name];
    if (sealed === null) throw new Error('The stack has no secrets yet.');
    return ctx.sealer.open(sealed, `${tenant._id}.${name}`);
  };
  return {
    tenantId: tenant._id,
    name: tenant.name,
    publicUrl: appUrlOf(ctx, tenant.slug),
    entitlements: entitlementsOf(ctx.plans, tenant.plan),
    secrets: { session: open('session'), platform: open('platform') },
  };
}

/** The record goes last, when nothing else is left. */
export async function removeTenantRecord(ctx: AppContext, id: string): Promise<void> {
  await TenantModel.deleteOne({ _id: id });
  await announceTenant(ctx, id);
}
