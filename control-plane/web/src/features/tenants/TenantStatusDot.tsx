import type { Tenant } from '@chat-saas/control-plane/contract';
import { StatusDot } from '@chat-saas/ui/components/StatusDot.tsx';
import { useTranslation } from 'react-i18next';
import { said } from '../../app/said.ts';
import { dotOf } from './tenant-look.ts';

/** What the tenant is; why, for those who point at it. */
export function TenantStatusDot({ tenant }: { tenant: Pick<Tenant, 'status' | 'reason'> }) {
  const { t } = useTranslation('app');
  return (
    <span title={tenant.reason ? said(t, tenant.reason) : undefined}>
      <StatusDot state={dotOf(tenant.status)}>{t(`tenant.status.${tenant.status}`)}</StatusDot>
    </span>
  );
}
