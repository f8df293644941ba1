import type { EngineName, OperationFilter, PlanId, TenantFilter } from './types.ts';

/** Closed sets of the contract, known here so that a wrong word is refused without a request. A test compares them. */
export const PLANS = ['starter', 'professional', 'business', 'enterprise', 'whitelabel'] as const satisfies readonly PlanId[];
export const ENGINES = ['simulator', 'whatsapp-web'] as const satisfies readonly EngineName[];
export const TENANT_FILTERS = [
  'provisioning',
  'ready',
  'degraded',
  'suspended',
  'deleting',
  'failed',
  'active',
  'attention',
] as const satisfies readonly TenantFilter[];
export const OPERATION_STATUSES = [
  'queued',
  'running',
  'succeeded',
  'failed',
  'rolled_back',
  'cancelled',
] as const satisfies readonly OperationFilter[];
