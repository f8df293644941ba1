import type { Operation } from '@chat-saas/control-plane/contract';
import type { DotState } from '@chat-saas/ui/components/StatusDot.tsx';

type Status = Operation['status'];

const DOTS: Record<Status, DotState> = {
  queued: 'working',
  running: 'working',
  succeeded: 'ok',
  failed: 'bad',
  rolled_back: 'bad',
  cancelled: 'off',
};
export const dotOf = (status: Status): DotState => DOTS[status];

/** What the list may be narrowed to; kept in the address. */
export const STATUSES = ['running', 'succeeded', 'failed', 'rolled_back', 'cancelled'] as const satisfies readonly Status[];

export const isActive = ({ finishedAt }: Operation): boolean => finishedAt === null;
export const canRetry = ({ status }: Operation): boolean => ['failed', 'rolled_back', 'cancelled'].includes(status);

const FINAL = ['drop_database', 'remove_folders', 'release'];
/** Whether there still is a way back: nothing that can't be undone has begun. */
export const canCancel = (operation: Operation): boolean =>
  isActive(operation) && !operation.steps.some(({ name, status }) => status === 'undone' || (FINAL.includes(name) && status !== 'pending'));

/** How long it took, or has been taking until `now`; null before it began. */
export function durationOf({ startedAt, finishedAt }: Operation, now: number): number | null {
  if (!startedAt) return null;
  return Math.max(0, (finishedAt ? Date.parse(finishedAt) : now) - Date.parse(startedAt));
}

/** The step that runs, counted from 1; null before the first and after the last. */
export function currentStep({ steps }: Operation): number | null {
  const index = steps.findIndex(({ status }) => status === 'running');
  return index === -1 ? null : index + 1;
}
