import type { Operation } from '@chat-saas/control-plane/contract';
import { EmptyState } from '@chat-saas/ui/components/EmptyState.tsx';
import { Pager } from '@chat-saas/ui/components/Pager.tsx';
import { IconHistory } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../app/api.ts';
import { useCursorPages } from '../../app/use-cursor-pages.ts';
import { OperationTable } from './OperationTable.tsx';
import { isActive } from './operation-look.ts';

const PER_PAGE = 30;
/** Where the live line is down, running operations are asked about this often. */
const ASK_AGAIN_MS = 3000;

/** Operations, latest first, page by page; of one tenant where `tenantId` is given. */
export function OperationList({ tenantId, status }: { tenantId?: string; status?: Operation['status'] | undefined }) {
  const { t } = useTranslation('app');
  const { cursor, pagesBefore, next, previous } = useCursorPages();
  const operations = useQuery(
    orpc.operations.list.queryOptions({
      input: { tenantId, status, cursor, limit: PER_PAGE },
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) => (state.data?.items.some(isActive) ? ASK_AGAIN_MS : false),
    }),
  );
  const nextCursor = operations.data?.nextCursor ?? null;
  return (
    <>
      <OperationTable
        label={t('nav.operations')}
        rows={operations.data?.items}
        error={operations.error}
        onRetry={operations.refetch}
        ofTenant={tenantId !== undefined}
        empty={
          <EmptyState Icon={IconHistory} title={t('operations.none')} text={t(status ? 'operations.noneInState' : 'operations.noneText')} />
        }
      />
      {(pagesBefore > 0 || nextCursor) && (
        <Pager
          hasPrevious={pagesBefore > 0}
          hasNext={nextCursor !== null}
          onPrevious={previous}
          onNext={() => nextCursor && next(nextCursor)}
        >
          {t('operations.page', { page: pagesBefore + 1 })}
        </Pager>
      )}
    </>
  );
}
