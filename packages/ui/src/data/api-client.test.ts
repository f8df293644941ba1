import { procedure } from '@chat-saas/contract';
import { ProblemError } from '@chat-saas/contract/client';
import { afterEach, expect, it, jest } from '@jest/globals';
import { createApiClient } from './api-client.ts';

const contract = { closure: procedure({ access: 'agent' }).route({ method: 'PUT', path: '/closure' }) };
const page = { location: { origin: 'http://padaria.localhost:3001' }, document: { cookie: 'csrf=t0ken' } };

afterEach(() => {
  jest.restoreAllMocks();
});

function answer(status: number, body: object, type: string) {
  Object.assign(globalThis, page);
  return jest
    .spyOn(globalThis, 'fetch')
    .mockResolvedValue(new Response(JSON.stringify(body), { status, headers: { 'content-type': type } }));
}

it('speaks to the page’s own origin with the cookie’s CSRF token', async () => {
  const fetched = answer(200, {}, 'application/json');
  await createApiClient(contract).closure();
  const request = fetched.mock.calls[0]![0] as Request;
  expect(request.url).toBe('http://padaria.localhost:3001/api/v1/closure');
  expect(request.headers.get('x-csrf-token')).toBe('t0ken');
});

it('turns a problem document, by its own media type, into an error with code and request id', async () => {
  answer(
    409,
    { type: 'about:blank', title: 'x', status: 409, detail: 'Taken.', code: 'SLUG_TAKEN', requestId: 'r1' },
    'application/problem+json; charset=utf-8',
  );
  const error = await createApiClient(contract)
    .closure()
    .catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(ProblemError);
  expect((error as ProblemError).problem).toMatchObject({ status: 409, code: 'SLUG_TAKEN', requestId: 'r1' });
});

it('calls a server that can’t be reached unreachable', async () => {
  answer(200, {}, 'application/json').mockRejectedValue(new TypeError('fetch failed'));
  await expect(createApiClient(contract).closure()).rejects.toMatchObject({ problem: { code: 'UNREACHABLE', status: 0 } });
});
