import type { Operation } from '@chat-saas/control-plane/contract';
import { type Column, DataTable } from '@chat-saas/ui/components/DataTable.tsx';
import { RowTitle } from '@chat-saas/ui/components/RowTitle.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { operationPath } from '../../app/paths.ts';
import { useNarrow } from '../../app/use-narrow.ts';
import { OperationDuration } from './OperationDuration.tsx';
import { OperationStatus } from './OperationStatus.tsx';

interface Props {
  label: string;
  rows: Operation[] | undefined;
  error?: unknown;
  onRetry?: () => unknown;
  empty?: ReactNode;
  /** Of one tenant only: the tenant needs no mention. */
  ofTenant?: boolean;
  skeletonRows?: number;
}

export function OperationTable({ label, rows, error, onRetry, empty, ofTenant, skeletonRows = 8 }: Props) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const isNarrow = useNarrow();
  const columns: Column<Operation>[] = [
    {
      id: 'kind',
      header: t('operation.what'),
      primary: true,
      cell: ({ kind, tenantName }) => <RowTitle plain title={t(`operation.kind.${kind}`)} note={ofTenant ? undefined : tenantName} />,
    },
    { id: 'status', header: t('operation.state'), cell: ({ status }) => <OperationStatus status={status} /> },
    { id: 'by', header: t('operation.by'), hideOnPhone: true, cell: ({ requestedBy }) => requestedBy },
    {
      id: 'when',
      header: t('operation.when'),
      cell: ({ createdAt }) => <span title={format.dateTime(createdAt)}>{format.ago(createdAt)}</span>,
    },
    { id: 'took', header: t('operation.took'), right: true, cell: (operation) => <OperationDuration operation={operation} /> },
  ];
  return (
    <DataTable
      label={label}
      columns={isNarrow ? columns.filter(({ hideOnPhone }) => !hideOnPhone) : columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ id }) => operationPath(id)}
      error={error}
      onRetry={onRetry}
      empty={empty}
      skeletonRows={skeletonRows}
    />
  );
}
