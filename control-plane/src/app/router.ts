import { implement } from '@chat-saas/server/rpc';
import { authContract } from '../features/auth/auth.contract.ts';
import { authRoutes } from '../features/auth/auth.routes.ts';
import { dashboardContract } from '../features/dashboard/dashboard.contract.ts';
import { dashboardRoutes } from '../features/dashboard/dashboard.routes.ts';
import { instanceContract } from '../features/instances/instance.contract.ts';
import { instanceRoutes } from '../features/instances/instance.routes.ts';
import { operationContract } from '../features/operations/operation.contract.ts';
import { operationRoutes } from '../features/operations/operation.routes.ts';
import { planContract } from '../features/plans/plan.contract.ts';
import { planRoutes } from '../features/plans/plan.routes.ts';
import { tenantContract } from '../features/tenants/tenant.contract.ts';
import { tenantRoutes } from '../features/tenants/tenant.routes.ts';
import type { Actor, AppContext } from './context.ts';

/** Every slice's functions bound to its contract; the keys are those of `platformContract`. */
export const router = {
  auth: implement<typeof authContract, AppContext, Actor>(authContract, authRoutes),
  plans: implement<typeof planContract, AppContext, Actor>(planContract, planRoutes),
  tenants: implement<typeof tenantContract, AppContext, Actor>(tenantContract, tenantRoutes),
  operations: implement<typeof operationContract, AppContext, Actor>(operationContract, operationRoutes),
  instances: implement<typeof instanceContract, AppContext, Actor>(instanceContract, instanceRoutes),
  dashboard: implement<typeof dashboardContract, AppContext, Actor>(dashboardContract, dashboardRoutes),
};
