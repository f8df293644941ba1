import type { Conversation } from '@chat-saas/tenant-app/contract';
import { describe, expect, it } from '@jest/globals';
import { type Pages, placeInList } from './place-conversation.ts';

const conversation = (id: string, minute: number, more: Partial<Conversation> = {}): Conversation => {
  const at = new Date(Date.UTC(2026, 10, 21, 9, minute)).toISOString();
  const contact = { id: `p${id}`, name: id, phone: '5581997124408' };
  return {
    id,
    instanceId: 'i1',
    instanceName: 'Loja',
    contact,
    state: 'ai_active',
    assignee: null,
    waitingSince: null,
    unread: 0,
    lastMessage: null,
    revision: 1,
    createdAt: at,
    updatedAt: at,
    ...more,
  };
};
const pagesOf = (nextCursor: string | null, ...ids: [string, number][]): Pages => ({
  pages: [{ items: ids.map(([id, minute]) => conversation(id, minute)), nextCursor }],
  pageParams: [undefined],
});
const ids = (pages: Pages) => pages.pages.flatMap(({ items }) => items.map(({ id }) => id)).join('');

describe('placeInList', () => {
  const loaded = pagesOf(null, ['a', 30], ['b', 20], ['c', 10]);

  it('moves what got a message to the top', () => expect(ids(placeInList(loaded, conversation('c', 40), {}, 'me'))).toBe('cab'));
  it('takes in what is new', () => expect(ids(placeInList(loaded, conversation('d', 25), {}, 'me'))).toBe('adbc'));
  it('renews in place what only changed', () => {
    const next = placeInList(loaded, conversation('b', 20, { unread: 0, state: 'awaiting_human' }), {}, 'me');
    expect(ids(next)).toBe('abc');
    expect(next.pages[0]?.items[1]?.state).toBe('awaiting_human');
  });
  it('takes out what no longer fits the filter', () =>
    expect(ids(placeInList(loaded, conversation('b', 20, { state: 'closed' }), { filter: 'all' }, 'me'))).toBe('ac'));
  it('leaves a list alone that it has no place in', () => {
    const other = conversation('d', 25, { instanceId: 'i2' });
    expect(placeInList(loaded, other, { instanceId: 'i1' }, 'me')).toBe(loaded);
    expect(placeInList(loaded, conversation('d', 25), { q: 'maria' }, 'me')).toBe(loaded);
  });
  it('keeps what is older than the loaded pages for the next page', () =>
    expect(ids(placeInList(pagesOf('more', ['a', 30]), conversation('z', 5), {}, 'me'))).toBe('a'));
  it('knows mine', () => {
    const mine = conversation('d', 40, { state: 'human_replied', assignee: { id: 'me', name: 'Marina' } });
    expect(ids(placeInList(loaded, mine, { filter: 'mine' }, 'me'))).toBe('dabc');
    expect(ids(placeInList(loaded, mine, { filter: 'mine' }, 'you'))).toBe('abc');
  });
});
