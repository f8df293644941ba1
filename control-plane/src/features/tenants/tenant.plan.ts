import type { OperationKind } from '../operations/operation.contract.ts';
import type { TenantStatus } from './tenant.contract.ts';
import type { TenantDoc } from './tenant.model.ts';

export type TenantFacts = Pick<TenantDoc, 'readyAt' | 'routedAt' | 'failure' | 'suspension' | 'deletion' | 'observed'>;

/** What a tenant is, out of stored facts and of what is being done to it. */
export function statusOf(tenant: TenantFacts, active: OperationKind | null): { status: TenantStatus; reason: string | null } {
  const { readyAt, failure, suspension, deletion, observed } = tenant;
  if (active === 'delete') return { status: 'deleting', reason: null };
  if (deletion) return { status: 'failed', reason: failure ?? 'Deleting it did not end. Delete it again.' };
  if (!readyAt)
    return active === 'provision'
      ? { status: 'provisioning', reason: null }
      : { status: 'failed', reason: failure ?? 'It was never made.' };
  if (suspension && !observed?.isUp) return { status: 'suspended', reason: suspension.reason };
  if (observed?.isUp && observed.reason === null) return { status: 'ready', reason: null };
  return { status: 'degraded', reason: observed?.reason ?? 'It was not seen yet.' };
}

/** Whether its stack is wanted to run now. */
export const shouldRun = ({ readyAt, suspension, deletion }: TenantFacts) => readyAt !== null && !suspension && !deletion;

/** Whether an operation of this kind makes sense for the tenant as it is. */
export function allows(kind: OperationKind, tenant: TenantFacts): boolean {
  if (kind === 'delete') return true;
  if (kind === 'provision') return !tenant.readyAt && !tenant.deletion;
  if (!tenant.readyAt || tenant.deletion) return false;
  return kind === 'resume' ? tenant.suspension !== null : tenant.suspension === null;
}

/** What visitors of its host name get. */
export function doorOf(tenant: TenantFacts, active: OperationKind | null): 'open' | 'starting' | 'suspended' | 'closed' {
  if (tenant.deletion) return 'closed';
  if (tenant.suspension) return 'suspended';
  if (tenant.routedAt) return 'open';
  return active === 'provision' ? 'starting' : 'closed';
}
