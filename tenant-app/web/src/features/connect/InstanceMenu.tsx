import type { Instance } from '@chat-saas/tenant-app/contract';
import { confirm } from '@chat-saas/ui/components/confirm.tsx';
import { notifyDone } from '@chat-saas/ui/components/toasts.tsx';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDotsVertical, IconPencil, IconPlugX, IconRefresh, IconStar, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isLinked } from './instance-look.ts';
import { RenameInstance } from './RenameInstance.tsx';
import { useInstanceActions } from './use-instance-actions.ts';

/** What is seldom done with a number; what can't be undone asks first. */
export function InstanceMenu({ instance }: { instance: Instance }) {
  const { t } = useTranslation('app');
  const [renaming, setRenaming] = useState(false);
  const { restart, makeDefault, logout, remove } = useInstanceActions(instance.id);
  const { id, name, isDefault, state } = instance;
  const askLogout = () =>
    confirm({
      title: t('connect.logoutTitle', { name }),
      text: t('connect.logoutText'),
      confirmLabel: t('connect.logout'),
      danger: true,
      onConfirm: logout,
    });
  const askRemove = () =>
    confirm({
      title: t('connect.removeTitle', { name }),
      text: t('connect.removeText'),
      confirmLabel: t('connect.remove'),
      danger: true,
      typedName: isLinked(state) ? name : undefined,
      onConfirm: async () => {
        await remove();
        notifyDone(t('connect.removed', { name }));
      },
    });
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon aria-label={t('connect.actions', { name })}>
            <IconDotsVertical size={18} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} stroke={1.7} />} onClick={() => setRenaming(true)}>
            {t('connect.rename')}
          </Menu.Item>
          {!isDefault && (
            <Menu.Item leftSection={<IconStar size={16} stroke={1.7} />} onClick={() => makeDefault.mutate({ id, name, isDefault: true })}>
              {t('connect.makeDefault')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconRefresh size={16} stroke={1.7} />} onClick={() => restart.mutate({ id })}>
            {t('connect.restart')}
          </Menu.Item>
          {isLinked(state) && (
            <Menu.Item color="red" leftSection={<IconPlugX size={16} stroke={1.7} />} onClick={askLogout}>
              {t('connect.logout')}
            </Menu.Item>
          )}
          <Menu.Item color="red" leftSection={<IconTrash size={16} stroke={1.7} />} onClick={askRemove}>
            {t('connect.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {renaming && <RenameInstance instance={instance} onClose={() => setRenaming(false)} />}
    </>
  );
}
