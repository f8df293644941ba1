import type { Tenant } from '@chat-saas/control-plane/contract';
import { type Column, DataTable } from '@chat-saas/ui/components/DataTable.tsx';
import { RowTitle } from '@chat-saas/ui/components/RowTitle.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { tenantPath } from '../../app/paths.ts';
import { useNarrow } from '../../app/use-narrow.ts';
import { TenantStatusDot } from './TenantStatusDot.tsx';
import { hostOf } from './tenant-look.ts';
import classes from './tenants.module.css';
import { usePlanName } from './use-plans.ts';

interface Props {
  rows: Tenant[] | undefined;
  error: unknown;
  onRetry: () => unknown;
  empty: ReactNode;
}

export function TenantTable({ rows, error, onRetry, empty }: Props) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const planName = usePlanName();
  const isNarrow = useNarrow();
  const columns: Column<Tenant>[] = [
    { id: 'name', header: t('tenant.name'), primary: true, cell: (tenant) => <RowTitle title={tenant.name} note={hostOf(tenant)} /> },
    { id: 'plan', header: t('tenant.plan'), cell: ({ plan }) => planName(plan) },
    { id: 'status', header: t('tenant.state'), cell: (tenant) => <TenantStatusDot tenant={tenant} /> },
    { id: 'numbers', header: t('tenant.numbers'), cell: ({ instances }) => <Numbers instances={instances} /> },
    {
      id: 'messages',
      header: t('tenant.messagesToday'),
      right: true,
      cell: ({ messagesToday }) => (messagesToday === null ? '–' : format.number(messagesToday)),
    },
    {
      id: 'version',
      header: t('tenant.version'),
      hideOnPhone: true,
      cell: ({ version }) => <span className={classes.quiet}>{version ?? '–'}</span>,
    },
    {
      id: 'since',
      header: t('tenant.since'),
      right: true,
      hideOnPhone: true,
      cell: ({ createdAt }) => <span title={format.dateTime(createdAt)}>{format.date(createdAt)}</span>,
    },
  ];
  return (
    <DataTable
      label={t('nav.tenants')}
      columns={isNarrow ? columns.filter(({ hideOnPhone }) => !hideOnPhone) : columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ id }) => tenantPath(id)}
      isRowOff={({ status }) => status === 'suspended' || status === 'deleting'}
      error={error}
      onRetry={onRetry}
      empty={empty}
      skeletonRows={10}
    />
  );
}

/** “2 de 3”, with a mark where one of them waits for somebody. */
function Numbers({ instances }: { instances: Tenant['instances'] }) {
  const { t } = useTranslation('app');
  if (!instances) return <>–</>;
  const text = t('tenant.numbersReady', { ready: instances.ready, total: instances.total });
  if (instances.attention === 0) return <>{text}</>;
  return (
    <span className={classes.attention} title={t('tenant.numbersAttention', { count: instances.attention })}>
      <IconAlertTriangle size={14} aria-hidden />
      {text}
    </span>
  );
}
