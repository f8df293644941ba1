import type { Message } from '@chat-saas/tenant-app/contract';
import type { InfiniteData } from '@tanstack/react-query';

/** Newest first, as the server pages them: ids sort by time. */
export interface MessagePage {
  items: Message[];
  nextBefore: string | null;
}
export type MessagePages = InfiniteData<MessagePage, string | undefined>;

/** Takes a message into the loaded pages: renewed in place, else as one of the newest; what is older than the pages is left out. */
export function placeMessage(pages: MessagePages, message: Message): MessagePages {
  const known = pages.pages.flatMap(({ items }) => items).find(({ id }) => id === message.id);
  if (known && isBehind(message, known)) return pages;
  if (known)
    return {
      ...pages,
      pages: pages.pages.map((page) => ({ ...page, items: page.items.map((item) => (item === known ? message : item)) })),
    };
  const [first, ...rest] = pages.pages;
  if (!first) return pages;
  const position = first.items.findIndex((item) => item.id < message.id);
  if (position === -1 && (rest.length > 0 || first.nextBefore)) return pages;
  const items = position === -1 ? [...first.items, message] : first.items.toSpliced(position, 0, message);
  return { ...pages, pages: [{ ...first, items }, ...rest] };
}

const RANK = { queued: 0, sending: 1, unknown: 1, sent: 2, delivered: 3, read: 4 };

/** Receipts go forward, except that whatever failed may begin again: the answer of a call may come after the event that outdates it. */
function isBehind({ receipt }: Message, known: Message): boolean {
  if (!receipt || !known.receipt || receipt === 'failed' || known.receipt === 'failed') return false;
  return RANK[receipt] < RANK[known.receipt];
}
