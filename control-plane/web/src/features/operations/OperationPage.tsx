import { Columns, Page } from '@chat-saas/ui/components/Page.tsx';
import { PageHeader } from '@chat-saas/ui/components/PageHeader.tsx';
import { Panel } from '@chat-saas/ui/components/Panel.tsx';
import { QueryBoundary } from '@chat-saas/ui/components/QueryBoundary.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { Facts } from '../../app/Facts.tsx';
import { OPERATIONS, operationPath, tenantPath } from '../../app/paths.ts';
import { OperationCard } from './OperationCard.tsx';
import { durationOf } from './operation-look.ts';
import { useOperation } from './use-operation.ts';

/** One operation: steps, who asked, how long it took. */
export function OperationPage() {
  const { t } = useTranslation('app');
  const format = useFormat();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const operation = useOperation(id);
  const kind = operation.data?.kind;
  return (
    <>
      <PageHeader
        title={kind ? t(`operation.kind.${kind}`) : t('operation.one')}
        crumbs={[{ label: t('nav.operations'), to: OPERATIONS }]}
      />
      <Page>
        <QueryBoundary query={operation}>
          {(data) => {
            const took = durationOf(data);
            const isGone = data.kind === 'delete' && data.status === 'succeeded';
            return (
              <Columns>
                <OperationCard operation={data} onRetried={(again) => void navigate(operationPath(again.id))} />
                <Panel title={t('operation.facts')}>
                  <Facts
                    facts={[
                      [
                        t('operation.tenant'),
                        isGone ? (
                          data.tenantName
                        ) : (
                          <Anchor component={Link} to={tenantPath(data.tenantId)} c="var(--primary-ink)">
                            {data.tenantName}
                          </Anchor>
                        ),
                      ],
                      [t('operations.asked'), data.requestedBy],
                      [t('operation.asked'), format.dateTime(data.createdAt)],
                      [t('operation.began'), data.startedAt ? format.dateTime(data.startedAt) : '–'],
                      [t('operation.ended'), data.finishedAt ? format.dateTime(data.finishedAt) : '–'],
                      [t('operations.took'), took === null ? '–' : format.duration(took)],
                      [t('operation.id'), <code key="id">{data.id}</code>],
                    ]}
                  />
                </Panel>
              </Columns>
            );
          }}
        </QueryBoundary>
      </Page>
    </>
  );
}
