import type { Operation } from '@chat-saas/control-plane/contract';
import { Panel } from '@chat-saas/ui/components/Panel.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OPERATIONS, operationPath } from '../../app/paths.ts';
import { OperationState } from '../operations/OperationState.tsx';
import classes from './dashboard.module.css';

/** What was done last, or is being done now. */
export function RecentOperations({ operations }: { operations: Operation[] }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  return (
    <Panel
      title={t('house.recent')}
      aside={
        <Anchor component={Link} to={OPERATIONS} size="sm" c="var(--primary-ink)">
          {t('house.seeAll')}
        </Anchor>
      }
    >
      {operations.length === 0 ? (
        <p className={classes.quiet}>{t('operations.emptyText')}</p>
      ) : (
        <ul className={classes.rows}>
          {operations.map((operation) => (
            <li key={operation.id}>
              <Link to={operationPath(operation.id)}>
                <span className={classes.words}>
                  <b className="truncate">{operation.tenantName}</b>
                  <small>
                    {t(`operation.kind.${operation.kind}`)} · {format.ago(operation.createdAt)}
                  </small>
                </span>
                <OperationState operation={operation} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
