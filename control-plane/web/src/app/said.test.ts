import { expect, it } from '@jest/globals';
import en from '../locales/en.json' with { type: 'json' };
import es from '../locales/es.json' with { type: 'json' };
import ptBR from '../locales/pt-BR.json' with { type: 'json' };
import { findSentence, SENTENCE_KEYS } from './said.ts';

it.each([
  ['Its host name answers after 812 ms.', 'hostAnswers', { ms: '812' }],
  ['Its host name answers with nothing.', 'hostSilent', {}],
  ['Its host name answers with 502.', 'hostAnswersWith', { status: '502' }],
  ['admin@padaria.example can sign in.', 'canSignIn', { email: 'admin@padaria.example' }],
  ['The app ended while starting (exit code 1): Port 80 is taken.', 'appEnded', { why: 'exit code 1', rest: 'Port 80 is taken.' }],
  ['The app ended while starting (SIGKILL).', 'appEnded', { why: 'SIGKILL', rest: undefined }],
])('%s', (text, key, facts) => expect(findSentence(text)).toEqual({ key, facts }));

it('leaves a person’s own words alone', () => expect(findSentence('Sem pagamento desde março.')).toBeNull());

it.each([ptBR, en, es])('has a text for every sentence in every language', ({ said }) => {
  expect(Object.keys(said).toSorted()).toEqual(SENTENCE_KEYS.toSorted());
});
