import type { Operation } from '@chat-saas/control-plane/contract';
import { DataTable } from '@chat-saas/ui/components/DataTable.tsx';
import { EmptyState } from '@chat-saas/ui/components/EmptyState.tsx';
import { Pager } from '@chat-saas/ui/components/Pager.tsx';
import { IconListCheck } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { orpc } from '../../app/api.ts';
import { operationPath } from '../../app/paths.ts';
import { useCursorPages } from '../../app/use-cursor-pages.ts';
import { isActive } from './operation-look.ts';
import { useOperationColumns } from './use-operation-columns.tsx';

const PAGE_SIZE = 20;
/** Where the live line is down, running operations are asked about this often. */
const ASK_AGAIN_MS = 3000;

/** Operations, latest first; of one tenant where `tenantId` is given. */
export function OperationsTable({ tenantId, status }: { tenantId?: string; status?: Operation['status'] }) {
  const { t } = useTranslation('app');
  const [params] = useSearchParams();
  const columns = useOperationColumns({ ofTenant: tenantId !== undefined });
  const operations = useQuery(
    orpc.operations.list.queryOptions({
      input: { limit: PAGE_SIZE, cursor: params.get('after') ?? undefined, tenantId, status },
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) => (state.data?.items.some(isActive) ? ASK_AGAIN_MS : false),
    }),
  );
  const { before, ...pages } = useCursorPages(operations.data?.nextCursor);
  return (
    <>
      <DataTable
        label={t('nav.operations')}
        columns={columns}
        rows={operations.data?.items}
        rowKey={({ id }) => id}
        rowTo={({ id }) => operationPath(id)}
        error={operations.error}
        onRetry={operations.refetch}
        empty={<EmptyState Icon={IconListCheck} title={t('operations.empty')} text={t('operations.emptyText')} />}
      />
      {(pages.hasPrevious || pages.hasNext) && <Pager {...pages}>{before !== null && t('operations.page', { page: before + 1 })}</Pager>}
    </>
  );
}
