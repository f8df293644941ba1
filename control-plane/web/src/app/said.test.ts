import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { findSentence } from './said.ts';

it.each([
  ['Its host name answers after 812 ms.', 'hostAnswers', { ms: '812' }],
  ['Its host name answers with nothing.', 'hostSilent', {}],
  ['Its host name answers with 502.', 'hostAnswersWith', { status: '502' }],
  ['admin@padaria.example can sign in.', 'canSignIn', { email: 'admin@padaria.example' }],
  ['The app ended while starting (exit code 1): Port 80 is taken.', 'appEnded', { why: 'exit code 1', rest: 'Port 80 is taken.' }],
  ['The app ended while starting (SIGKILL).', 'appEnded', { why: 'SIGKILL', rest: undefined }],
])('%s', (text, key, facts) => expect(findSentence(text)).toEqual({ key, facts }));

it('leaves a person’s own words alone', () => expect(findSentence('Sem pagamento desde março.')).toBeNull());

it('has a text for every sentence in every language', () => {
  const source = readFileSync(new URL('./said.ts', import.meta.url), 'utf8');
  const keys = [...source.matchAll(/^ {2}\[\/.*, '(\w+)'\],$/gm)].map((match) => match[1]);
  expect(keys.length).toBeGreaterThan(30);
  for (const language of ['pt-BR', 'en', 'es']) {
    const texts = JSON.parse(readFileSync(new URL(`../locales/${language}.json`, import.meta.url), 'utf8')) as { said: object };
    expect(Object.keys(texts.said).toSorted()).toEqual([...new Set(keys)].toSorted());
  }
});
