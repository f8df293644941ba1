import type { Tenant } from '@chat-saas/control-plane/contract';
import { PersonAvatar } from '@chat-saas/ui/components/PersonAvatar.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { IconAlertTriangle, IconPlayerPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { said } from '../../app/said.ts';
import { TenantStatusDot } from '../tenants/TenantStatusDot.tsx';
import { hostOf } from '../tenants/tenant-look.ts';
import { usePlanName } from '../tenants/use-plans.ts';
import classes from './tenant.module.css';

/** Who it is and how it is; why, where it isn't well. */
export function Identity({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const planName = usePlanName();
  return (
    <>
      <div className={classes.identity}>
        <PersonAvatar name={tenant.name} size={48} />
        <div>
          <h2>{tenant.name}</h2>
          <p>{t('tenant.identity', { host: hostOf(tenant), plan: planName(tenant.plan), since: format.date(tenant.createdAt) })}</p>
        </div>
        <TenantStatusDot tenant={tenant} />
      </div>
      {tenant.reason && <Reason status={tenant.status} reason={tenant.reason} />}
    </>
  );
}

function Reason({ status, reason }: { status: Tenant['status']; reason: string }) {
  const { t } = useTranslation('app');
  const Icon = status === 'suspended' ? IconPlayerPause : IconAlertTriangle;
  return (
    <div className={classes.reason} data-status={status} role={status === 'suspended' ? undefined : 'alert'}>
      <Icon size={18} stroke={1.7} aria-hidden />
      <p>
        <strong>{t(`tenant.why.${status}`, { defaultValue: '' })}</strong> {said(t, reason)}{' '}
        {t(`tenant.doNext.${status}`, { defaultValue: '' })}
      </p>
    </div>
  );
}
