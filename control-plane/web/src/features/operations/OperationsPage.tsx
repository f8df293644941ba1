import { EmptyState } from '@chat-saas/ui/components/EmptyState.tsx';
import { Page, Toolbar } from '@chat-saas/ui/components/Page.tsx';
import { PageHeader } from '@chat-saas/ui/components/PageHeader.tsx';
import { Pager } from '@chat-saas/ui/components/Pager.tsx';
import { Button, SegmentedControl } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../app/api.ts';
import { useCursorPages, useFilters } from '../../app/use-cursor-pages.ts';
import { OperationTable } from './OperationTable.tsx';
import { STATUSES } from './operation-look.ts';

const ALL = 'all';
const PER_PAGE = 30;

/** Everything that was done to a stack, latest first. */
export function OperationsPage() {
  const { t } = useTranslation('app');
  const { params, setFilter } = useFilters();
  const { cursor, pagesBefore, next, previous } = useCursorPages();
  const status = STATUSES.find((known) => known === params.get('status'));
  const operations = useQuery(
    orpc.operations.list.queryOptions({ input: { status, cursor, limit: PER_PAGE }, placeholderData: keepPreviousData }),
  );
  const nextCursor = operations.data?.nextCursor;
  const showAll = (
    <Button variant="default" onClick={() => setFilter('status', '')}>
      {t('operation.showAll')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('nav.operations')} />
      <Page>
        <Toolbar>
          <SegmentedControl
            aria-label={t('operation.state')}
            value={status ?? ALL}
            onChange={(value) => setFilter('status', value === ALL ? '' : value)}
            data={[
              { value: ALL, label: t('operation.all') },
              ...STATUSES.map((value) => ({ value, label: t(`operation.status.${value}`) })),
            ]}
          />
        </Toolbar>
        <OperationTable
          label={t('nav.operations')}
          rows={operations.data?.items}
          error={operations.error}
          onRetry={operations.refetch}
          empty={
            <EmptyState
              Icon={IconHistory}
              title={t(status ? 'operation.noneLike' : 'operation.none')}
              text={t('operation.noneText')}
              action={status && showAll}
            />
          }
        />
        {(pagesBefore > 0 || nextCursor) && (
          <Pager
            hasPrevious={pagesBefore > 0}
            hasNext={Boolean(nextCursor)}
            onPrevious={previous}
            onNext={() => nextCursor && next(nextCursor)}
          />
        )}
      </Page>
    </>
  );
}
