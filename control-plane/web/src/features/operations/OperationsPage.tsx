import { EmptyState } from '@chat-saas/ui/components/EmptyState.tsx';
import { Page, Toolbar } from '@chat-saas/ui/components/Page.tsx';
import { PageHeader } from '@chat-saas/ui/components/PageHeader.tsx';
import { Pager } from '@chat-saas/ui/components/Pager.tsx';
import { Button, SegmentedControl } from '@mantine/core';
import { IconHistory, IconSearchOff } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../app/api.ts';
import { useCursorPages, useFilters } from '../../app/use-cursor-pages.ts';
import { OperationTable } from './OperationTable.tsx';
import { isActive } from './operation-look.ts';

const ALL = 'all';
const FILTERS = ['running', 'succeeded', 'failed', 'rolled_back', 'cancelled'] as const;
const PER_PAGE = 30;
/** Where the live line is down, running operations are asked about this often. */
const ASK_AGAIN_MS = 3000;

/** Everything that was done to the tenants' stacks, latest first. */
export function OperationsPage() {
  const { t } = useTranslation('app');
  const { params, setFilter } = useFilters();
  const { cursor, pagesBefore, next, previous } = useCursorPages();
  const status = FILTERS.find((known) => known === params.get('status'));
  const operations = useQuery(
    orpc.operations.list.queryOptions({
      input: { status, cursor, limit: PER_PAGE },
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) => (state.data?.items.some(isActive) ? ASK_AGAIN_MS : false),
    }),
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
              ...FILTERS.map((value) => ({ value, label: t(`operation.status.${value}`) })),
            ]}
          />
        </Toolbar>
        <OperationTable
          label={t('nav.operations')}
          rows={operations.data?.items}
          error={operations.error}
          onRetry={operations.refetch}
          empty={
            status ? (
              <EmptyState Icon={IconSearchOff} title={t('operation.noneLike')} text={t('operation.noneText')} action={showAll} />
            ) : (
              <EmptyState Icon={IconHistory} title={t('operation.none')} text={t('operation.noneText')} />
            )
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
