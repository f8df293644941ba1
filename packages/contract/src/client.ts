import { createORPCClient, ORPCError } from '@orpc/client';
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import type { Problem } from './problem.ts';

export interface ClientOptions {
  /** Origin and prefix, such as `http://localhost:3001/api/v1`. */
  url: string;
  /** Asked before every call. */
  headers?: (context: CallContext) => Record<string, string>;
  fetch?: (request: Request, init: object) => Promise<Response>;
}
/** Per call: sent as `Idempotency-Key`. */
export interface CallContext {
  idempotencyKey?: string;
}

/** A call that the server refused, or that never reached it (`status` 0, code `UNREACHABLE`). */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem, options?: { cause?: unknown }) {
    super(problem.detail, options);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** The typed client of a contract; every failure is a `ProblemError`. */
export function createApiClient<Contract extends AnyContractRouter>(
  contract: Contract,
  options: ClientOptions,
): ContractRouterClient<Contract, CallContext> {
  const link = new OpenAPILink<CallContext>(contract, {
    url: options.url,
    headers: ({ context }) => ({
      ...(context.idempotencyKey ? { 'idempotency-key': context.idempotencyKey } : {}),
      ...options.headers?.(context),
    }),
    fetch: async (request, init) => readable(await (options.fetch ?? fetch)(request, init)),
    customErrorResponseBodyDecoder: (body, response) =>
      isProblem(body) ? new ORPCError(body.code, { status: response.status, message: body.detail, data: body }) : null,
    interceptors: [
      async ({ next }) => {
        try {
          return await next();
        } catch (error) {
          throw toProblemError(error);
        }
      },
    ],
  });
  return createORPCClient(link);
}

/** The link takes only `application/json` for JSON; problem documents have a type of their own. */
function readable(response: Response): Response {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return response;
  const headers = new Headers(response.headers);
  headers.set('content-type', 'application/json');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

function toProblemError(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof ORPCError) {
    if (isProblem(error.data)) return new ProblemError(error.data, { cause: error });
    return new ProblemError(
      { type: 'about:blank', title: error.code, status: error.status, detail: error.message, code: error.code },
      { cause: error },
    );
  }
  const detail = error instanceof Error ? error.message : 'The server did not answer.';
  return new ProblemError({ type: 'about:blank', title: 'Unreachable', status: 0, detail, code: 'UNREACHABLE' }, { cause: error });
}

/** Told by hand: the validation library would weigh on every first page. */
function isProblem(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null) return false;
  const { status, detail, code } = body as Partial<Problem>;
  return typeof status === 'number' && typeof detail === 'string' && typeof code === 'string';
}
