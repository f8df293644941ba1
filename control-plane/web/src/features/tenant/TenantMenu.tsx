import type { Tenant } from '@chat-saas/control-plane/contract';
import { Lazily } from '@chat-saas/ui/components/Lazily.tsx';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDotsVertical, IconKey, IconPencil, IconPlayerPause, IconPlayerPlay, IconRefresh, IconTrash } from '@tabler/icons-react';
import { lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isUp } from '../tenants/tenant-look.ts';
import type { HandOver } from './use-hand-over.ts';
import { useTenantActions } from './use-tenant-actions.tsx';

const EditTenantDialog = lazy(async () => ({ default: (await import('./EditTenantDialog.tsx')).EditTenantDialog }));
const SuspendDialog = lazy(async () => ({ default: (await import('./SuspendDialog.tsx')).SuspendDialog }));

/** What is seldom done to a tenant. Nothing but a rename goes while something else is being done. */
export function TenantMenu({ tenant, handOver }: { tenant: Tenant; handOver: HandOver }) {
  const { t } = useTranslation('app');
  const [open, setOpen] = useState<'edit' | 'suspend' | null>(null);
  const { resume, restart, askRemove, askPassword } = useTenantActions(tenant, handOver);
  const isBusy = tenant.currentOperationId !== null;
  const icon = { size: 16, stroke: 1.7 } as const;
  const close = () => setOpen(null);
  return (
    <>
      <Menu position="bottom-end" width={272}>
        <Menu.Target>
          <ActionIcon aria-label={t('tenant.actions', { name: tenant.name })}>
            <IconDotsVertical size={18} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => setOpen('edit')} disabled={tenant.status === 'deleting'}>
            {t('tenant.edit')}
          </Menu.Item>
          {isUp(tenant) && (
            <>
              <Menu.Item leftSection={<IconKey {...icon} />} onClick={askPassword}>
                {t('tenant.newPassword')}
              </Menu.Item>
              <Menu.Item leftSection={<IconRefresh {...icon} />} disabled={isBusy} onClick={restart}>
                {t('tenant.restart')}
              </Menu.Item>
              <Menu.Item leftSection={<IconPlayerPause {...icon} />} disabled={isBusy} onClick={() => setOpen('suspend')}>
                {t('tenant.suspend')}
              </Menu.Item>
            </>
          )}
          {tenant.status === 'suspended' && (
            <Menu.Item leftSection={<IconPlayerPlay {...icon} />} disabled={isBusy} onClick={resume}>
              {t('tenant.resume')}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item color="red" leftSection={<IconTrash {...icon} />} disabled={isBusy} onClick={askRemove}>
            {t('tenant.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Lazily>
        {open === 'edit' && <EditTenantDialog tenant={tenant} onClose={close} />}
        {open === 'suspend' && <SuspendDialog tenant={tenant} onClose={close} />}
      </Lazily>
    </>
  );
}
