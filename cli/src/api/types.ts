import type { CallContext } from '@chat-saas/contract/client';
import type { platformContract } from '@chat-saas/control-plane/contract';
import type { ContractRouterClient } from '@orpc/contract';
import type { ROUTES } from './routes.ts';

type PlatformClient = ContractRouterClient<typeof platformContract, CallContext>;

/** The procedures of `ROUTES`, typed by the control plane's contract. */
export type Api = {
  [Group in keyof typeof ROUTES]: {
    [Name in keyof (typeof ROUTES)[Group]]: Group extends keyof PlatformClient
      ? Name extends keyof PlatformClient[Group]
        ? PlatformClient[Group][Name]
        : never
      : never;
  };
};

export type { Operation, PlanId, Tenant } from '@chat-saas/control-plane/contract';
export type Instance = Awaited<ReturnType<Api['instances']['create']>>;
export type ConnectLink = Awaited<ReturnType<Api['instances']['revokeConnectLink']>>;
export type Preview = Awaited<ReturnType<Api['tenants']['preview']>>;
export type TenantFilter = NonNullable<Parameters<Api['tenants']['list']>[0]['status']>;
export type OperationFilter = NonNullable<Parameters<Api['operations']['list']>[0]['status']>;
export type EngineName = NonNullable<Parameters<Api['instances']['create']>[0]['engine']>;
