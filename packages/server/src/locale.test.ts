import { expect, it } from '@jest/globals';
import { localeOf } from './locale.ts';

it.each([
  [undefined, 'pt-BR'],
  ['pt', 'pt-BR'],
  ['en-US,en;q=0.9', 'en'],
  ['de, es-AR;q=0.8, en;q=0.5', 'es'],
  ['xx', 'pt-BR'],
])('%s is %s', (header, locale) => expect(localeOf(header)).toBe(locale));
