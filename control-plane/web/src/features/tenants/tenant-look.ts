import type { Tenant } from '@chat-saas/control-plane/contract';
import type { DotState } from '@chat-saas/ui/components/StatusDot.tsx';

type Status = Tenant['status'];

const DOTS: Record<Status, DotState> = {
  provisioning: 'working',
  deleting: 'working',
  ready: 'ok',
  degraded: 'attention',
  suspended: 'off',
  failed: 'bad',
};
export const dotOf = (status: Status): DotState => DOTS[status];

/** What the list may be narrowed to; kept in the address. */
export const FILTERS = ['ready', 'attention', 'provisioning', 'suspended'] as const;

/** `padaria.localhost:3001` */
export const hostOf = ({ appUrl }: Pick<Tenant, 'appUrl'>): string => appUrl.replace(/^https?:\/\//, '');

/** Whether the stack answers: its numbers, links and password can be asked for. */
export const isUp = ({ status }: Pick<Tenant, 'status'>): boolean => status === 'ready' || status === 'degraded';

/** Something is changing that one may watch. */
export const isMoving = ({ status, currentOperationId }: Tenant): boolean =>
  currentOperationId !== null || status === 'provisioning' || status === 'deleting';
