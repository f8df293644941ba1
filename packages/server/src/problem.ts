import { COMMON_ERRORS, type Problem } from '@chat-saas/contract';

interface ProblemOptions {
  status?: number;
  detail?: string;
  params?: Record<string, unknown>;
  errors?: Problem['errors'];
  cause?: unknown;
}

/** An expected failure. Status and sentence come from the procedure's declared errors where they are not given here. */
export class ProblemException extends Error {
  readonly code: string;
  readonly options: ProblemOptions;
  constructor(code: string, options: ProblemOptions = {}) {
    super(options.detail ?? code, { cause: options.cause });
    this.name = 'ProblemException';
    this.code = code;
    this.options = options;
  }
}

/** `throw problem('NOT_FOUND')`; `params` are facts for the reader: limits, valid values, seconds to wait. */
export const problem = (code: string, options?: ProblemOptions) => new ProblemException(code, options);
export const notFound = () => problem('NOT_FOUND');

export interface ErrorDefinition {
  status?: number | undefined;
  message?: string | undefined;
}

/** The document that goes over the wire. `declared` are the errors of the procedure that threw. */
export function problemDocument(
  error: ProblemException,
  requestId: string | undefined,
  declared: Record<string, ErrorDefinition | undefined> = {},
): Problem {
  const definition: ErrorDefinition = declared[error.code] ?? (COMMON_ERRORS as Record<string, ErrorDefinition>)[error.code] ?? {};
  return {
    type: 'about:blank',
    title: error.code.toLowerCase().replaceAll('_', ' '),
    status: error.options.status ?? definition.status ?? 400,
    detail: error.options.detail ?? definition.message ?? error.code,
    code: error.code,
    ...(requestId ? { requestId } : {}),
    ...(error.options.errors ? { errors: error.options.errors } : {}),
    ...(error.options.params ? { params: error.options.params } : {}),
  };
}

/** What a bug looks like from outside: nothing but a number to quote. */
export const internalProblem = (requestId: string | undefined): Problem => ({
  type: 'about:blank',
  title: 'internal error',
  status: 500,
  detail: 'Something went wrong on our side. Try again; if it stays, quote the request id.',
  code: 'INTERNAL_ERROR',
  ...(requestId ? { requestId } : {}),
});
