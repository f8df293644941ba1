import type { Message } from '@chat-saas/tenant-app/contract';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { orpc } from '../../app/api.ts';

/** Newest first, as the server pages them: ids sort by time. */
export interface MessagePage {
  items: Message[];
  nextBefore: string | null;
}
export type MessagePages = InfiniteData<MessagePage, string | undefined>;

/** Takes a message into the loaded pages: renewed in place, else as one of the newest; what is older than the pages is left out. */
export function placeMessage(pages: MessagePages, message: Message): MessagePages {
  const isSame = (other: Message) => other.id === message.id;
  if (pages.pages.some(({ items }) => items.some(isSame)))
    return { ...pages, pages: pages.pages.map((page) => ({ ...page, items: page.items.map((item) => (isSame(item) ? message : item)) })) };
  const [first, ...rest] = pages.pages;
  if (!first) return pages;
  const position = first.items.findIndex((item) => item.id < message.id);
  if (position === -1 && (rest.length > 0 || first.nextBefore)) return pages;
  const items = position === -1 ? [...first.items, message] : first.items.toSpliced(position, 0, message);
  return { ...pages, pages: [{ ...first, items }, ...rest] };
}

export const messagesInput = (conversationId: string) => (before: string | undefined) => ({
  conversationId,
  limit: 50,
  ...(before ? { before } : {}),
});

export const messagesKey = (conversationId: string) =>
  orpc.messages.list.infiniteKey<string | undefined>({ input: messagesInput(conversationId), initialPageParam: undefined });

/** Writes a message, as the server told it, into its conversation's thread, if that is loaded. */
export function storeMessage(queryClient: QueryClient, message: Message): void {
  queryClient.setQueryData<MessagePages>(messagesKey(message.conversationId), (pages) => pages && placeMessage(pages, message));
}

export function dropMessage(queryClient: QueryClient, conversationId: string, id: string): void {
  queryClient.setQueryData<MessagePages>(
    messagesKey(conversationId),
    (pages) => pages && { ...pages, pages: pages.pages.map((page) => ({ ...page, items: page.items.filter((item) => item.id !== id) })) },
  );
}
