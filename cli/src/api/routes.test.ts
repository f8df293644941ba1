import { EngineKind } from '@chat-saas/contract';
import { OperationStatus, PlanId, platformContract, Tenant, tenantContract } from '@chat-saas/control-plane/contract';
import { listProcedures } from '@chat-saas/server/rpc';
import { expect, it } from '@jest/globals';
import { INSTANCE_FIELDS, TENANT_FIELDS } from '../operations/shapes.ts';
import { ROUTES } from './routes.ts';
import { ENGINES, OPERATION_STATUSES, PLANS, TENANT_FILTERS } from './values.ts';

it('knows every route as the contract declares it', () => {
  const declared = Object.fromEntries(listProcedures(platformContract).map(({ path, method, url }) => [path, `${method} ${url}`]));
  const known = Object.entries(ROUTES).flatMap(([group, routes]) =>
    Object.entries(routes).map(([name, route]) => [`${group}.${name}`, route]),
  );
  expect(known.map(([path = '']) => [path, declared[path]])).toEqual(known);
});

it('knows the closed sets and fields of the contract', () => {
  expect(PLANS).toEqual(PlanId.options);
  expect(ENGINES).toEqual(EngineKind.options);
  expect(OPERATION_STATUSES).toEqual(OperationStatus.options);
  expect(TENANT_FILTERS).toEqual(tenantContract.list['~orpc'].inputSchema?.shape.status.unwrap().options);
  expect([...TENANT_FIELDS].sort()).toEqual(Object.keys(Tenant.shape).sort());
  expect(INSTANCE_FIELDS.length).toBe(15);
});
