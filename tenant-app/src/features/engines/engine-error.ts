/** What went wrong, in the engine's own terms; the service above turns it into a problem document. */
export type EngineErrorCode =
  | 'not_ready'
  | 'not_awaiting_link'
  | 'logged_out'
  | 'blocked'
  | 'invalid_recipient'
  | 'media_too_large'
  | 'media_unsupported'
  | 'media_unavailable'
  | 'rate_limited'
  | 'timeout'
  | 'network'
  | 'refused'
  | 'engine_crashed'
  | 'engine_incompatible'
  | 'profile_locked'
  | 'unsupported'
  | 'internal';

export interface EngineErrorData {
  code: EngineErrorCode;
  message: string;
  /** For `send`: may the message have gone out? `unknown` must not be sent again before `findSent` said that it is not there. */
  outcome: 'not_sent' | 'unknown';
  retryAfterMs?: number;
}

const retryableCodes: readonly EngineErrorCode[] = ['not_ready', 'rate_limited', 'timeout', 'network', 'engine_crashed', 'profile_locked'];

/** The only error that an engine's methods reject with. */
export class EngineError extends Error {
  readonly code: EngineErrorCode;
  readonly outcome: 'not_sent' | 'unknown';
  readonly retryAfterMs: number | undefined;

  constructor(data: EngineErrorData, options?: { cause?: unknown }) {
    super(data.message, options);
    this.name = 'EngineError';
    this.code = data.code;
    this.outcome = data.outcome;
    this.retryAfterMs = data.retryAfterMs;
  }

  /** Whether the same call may be repeated without asking anybody. */
  get isRetryable(): boolean {
    return this.outcome === 'not_sent' && retryableCodes.includes(this.code);
  }

  toData(): EngineErrorData {
    return {
      code: this.code,
      message: this.message,
      outcome: this.outcome,
      ...(this.retryAfterMs === undefined ? {} : { retryAfterMs: this.retryAfterMs }),
    };
  }
}

/** An error whose call had no effect. */
export function notSent(code: EngineErrorCode, message: string, cause?: unknown): EngineError {
  return new EngineError({ code, message, outcome: 'not_sent' }, { cause });
}

/** Anything thrown, as an EngineError; what is not one already becomes `code`. */
export function toEngineError(
  thrown: unknown,
  code: EngineErrorCode = 'internal',
  outcome: EngineErrorData['outcome'] = 'not_sent',
): EngineError {
  if (thrown instanceof EngineError) return thrown;
  const message = typeof thrown === 'object' && thrown !== null && 'message' in thrown ? String(thrown.message) : String(thrown);
  return new EngineError({ code, message, outcome }, { cause: thrown });
}
