import { authContract } from './features/auth/auth.contract.ts';
import { dashboardContract } from './features/dashboard/dashboard.contract.ts';
import { instanceContract } from './features/instances/instance.contract.ts';
import { operationContract } from './features/operations/operation.contract.ts';
import { planContract } from './features/plans/plan.contract.ts';
import { tenantContract } from './features/tenants/tenant.contract.ts';

/** Everything that may be asked of the control plane under `/api/v1`. */
export const platformContract = {
  auth: authContract,
  plans: planContract,
  tenants: tenantContract,
  operations: operationContract,
  instances: instanceContract,
  dashboard: dashboardContract,
};

export type * from './events.contract.ts';
export * from './features/auth/auth.contract.ts';
export * from './features/operations/operation.contract.ts';
export * from './features/plans/plan.contract.ts';
export * from './features/tenants/tenant.contract.ts';
