import { expect, it } from '@jest/globals';
import { z } from 'zod';
import { fillText, findForbiddenPlaceholder, readTexts } from './texts.ts';

it('fills names in as they are, and leaves other texts alone', async () => {
  expect(await fillText('{{ a }} e {{b}}', { a: '<i>&', b: '{{a}}' })).toBe('<i>& e {{a}}');
  expect(await fillText('100% {certo}', {})).toBe('100% {certo}');
  for (let n = 0; n < 250; n++) expect(await fillText(`${n} {{a}}`, { a: 'x' })).toBe(`${n} x`);
});

it('names what can’t be filled in', async () => {
  expect(await findForbiddenPlaceholder('{{a}} {{{a}}}', ['a'])).toBeNull();
  expect(await findForbiddenPlaceholder('{{b}}', ['a'])).toBe('{{b}}');
  expect(await findForbiddenPlaceholder('{{#each a}}{{/each}}', ['a'])).toBe('a command');
  expect(await findForbiddenPlaceholder('{{a', ['a'])).toBe('{{ without its }}');
});

it.each(['pt-BR', 'en', 'es'] as const)('the letter for a forgotten password is there in %s', async (locale) => {
  const letter = await readTexts(z.object({ subject: z.string(), text: z.string() }), locale, 'password-reset');
  expect([...letter.text.matchAll(/{{(\w+)}}/g)].map((match) => match[1])).toEqual(['name', 'link', 'companyName']);
});
