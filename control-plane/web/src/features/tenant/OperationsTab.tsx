import { EmptyState } from '@chat-saas/ui/components/EmptyState.tsx';
import { Pager } from '@chat-saas/ui/components/Pager.tsx';
import { IconHistory } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../app/api.ts';
import { useCursorPages } from '../../app/use-cursor-pages.ts';
import { OperationTable } from '../operations/OperationTable.tsx';

const PER_PAGE = 20;

/** What was done to this tenant, latest first. */
export function OperationsTab({ tenantId }: { tenantId: string }) {
  const { t } = useTranslation('app');
  const { cursor, pagesBefore, next, previous } = useCursorPages();
  const operations = useQuery(
    orpc.operations.list.queryOptions({ input: { tenantId, cursor, limit: PER_PAGE }, placeholderData: keepPreviousData }),
  );
  const nextCursor = operations.data?.nextCursor;
  return (
    <>
      <OperationTable
        ofTenant
        label={t('nav.operations')}
        rows={operations.data?.items}
        error={operations.error}
        onRetry={operations.refetch}
        skeletonRows={4}
        empty={<EmptyState Icon={IconHistory} title={t('operation.none')} text={t('operation.noneText')} />}
      />
      {(pagesBefore > 0 || nextCursor) && (
        <Pager
          hasPrevious={pagesBefore > 0}
          hasNext={Boolean(nextCursor)}
          onPrevious={previous}
          onNext={() => nextCursor && next(nextCursor)}
        />
      )}
    </>
  );
}
