import { expect, it } from '@jest/globals';
import { freeSlug, isReservedSlug, slugOf } from './slug.ts';

it.each([
  ['Padaria São João', 'padaria-sao-joao'],
  ['  ÇÃO & Cia. ', 'cao-cia'],
  ['🍞🍞', 'cliente'],
  ['../etc/passwd', 'etc-passwd'],
  ['{{constructor}}', 'constructor'],
  ['$where', 'where'],
  ['a'.repeat(80), 'a'.repeat(32)],
  ['日本', 'cliente'],
])('%s becomes %s', (name, slug) => expect(slugOf(name)).toBe(slug));

it('adds a number to what is taken or reserved', () => {
  expect(freeSlug('loja', new Set(['loja', 'loja-2']))).toBe('loja-3');
  expect(freeSlug('admin', new Set())).toBe('admin-2');
  expect(isReservedSlug('xn--loja')).toBe(true);
});
