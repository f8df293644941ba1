import type { Conversation } from '@chat-saas/tenant-app/contract';
import type { InfiniteData } from '@tanstack/react-query';

export type Filter = 'pending' | 'mine' | 'all' | 'closed';
export interface ListInput {
  filter?: Filter;
  instanceId?: string;
  q?: string;
}
export interface ConversationPage {
  items: Conversation[];
  nextCursor: string | null;
}
export type Pages = InfiniteData<ConversationPage, string | undefined>;

/** Whether a list with this filter shows the conversation. Words are searched by the server only. */
export function fitsList(conversation: Conversation, { filter = 'all', instanceId }: ListInput, myId: string): boolean {
  if (instanceId && conversation.instanceId !== instanceId) return false;
  if (filter === 'pending') return conversation.state === 'awaiting_human';
  if (filter === 'mine') return conversation.state === 'human_replied' && conversation.assignee?.id === myId;
  return (conversation.state === 'closed') === (filter === 'closed');
}

/** Puts a changed conversation where it belongs in a loaded list: moved up, taken in, taken out, or renewed in place. */
export function placeInList(pages: Pages, conversation: Conversation, input: ListInput, myId: string): Pages {
  const before = pages.pages.flatMap(({ items }) => items).find(({ id }) => id === conversation.id);
  const fits = fitsList(conversation, input, myId) && (before !== undefined || !input.q);
  if (!fits && !before) return pages;
  if (fits && before && before.updatedAt === conversation.updatedAt)
    return mapItems(pages, (items) => items.map((item) => (item.id === conversation.id ? conversation : item)));
  const without = mapItems(pages, (items) => items.filter(({ id }) => id !== conversation.id));
  return fits ? insertByTime(without, conversation) : without;
}

function insertByTime(pages: Pages, conversation: Conversation): Pages {
  let placed = false;
  const next = pages.pages.map((page, index) => {
    if (placed) return page;
    const position = page.items.findIndex((item) => item.updatedAt < conversation.updatedAt);
    const isEnd = index === pages.pages.length - 1 && page.nextCursor === null;
    if (position === -1 && !isEnd) return page;
    placed = true;
    return { ...page, items: position === -1 ? [...page.items, conversation] : page.items.toSpliced(position, 0, conversation) };
  });
  return { ...pages, pages: next };
}

const mapItems = (pages: Pages, change: (items: Conversation[]) => Conversation[]): Pages => ({
  ...pages,
  pages: pages.pages.map((page) => ({ ...page, items: change(page.items) })),
});
