import { expect, it } from '@jest/globals';
import type { LocalMessage } from './outbox.ts';
import { toLines, withOutbox } from './thread-lines.ts';

const message = (id: string, at: string, more: Partial<LocalMessage> = {}): LocalMessage => ({
  id,
  conversationId: 'c',
  from: 'contact',
  authorName: null,
  kind: 'text',
  text: id,
  attachment: null,
  at,
  receipt: null,
  error: null,
  clientRef: null,
  ...more,
});

it('parts the days of the zone and opens a run per sender', () => {
  const lines = toLines(
    [
      message('1', '2026-11-21T02:50:00Z'), // still the 20th in São Paulo
      message('2', '2026-11-21T03:10:00Z'),
      message('3', '2026-11-21T03:11:00Z'),
      message('4', '2026-11-21T03:12:00Z', { from: 'bot', authorName: 'Aurora', receipt: 'read' }),
    ],
    'America/Sao_Paulo',
  );
  expect(lines.map((line) => (line.kind === 'day' ? '—' : line.message.id + (line.first ? '*' : '')))).toEqual([
    '—',
    '1*',
    '—',
    '2*',
    '3',
    '4*',
  ]);
});

it('shows a sent message once, under the same key', () => {
  const local = message('local-r1', '2026-11-21T12:00:00Z', { from: 'agent', clientRef: 'r1', receipt: 'sending' });
  const arrived = message('9', '2026-11-21T12:00:01Z', { from: 'agent', clientRef: 'r1', receipt: 'sent' });
  expect(withOutbox([arrived], [local])).toEqual([arrived]);
  const keys = [withOutbox([], [local]), withOutbox([arrived], [local])].map((all) => toLines(all, 'America/Sao_Paulo').at(-1)?.key);
  expect(keys).toEqual(['r1', 'r1']);
});
