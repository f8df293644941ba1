import type { Operation } from '@chat-saas/control-plane/contract';
import { Panel } from '@chat-saas/ui/components/Panel.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OPERATIONS, operationPath } from '../../app/paths.ts';
import { OperationStatus } from '../operations/OperationStatus.tsx';
import classes from './dashboard.module.css';

/** What was done lately; the running ones move. */
export function RecentOperations({ operations }: { operations: Operation[] }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  return (
    <Panel title={t('dashboard.recent')} aside={operations.length > 0 ? <Link to={OPERATIONS}>{t('dashboard.seeAll')}</Link> : undefined}>
      {operations.length === 0 ? (
        <p className={classes.well}>{t('operation.noneText')}</p>
      ) : (
        <ul className={classes.list}>
          {operations.map(({ id, kind, tenantName, status, createdAt }) => (
            <li key={id}>
              <Link to={operationPath(id)} className={classes.operation}>
                <span>
                  <b className="truncate">{tenantName}</b>
                  <small className="truncate">{t(`operation.kind.${kind}`)}</small>
                </span>
                <OperationStatus status={status} />
                <time dateTime={createdAt} title={format.dateTime(createdAt)} className="tabular">
                  {format.ago(createdAt)}
                </time>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
