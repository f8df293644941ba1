import { expect, it } from '@jest/globals';
import { matchesAction } from './match-action.ts';

const page = { label: 'Relatórios', description: 'Conversas por dia', keywords: ['gráfico'] };

it.each([
  ['', true],
  ['relatorio', true],
  ['CONV dia', true],
  ['grafico', true],
  ['contatos', false],
  ['relatorio contatos', false],
])('“%s” finds the page: %s', (query, found) => expect(matchesAction(page, query)).toBe(found));
