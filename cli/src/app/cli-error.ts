import type { Problem } from '@chat-saas/contract';

interface CliErrorOptions {
  /** One sentence on what to do. */
  hint?: string;
  /** HTTP status that says the same; 0 where no server said it. */
  status?: number;
  params?: Record<string, unknown>;
  cause?: unknown;
}

/** An expected failure that this program found itself. The code decides the exit code. */
export class CliError extends Error {
  readonly code: string;
  readonly options: CliErrorOptions;
  constructor(code: string, what: string, options: CliErrorOptions = {}) {
    super(what, { cause: options.cause });
    this.name = 'CliError';
    this.code = code;
    this.options = options;
  }
}

/** A refusal by the server, as it was sent. */
export class ApiError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ApiError';
    this.problem = problem;
  }
}

/** Wrong or missing words on the command line: exit code 2. */
export const usageError = (what: string, hint?: string) => new CliError('USAGE', what, hint ? { hint } : {});

/** Whether the server answered with this code. */
export const isRefusal = (error: unknown, code: string): error is ApiError => error instanceof ApiError && error.problem.code === code;
