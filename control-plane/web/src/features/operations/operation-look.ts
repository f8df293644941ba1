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

export const isActive = ({ status }: Pick<Operation, 'status'>): boolean => status === 'queued' || status === 'running';

export const canRetry = ({ status }: Pick<Operation, 'status'>): boolean => ['failed', 'rolled_back', 'cancelled'].includes(status);

/** After one of these has begun the server no longer turns back. */
const FINAL = ['drop_database', 'remove_folders', 'release'];
export const canCancel = (operation: Pick<Operation, 'status' | 'steps'>): boolean =>
  isActive(operation) && !operation.steps.some(({ name, status }) => FINAL.includes(name) && status !== 'pending');

/** How long it took; null while it runs or before it began. */
export const durationOf = ({ startedAt, finishedAt }: Pick<Operation, 'startedAt' | 'finishedAt'>): number | null =>
  startedAt && finishedAt ? Date.parse(finishedAt) - Date.parse(startedAt) : null;

/** Steps that are over, counting from one the step that is under way. */
export const stepNumber = ({ steps }: Pick<Operation, 'steps'>): number =>
  Math.min(steps.length, steps.filter(({ status }) => status !== 'pending' && status !== 'running').length + 1);
