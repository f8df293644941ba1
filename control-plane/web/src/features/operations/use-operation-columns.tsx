import type { Operation } from '@chat-saas/control-plane/contract';
import type { Column } from '@chat-saas/ui/components/DataTable.tsx';
import { RowTitle } from '@chat-saas/ui/components/RowTitle.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { useTranslation } from 'react-i18next';
import { OperationState } from './OperationState.tsx';
import { durationOf, isActive, stepNumber } from './operation-look.ts';

/** `ofTenant`: in a tenant's own page its name says nothing. */
export function useOperationColumns({ ofTenant = false } = {}): Column<Operation>[] {
  const { t } = useTranslation('app');
  const format = useFormat();
  return [
    {
      id: 'what',
      header: t('operations.what'),
      primary: true,
      width: '34%',
      cell: ({ kind, tenantName, requestedBy }) => (
        <RowTitle plain title={t(`operation.kind.${kind}`)} note={ofTenant ? t('operations.by', { name: requestedBy }) : tenantName} />
      ),
    },
    { id: 'status', header: t('operations.status'), cell: (operation) => <OperationState operation={operation} /> },
    {
      id: 'steps',
      header: t('operations.steps'),
      cell: (operation) =>
        isActive(operation) ? t('operation.stepOf', { step: stepNumber(operation), total: operation.steps.length }) : operation.steps.length,
    },
    ...(ofTenant ? [] : [{ id: 'by', header: t('operations.asked'), hideOnPhone: true, cell: (operation: Operation) => operation.requestedBy }]),
    {
      id: 'took',
      header: t('operations.took'),
      right: true,
      cell: (operation) => {
        const took = durationOf(operation);
        return took === null ? '–' : format.duration(took);
      },
    },
    { id: 'when', header: t('operations.when'), right: true, cell: ({ createdAt }) => format.when(createdAt) },
  ];
}
