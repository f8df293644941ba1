import type { Operation } from '@chat-saas/control-plane/contract';
import type { DotState } from '@chat-saas/ui/components/StatusDot.tsx';

type Status = Operation['status'];

const DOTS: Record<Status, DotState> = {
  queued: 'working',
  running: 'working',
  succeeded: 'ok',
  failed: 'bad',
  rolled_back: 'attention',
  cancelled: 'off',
};
export const dotOf = (status: Status): DotState => DOTS[status];

export const isActive = ({ finishedAt }: Pick<Operation, 'finishedAt'>): boolean => finishedAt === null;

/** What ended otherwise than it was meant to. */
export const canRetry = ({ status }: Pick<Operation, 'status'>): boolean => ['failed', 'rolled_back', 'cancelled'].includes(status);

/** After one of these has begun the server no longer turns back. */
const FINAL = ['drop_database', 'remove_folders', 'release'];

/** Not past the point of no return, and not being undone already. */
export const canCancel = (operation: Operation): boolean =>
  isActive(operation) && !operation.steps.some(({ name, status }) => status === 'undone' || (FINAL.includes(name) && status !== 'pending'));

/** How long it took, or has been taking; null before it began. */
export function durationOf(
  { startedAt, finishedAt }: Pick<Operation, 'startedAt' | 'finishedAt'>,
  now: number = Date.now(),
): number | null {
  return startedAt ? (finishedAt ? Date.parse(finishedAt) : now) - Date.parse(startedAt) : null;
}

/** Which step is under way, counted from one; null when none is. */
export function currentStep({ steps }: Pick<Operation, 'steps'>): number | null {
  const index = steps.findIndex(({ status }) => status === 'running');
  return index === -1 ? null : index + 1;
}
