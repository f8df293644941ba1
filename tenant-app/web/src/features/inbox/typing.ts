import { type QueryClient, useQuery } from '@tanstack/react-query';

const STALE_AFTER_MS = 15_000;
const key = (conversationId: string) => ['typing', conversationId];
const timers = new Map<string, number>();

/** Notes that the contact writes. A lost “stopped” ends by itself. */
export function storeTyping(queryClient: QueryClient, { conversationId, on }: { conversationId: string; on: boolean }): void {
  window.clearTimeout(timers.get(conversationId));
  timers.delete(conversationId);
  queryClient.setQueryData(key(conversationId), on);
  if (on)
    timers.set(
      conversationId,
      window.setTimeout(() => storeTyping(queryClient, { conversationId, on: false }), STALE_AFTER_MS),
    );
}

/** Whether the contact is writing right now. */
export function useTyping(conversationId: string): boolean {
  const { data } = useQuery({
    queryKey: key(conversationId),
    queryFn: () => false,
    enabled: false,
    initialData: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data;
}
