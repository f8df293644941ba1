import type { Conversation } from '@chat-saas/tenant-app/contract';
import type { QueryClient } from '@tanstack/react-query';
import { orpc } from '../../app/api.ts';
import { type ListInput, type Pages, placeInList } from './place-conversation.ts';

/** Writes a conversation, as the server told it, into every loaded list and its own entry; what a late answer tells about the past is left out. */
export function storeConversation(queryClient: QueryClient, conversation: Conversation, myId: string): void {
  const key = orpc.conversations.get.queryKey({ input: { id: conversation.id } });
  const known = queryClient.getQueryData(key) ?? findConversation(queryClient, conversation.id);
  if (known && known.revision > conversation.revision) return;
  queryClient.setQueryData(key, conversation);
  for (const [listKey, pages] of queryClient.getQueriesData<Pages>({ queryKey: orpc.conversations.list.key({ type: 'infinite' }) })) {
    if (!pages) continue;
    const next = placeInList(pages, conversation, inputOf(listKey), myId);
    if (next !== pages) queryClient.setQueryData(listKey, next);
  }
}

/** The input under which oRPC's key keeps a list. */
function inputOf(key: readonly unknown[]): ListInput {
  const options = key[1];
  const input = typeof options === 'object' && options !== null && 'input' in options ? options.input : undefined;
  return typeof input === 'object' && input !== null ? input : {};
}

export function findConversation(queryClient: QueryClient, id: string): Conversation | undefined {
  const lists = queryClient.getQueriesData<Pages>({ queryKey: orpc.conversations.list.key({ type: 'infinite' }) });
  for (const [, pages] of lists) {
    const found = pages?.pages.flatMap(({ items }) => items).find((item) => item.id === id);
    if (found) return found;
  }
  return undefined;
}
