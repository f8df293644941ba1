import type { Message } from '@chat-saas/tenant-app/contract';
import type { QueryClient } from '@tanstack/react-query';
import { orpc } from '../../app/api.ts';
import { type MessagePages, placeMessage } from './place-message.ts';

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
