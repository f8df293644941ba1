import type { platformContract } from '@chat-saas/control-plane/contract';
import type { InferContractRouterOutputs } from '@orpc/contract';

export type House = InferContractRouterOutputs<typeof platformContract>['dashboard']['get'];
