import { Columns, Page } from '@chat-saas/ui/components/Page.tsx';
import { QueryBoundary } from '@chat-saas/ui/components/QueryBoundary.tsx';
import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { DetailHeader } from '../../app/DetailHeader.tsx';
import { OPERATIONS, operationPath } from '../../app/paths.ts';
import { OperationFacts } from './OperationFacts.tsx';
import { OperationPanel } from './OperationPanel.tsx';
import { useOperation } from './use-operation.ts';

/** One operation: its steps, who asked, when. */
export function OperationPage() {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const operation = useOperation(id);
  const kind = operation.data?.kind;
  return (
    <>
      <DetailHeader
        title={kind ? t(`operation.kind.${kind}`) : t('operation.one')}
        parent={{ label: t('nav.operations'), to: OPERATIONS }}
      />
      <Page>
        <QueryBoundary query={operation} skeleton={<Skeleton height={360} radius={12} />}>
          {(data) => (
            <Columns>
              <OperationPanel operation={data} onRetried={(next) => void navigate(operationPath(next.id))} />
              <OperationFacts operation={data} />
            </Columns>
          )}
        </QueryBoundary>
      </Page>
    </>
  );
}
