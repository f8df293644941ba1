import type { Operation } from '@chat-saas/control-plane/contract';
import { Columns, Page } from '@chat-saas/ui/components/Page.tsx';
import { PageHeader } from '@chat-saas/ui/components/PageHeader.tsx';
import { Panel } from '@chat-saas/ui/components/Panel.tsx';
import { QueryBoundary } from '@chat-saas/ui/components/QueryBoundary.tsx';
import { isProblem } from '@chat-saas/ui/data/problem-text.ts';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { orpc } from '../../app/api.ts';
import { Code, FactList } from '../../app/FactList.tsx';
import { OPERATIONS, operationPath, tenantPath } from '../../app/paths.ts';
import { OperationPanel } from './OperationPanel.tsx';
import { OperationStatus } from './OperationStatus.tsx';
import { isActive } from './operation-look.ts';

const ASK_AGAIN_MS = 5000;

/** One operation with its steps, live. */
export function OperationPage() {
  const { t } = useTranslation('app');
  const { id = '' } = useParams();
  const operation = useQuery(
    orpc.operations.get.queryOptions({
      input: { id },
      refetchInterval: ({ state }) => (state.data && isActive(state.data) ? ASK_AGAIN_MS : false),
    }),
  );
  const { data } = operation;
  const title = data ? `${t(`operation.kind.${data.kind}`)} · ${data.tenantName}` : t('operation.one');
  return (
    <>
      <PageHeader title={title} crumbs={[{ label: t('nav.operations'), to: OPERATIONS }]} />
      <Page>
        <QueryBoundary query={operation} skeleton={<Skeleton height={360} radius={12} />}>
          {(found) => <Details operation={found} />}
        </QueryBoundary>
      </Page>
    </>
  );
}

function Details({ operation }: { operation: Operation }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const navigate = useNavigate();
  const { id, status, tenantId, tenantName, requestedBy, createdAt, finishedAt } = operation;
  const tenant = useQuery(orpc.tenants.get.queryOptions({ input: { id: tenantId }, retry: false }));
  const isGone = isProblem(tenant.error, 'NOT_FOUND');
  const name = isGone ? `${tenantName} (${t('operation.tenantGone')})` : <Link to={tenantPath(tenantId)}>{tenantName}</Link>;
  return (
    <Columns>
      <OperationPanel operation={operation} isOver={isGone} onRetried={(next) => void navigate(operationPath(next.id))} />
      <Panel title={t('operation.about')}>
        <FactList
          facts={[
            [t('operation.state'), <OperationStatus key="status" status={status} />],
            [t('operation.tenant'), name],
            [t('operation.by'), requestedBy],
            [t('operation.asked'), format.dateTime(createdAt)],
            [t('operation.ended'), finishedAt ? format.dateTime(finishedAt) : '–'],
            [t('operation.id'), <Code key="id">{id}</Code>],
          ]}
        />
      </Panel>
    </Columns>
  );
}
