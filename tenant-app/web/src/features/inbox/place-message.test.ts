import type { Message } from '@chat-saas/tenant-app/contract';
import { describe, expect, it } from '@jest/globals';
import { type MessagePages, placeMessage } from './place-message.ts';

const message = (id: string, receipt: Message['receipt'] = null): Message => ({
  id,
  conversationId: 'c',
  from: receipt ? 'agent' : 'contact',
  authorName: null,
  kind: 'text',
  text: id,
  attachment: null,
  at: '2026-11-21T12:00:00Z',
  receipt,
  error: null,
  clientRef: null,
});
const pages = (nextBefore: string | null, ...items: Message[]): MessagePages => ({
  pages: [{ items, nextBefore }],
  pageParams: [undefined],
});
const shown = (all: MessagePages) =>
  all.pages.flatMap(({ items }) => items.map(({ id, receipt }) => id + (receipt ? `:${receipt}` : ''))).join(' ');

describe('placeMessage', () => {
  it('puts the newest first, once', () => {
    const once = placeMessage(pages(null, message('2'), message('1')), message('3'));
    expect(shown(placeMessage(once, message('3')))).toBe('3 2 1');
  });
  it('puts a late one in its place', () =>
    expect(shown(placeMessage(pages(null, message('3'), message('1')), message('2')))).toBe('3 2 1'));
  it('leaves out what is older than the loaded pages', () =>
    expect(shown(placeMessage(pages('more', message('3')), message('1')))).toBe('3'));
  it.each([
    ['sent', 'queued', 'sent'],
    ['sent', 'read', 'read'],
    ['sent', 'failed', 'failed'],
    ['failed', 'queued', 'queued'],
  ] as const)('%s, then told %s: %s', (known, told, result) =>
    expect(shown(placeMessage(pages(null, message('1', known)), message('1', told)))).toBe(`1:${result}`),
  );
});
