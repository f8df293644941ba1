import { z } from 'zod';

/** What every error looks like on the wire. @see RFC 9457 */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string().optional(),
  /** Which inputs were wrong: `path` is a dotted path into the input. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** Facts that a client may show: limits, valid values, seconds to wait. */
  params: z.record(z.string(), z.unknown()).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Errors that any procedure may answer with; a procedure declares the others. */
export const COMMON_ERRORS = {
  INVALID_INPUT: { status: 400, message: 'Some fields are not valid.' },
  UNAUTHENTICATED: { status: 401, message: 'Sign in first.' },
  FORBIDDEN: { status: 403, message: 'You are not allowed to do this.' },
  CSRF_INVALID: { status: 403, message: 'The page is out of date. Reload it and try again.' },
  NOT_FOUND: { status: 404, message: 'There is nothing here, or it is not yours.' },
  PAYLOAD_TOO_LARGE: { status: 413, message: 'The request is too large.' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, message: 'The server cannot read this content type.' },
  RATE_LIMITED: { status: 429, message: 'Too many requests. Wait a moment.' },
} as const;
