import type { Operation } from '@chat-saas/control-plane/contract';
import type { QueryClient } from '@tanstack/react-query';
import { orpc } from '../../app/api.ts';

interface OperationPageData {
  items: Operation[];
  nextCursor: string | null;
}

/** Puts an operation, with its steps as they are now, wherever it is loaded. A new one, or one that has just ended, refreshes what hangs on it. */
export function storeOperation(queryClient: QueryClient, operation: Operation): void {
  queryClient.setQueryData<Operation>(orpc.operations.get.queryKey({ input: { id: operation.id } }), operation);
  let isListed = false;
  queryClient.setQueriesData<OperationPageData>({ queryKey: orpc.operations.list.key() }, (page) => {
    if (!page?.items.some(({ id }) => id === operation.id)) return page;
    isListed = true;
    return { ...page, items: page.items.map((item) => (item.id === operation.id ? operation : item)) };
  });
  if (!isListed || operation.finishedAt) void queryClient.invalidateQueries({ queryKey: orpc.operations.list.key() });
  if (operation.finishedAt) void queryClient.invalidateQueries({ queryKey: orpc.instances.key() });
}
