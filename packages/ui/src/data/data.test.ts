import { ProblemError } from '@chat-saas/contract/client';
import { beforeAll, describe, expect, it } from '@jest/globals';
import i18next from 'i18next';
import { csrfToken } from './api-client.ts';
import { fieldText, problemText } from './problem-text.ts';
import { mayHelpToRetry } from './query-client.ts';
import { schemaErrors, serverErrors } from './use-api-form.ts';

const problem = (status: number, code: string, more: object = {}) =>
  new ProblemError({ type: 'about:blank', title: code, status, detail: 'As the server says it.', code, ...more });

beforeAll(async () => {
  const ui = {
    problem: { RATE_LIMITED: 'Espere {{seconds}} s.', INTERNAL_ERROR: 'Erro nosso.', UNEXPECTED: 'Erro.' },
    field: { tooLong: 'Até {{count}}.' },
  };
  await i18next.init({
    lng: 'pt-BR',
    resources: { 'pt-BR': { ui, app: { problem: { TENANT_EXISTS: 'Já existe.' } } } },
    interpolation: { escapeValue: false },
  });
});

describe('problemText', () => {
  it('takes the app’s text, then the shared one, with the problem’s params', () => {
    expect(problemText(problem(409, 'TENANT_EXISTS'))).toBe('Já existe.');
    expect(problemText(problem(429, 'RATE_LIMITED', { params: { seconds: 30 } }))).toBe('Espere 30 s.');
  });
  it('falls back to the server’s sentence; a bug’s own words are never shown', () => {
    expect(problemText(problem(409, 'UNKNOWN_CODE'))).toBe('As the server says it.');
    expect(problemText(problem(500, 'INTERNAL_ERROR'))).toBe('Erro nosso.');
    expect(problemText(new TypeError('x is not a function'))).toBe('Erro.');
  });
});

describe('fields', () => {
  it('translates the contract’s sentences and leaves others alone', () => {
    expect(fieldText('At most 80 characters.')).toBe('Até 80.');
    expect(fieldText('Something else.')).toBe('Something else.');
  });
  it('shows the first error of each field', () => {
    const issues = [
      { path: ['name'], message: 'First.' },
      { path: ['name'], message: 'Second.' },
      { path: ['hours', 0, 'from'], message: 'Third.' },
    ];
    expect(schemaErrors({ safeParse: () => ({ success: false, error: { issues } }) }, {})).toEqual({
      name: 'First.',
      'hours.0.from': 'Third.',
    });
  });
  it('keeps an error about a field that isn’t there for the whole form', () => {
    const error = problem(400, 'INVALID_INPUT', { errors: [{ path: 'slug', message: 'Taken.' }] });
    expect(serverErrors(error, { slug: '' })).toEqual({ slug: 'Taken.' });
    expect(serverErrors(error, { name: '' })).toEqual({});
  });
});

describe('csrfToken', () => {
  it.each([
    ['csrf=abc', 'abc'],
    ['sid=1; csrf=a%3Db; x=2', 'a=b'],
    ['__Host-csrf=abc', 'abc'],
    ['notcsrf=abc', null],
    ['', null],
  ])('%s → %s', (cookies, token) => expect(csrfToken(cookies)).toBe(token));
});

it('asks again only where it may help', () => {
  expect(mayHelpToRetry(0, problem(404, 'NOT_FOUND'))).toBe(false);
  expect(mayHelpToRetry(0, problem(503, 'SERVICE_UNAVAILABLE'))).toBe(true);
  expect(mayHelpToRetry(1, problem(0, 'UNREACHABLE'))).toBe(true);
  expect(mayHelpToRetry(2, problem(0, 'UNREACHABLE'))).toBe(false);
});
