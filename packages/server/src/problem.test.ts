import { expect, it } from '@jest/globals';
import { asProblem } from './http.ts';
import { internalProblem, problem, problemDocument } from './problem.ts';

it('takes status and sentence from what the procedure declares, then from the common errors', () => {
  const declared = { TOO_MANY: { status: 409, message: 'Há demais.' } };
  expect(problemDocument(problem('TOO_MANY', { params: { max: 3 } }), 'r-1', declared)).toEqual({
    type: 'about:blank',
    title: 'too many',
    status: 409,
    detail: 'Há demais.',
    code: 'TOO_MANY',
    requestId: 'r-1',
    params: { max: 3 },
  });
  expect(problemDocument(problem('NOT_FOUND'), undefined)).toMatchObject({ status: 404, detail: expect.stringContaining('nothing here') });
  expect(problemDocument(problem('NEW', { status: 418, detail: 'Bule.' }), undefined)).toMatchObject({ status: 418, detail: 'Bule.' });
});

it('tells nothing about a bug but a number', () => {
  expect(internalProblem('r-2')).toMatchObject({ status: 500, code: 'INTERNAL_ERROR', requestId: 'r-2' });
});

it.each([
  [{ code: 'LIMIT_FILE_SIZE' }, 'PAYLOAD_TOO_LARGE'],
  [{ type: 'entity.too.large', status: 413 }, 'PAYLOAD_TOO_LARGE'],
  [{ code: 'LIMIT_UNEXPECTED_FILE' }, 'INVALID_INPUT'],
  [new URIError('malformed'), 'INVALID_INPUT'],
  [{ status: 416 }, 'INVALID_INPUT'],
])('%j is the caller’s: %s', (error, code) => {
  expect(asProblem(error)?.code).toBe(code);
});

it.each([[new Error('bug')], [{ status: 500 }], [null], ['text']])('%j is ours', (error) => {
  expect(asProblem(error)).toBeNull();
});
