import type { Operation } from '@chat-saas/control-plane/contract';
import { Panel } from '@chat-saas/ui/components/Panel.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Facts } from '../../app/Facts.tsx';
import { tenantPath } from '../../app/paths.ts';
import classes from './operations.module.css';

/** Who asked for it, about whom, and when. */
export function OperationFacts({ operation }: { operation: Operation }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const { kind, status, tenantId, tenantName } = operation;
  const isGone = kind === 'delete' && status === 'succeeded';
  const when = (at: string | null) => (at ? format.dateTime(at) : '–');
  const tenant = isGone ? (
    tenantName
  ) : (
    <Link to={tenantPath(tenantId)} className={classes.link}>
      {tenantName}
    </Link>
  );
  return (
    <Panel title={t('operation.facts')}>
      <Facts
        facts={[
          [t('operation.tenant'), tenant],
          [t('operation.by'), operation.requestedBy],
          [t('operation.askedAt'), when(operation.createdAt)],
          [t('operation.beganAt'), when(operation.startedAt)],
          [t('operation.endedAt'), when(operation.finishedAt)],
          [
            t('operation.id'),
            <span key="id" className={classes.id}>
              {operation.id}
            </span>,
          ],
        ]}
      />
    </Panel>
  );
}
