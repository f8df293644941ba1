import type { Operation, Tenant } from '@chat-saas/control-plane/contract';
import { confirm } from '@chat-saas/ui/components/confirm.tsx';
import { notifyDone, notifyProblem } from '@chat-saas/ui/components/toasts.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../app/api.ts';
import { tenantPath } from '../../app/paths.ts';
import { storeOperation } from '../operations/operation-cache.ts';
import { storeTenant } from '../tenants/tenant-cache.ts';
import { hostOf } from '../tenants/tenant-look.ts';
import classes from './losses.module.css';
import type { HandOver } from './use-hand-over.ts';

const LOSSES = ['conversations', 'numbers', 'people', 'address'] as const;

/** Puts the answer of a change on the screen, before the live line does. */
export function useStoreAccepted(): (answer: { tenant: Tenant; operation: Operation }) => void {
  const queryClient = useQueryClient();
  return ({ tenant, operation }) => {
    storeTenant(queryClient, tenant);
    storeOperation(queryClient, operation);
  };
}

/** What a tenant's menu does; what can't be undone asks first. */
export function useTenantActions(tenant: Tenant, handOver: HandOver) {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const store = useStoreAccepted();
  const { id, name } = tenant;
  const toSummary = () => navigate(tenantPath(id));

  const resume = async () => {
    store(await api.tenants.resume({ id }));
    await toSummary();
  };
  const askRestart = () =>
    confirm({
      title: t('tenant.restartTitle', { name }),
      text: t('tenant.restartText'),
      confirmLabel: t('tenant.restart'),
      onConfirm: async () => {
        store(await api.tenants.restart({ id }));
        await toSummary();
      },
    });
  const askPassword = () =>
    confirm({
      title: t('tenant.newPasswordTitle'),
      text: t('tenant.newPasswordText', { email: tenant.adminEmail }),
      confirmLabel: t('tenant.newPassword'),
      onConfirm: async () => {
        await handOver.resetPassword();
        await toSummary();
        notifyDone(t('tenant.newPasswordDone'));
      },
    });
  const askRemove = () =>
    confirm({
      title: t('tenant.removeTitle', { name }),
      text: (
        <div className={classes.losses}>
          <p>{t('tenant.removeText')}</p>
          <ul>
            {LOSSES.map((loss) => (
              <li key={loss}>{t(`tenant.loss.${loss}`, { host: hostOf(tenant) })}</li>
            ))}
          </ul>
        </div>
      ),
      confirmLabel: t('tenant.removeConfirm'),
      danger: true,
      typedName: name,
      onConfirm: async () => {
        store(await api.tenants.remove({ id, confirm: name }));
        await toSummary();
      },
    });
  return { resume: () => void resume().catch(notifyProblem), restart: askRestart, askPassword, askRemove };
}
