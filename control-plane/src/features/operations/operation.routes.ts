import type { Handlers } from '@chat-saas/server/rpc';
import type { Actor, AppContext } from '../../app/context.ts';
import type { operationContract } from './operation.contract.ts';
import { cancelOperation, getOperation, listOperations, retryOperation } from './operation.service.ts';

export const operationRoutes: Handlers<typeof operationContract, AppContext, Actor> = {
  list: ({ input }) => listOperations(input),
  get: ({ input }) => getOperation(input.id),
  cancel: ({ ctx, actor, input }) => cancelOperation(ctx, actor, input.id),
  retry: ({ ctx, actor, input }) => retryOperation(ctx, actor, input.id),
};
