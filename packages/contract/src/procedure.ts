import { oc } from '@orpc/contract';
import { COMMON_ERRORS } from './problem.ts';

/**
 * Who may call a procedure. Each app ranks its own actors:
 * tenant-app `agent` < `admin` < `platform` (the control plane); control plane `owner`.
 */
export type Access = 'public' | 'agent' | 'admin' | 'platform' | 'owner';

export interface ProcedureMeta extends Record<never, never> {
  access: Access;
  /** Requests per minute and caller; the app's default where absent. */
  perMinute?: number;
}

/** Starts a contract: `procedure({ access: 'agent' }).route(…).input(…).output(…).errors(…)`. */
export function procedure(meta: ProcedureMeta) {
  return oc.$meta<ProcedureMeta>(meta).errors(COMMON_ERRORS);
}
