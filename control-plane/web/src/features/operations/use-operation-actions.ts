import type { Operation } from '@chat-saas/control-plane/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { orpc } from '../../app/api.ts';
import { storeOperation } from './operation-cache.ts';

/** Cancel and retry; every answer goes into what is loaded. */
export function useOperationActions(onRetried: (next: Operation) => void) {
  const queryClient = useQueryClient();
  const refreshTenant = () => void queryClient.invalidateQueries({ queryKey: orpc.tenants.key() });
  const cancel = useMutation(orpc.operations.cancel.mutationOptions({ onSuccess: (operation) => storeOperation(queryClient, operation) }));
  const retry = useMutation(
    orpc.operations.retry.mutationOptions({
      onSuccess: (operation) => {
        storeOperation(queryClient, operation);
        refreshTenant();
        onRetried(operation);
      },
    }),
  );
  return { cancel, retry };
}
