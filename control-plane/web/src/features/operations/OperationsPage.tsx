import { Page, Toolbar } from '@chat-saas/ui/components/Page.tsx';
import { PageHeader } from '@chat-saas/ui/components/PageHeader.tsx';
import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { OperationsTable } from './OperationsTable.tsx';

const FILTERS = ['all', 'running', 'succeeded', 'failed', 'rolled_back'] as const;

/** Everything that was done to tenants' stacks. */
export function OperationsPage() {
  const { t } = useTranslation('app');
  const [params, setParams] = useSearchParams();
  const status = FILTERS.find((known) => known === params.get('status')) ?? 'all';
  return (
    <>
      <PageHeader title={t('nav.operations')} />
      <Page>
        <Toolbar>
          <SegmentedControl
            aria-label={t('operations.status')}
            value={status}
            onChange={(value) => setParams(value === 'all' ? {} : { status: value }, { replace: true })}
            data={FILTERS.map((value) => ({ value, label: t(`operations.filter.${value}`) }))}
          />
        </Toolbar>
        <OperationsTable status={status === 'all' ? undefined : status} />
      </Page>
    </>
  );
}
