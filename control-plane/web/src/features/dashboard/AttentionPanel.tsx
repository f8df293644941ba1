import { Panel } from '@chat-saas/ui/components/Panel.tsx';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { TENANTS, tenantPath } from '../../app/paths.ts';
import { said } from '../../app/said.ts';
import classes from './dashboard.module.css';
import type { House } from './house.ts';

const SHOWN = 6;

/** Who isn't well and why; one click to the place where it can be mended. */
export function AttentionPanel({ tenants }: { tenants: House['needsAttention'] }) {
  const { t } = useTranslation('app');
  return (
    <Panel
      title={t('dashboard.attention')}
      aside={
        tenants.length > SHOWN ? <Link to={`${TENANTS}?status=attention`}>{t('dashboard.all', { count: tenants.length })}</Link> : undefined
      }
    >
      {tenants.length === 0 ? (
        <p className={classes.well}>
          <IconCircleCheck size={18} stroke={1.7} aria-hidden />
          {t('dashboard.allWell')}
        </p>
      ) : (
        <ul className={classes.list}>
          {tenants.slice(0, SHOWN).map(({ tenantId, name, status, reason }) => (
            <li key={tenantId}>
              <Link to={tenantPath(tenantId)} className={classes.row} data-status={status}>
                <IconAlertTriangle size={18} stroke={1.7} aria-hidden />
                <span>
                  <b className="truncate">{name}</b>
                  <small>{reason ? said(t, reason) : t(`tenant.status.${status}`)}</small>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
