import type { Tenant } from '@chat-saas/control-plane/contract';
import { StatusDot } from '@chat-saas/ui/components/StatusDot.tsx';
import { useTranslation } from 'react-i18next';
import { dotOf } from './tenant-look.ts';

/** A tenant's state as a dot and a word; while something is done to it, that. */
export function TenantState({ tenant: { status, currentOperationId } }: { tenant: Pick<Tenant, 'status' | 'currentOperationId'> }) {
  const { t } = useTranslation('app');
  return <StatusDot state={currentOperationId ? 'working' : dotOf(status)}>{t(`status.${status}`)}</StatusDot>;
}
