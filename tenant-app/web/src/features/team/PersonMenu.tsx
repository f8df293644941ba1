import type { User } from '@chat-saas/tenant-app/contract';
import { confirm } from '@chat-saas/ui/components/confirm.tsx';
import { notifyDone } from '@chat-saas/ui/components/toasts.tsx';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDotsVertical, IconKey, IconPencil, IconUserMinus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../app/api.ts';
import { useMe } from '../../app/session.ts';
import type { NewPassword } from './new-password.ts';

interface Props {
  person: User;
  onEdit: (person: User) => void;
  onPassword: (password: NewPassword) => void;
}

export function PersonMenu({ person, onEdit, onPassword }: Props) {
  const { t } = useTranslation('app');
  const me = useMe();
  const queryClient = useQueryClient();
  const { id, name, email } = person;
  const resetPassword = () =>
    confirm({
      title: t('team.resetTitle', { name }),
      text: t('team.resetText'),
      confirmLabel: t('team.reset'),
      onConfirm: async () => onPassword({ name, email, ...(await api.users.resetPassword({ id })) }),
    });
  const remove = () =>
    confirm({
      title: t('team.removeTitle', { name }),
      text: t('team.removeText'),
      confirmLabel: t('team.remove'),
      danger: true,
      onConfirm: async () => {
        await api.users.remove({ id });
        await queryClient.invalidateQueries({ queryKey: orpc.users.key() });
        notifyDone(t('team.removed', { name }));
      },
    });
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon aria-label={t('team.actions', { name })}>
          <IconDotsVertical size={18} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} stroke={1.7} />} onClick={() => onEdit(person)}>
          {t('team.edit')}
        </Menu.Item>
        {id !== me.id && (
          <>
            <Menu.Item leftSection={<IconKey size={16} stroke={1.7} />} onClick={resetPassword}>
              {t('team.reset')}
            </Menu.Item>
            <Menu.Item color="red" leftSection={<IconUserMinus size={16} stroke={1.7} />} onClick={remove}>
              {t('team.remove')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
