import type { Operation } from '@chat-saas/control-plane/contract';
import { StatusDot } from '@chat-saas/ui/components/StatusDot.tsx';
import { useTranslation } from 'react-i18next';
import { dotOf } from './operation-look.ts';

export function OperationState({ operation: { status } }: { operation: Pick<Operation, 'status'> }) {
  const { t } = useTranslation('app');
  return <StatusDot state={dotOf(status)}>{t(`operation.status.${status}`)}</StatusDot>;
}
