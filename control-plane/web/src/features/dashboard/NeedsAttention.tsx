import { Panel } from '@chat-saas/ui/components/Panel.tsx';
import { StatusDot } from '@chat-saas/ui/components/StatusDot.tsx';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { serverSentence } from '../../app/server-sentence.ts';
import { tenantPath } from '../../app/paths.ts';
import classes from './dashboard.module.css';

interface Props {
  tenants: { tenantId: string; name: string; status: string; reason: string }[];
}

/** Tenants that don't run as they should, each with why. */
export function NeedsAttention({ tenants }: Props) {
  const { t } = useTranslation('app');
  return (
    <Panel title={t('house.needsAttention')} aside={tenants.length > 0 && <strong className="tabular">{tenants.length}</strong>}>
      {tenants.length === 0 ? (
        <p className={classes.quiet}>
          <IconCircleCheck size={18} stroke={1.7} aria-hidden />
          {t('house.nothingToDo')}
        </p>
      ) : (
        <ul className={classes.rows}>
          {tenants.map(({ tenantId, name, status, reason }) => (
            <li key={tenantId}>
              <Link to={tenantPath(tenantId)}>
                <span className={classes.words}>
                  <b className="truncate">{name}</b>
                  <small>{serverSentence(reason, t)}</small>
                </span>
                <StatusDot state={status === 'failed' ? 'bad' : 'attention'}>{t(`status.${status}`)}</StatusDot>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
