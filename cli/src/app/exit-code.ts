export const EXIT = {
  ok: 0,
  failure: 1,
  usage: 2,
  notFound: 3,
  notAllowed: 4,
  conflict: 5,
  precondition: 6,
  stillRunning: 7,
  rolledBack: 8,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const BY_CODE: Record<string, ExitCode> = {
  USAGE: EXIT.usage,
  CONFIRMATION_WRONG: EXIT.usage,
  SIGNED_OUT: EXIT.notAllowed,
  SIGN_IN_DENIED: EXIT.notAllowed,
  SIGN_IN_EXPIRED: EXIT.notAllowed,
  UNKNOWN_CONTEXT: EXIT.notFound,
  WRONG_STATE: EXIT.precondition,
  NO_INSTANCE: EXIT.precondition,
  INSTANCE_LIMIT_REACHED: EXIT.precondition,
  ENGINE_UNAVAILABLE: EXIT.precondition,
  OPERATION_FINISHED: EXIT.precondition,
  OPERATION_NOT_FAILED: EXIT.precondition,
  NOT_A_SIMULATOR: EXIT.precondition,
  STILL_RUNNING: EXIT.stillRunning,
  OPERATION_ROLLED_BACK: EXIT.rolledBack,
  INTERRUPTED: EXIT.interrupted,
};
const BY_STATUS: Record<number, ExitCode> = {
  400: EXIT.usage,
  401: EXIT.notAllowed,
  402: EXIT.precondition,
  403: EXIT.notAllowed,
  404: EXIT.notFound,
  409: EXIT.conflict,
  412: EXIT.precondition,
  413: EXIT.usage,
  422: EXIT.usage,
  423: EXIT.conflict,
  429: EXIT.precondition,
};

/** The exit code of a problem: by its code where that says more than the status. */
export const exitCodeOf = (code: string, status: number): ExitCode => BY_CODE[code] ?? BY_STATUS[status] ?? EXIT.failure;
