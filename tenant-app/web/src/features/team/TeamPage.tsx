import type { User } from '@chat-saas/tenant-app/contract';
import { type Column, DataTable } from '@chat-saas/ui/components/DataTable.tsx';
import { Page } from '@chat-saas/ui/components/Page.tsx';
import { PageHeader } from '@chat-saas/ui/components/PageHeader.tsx';
import { RowTitle } from '@chat-saas/ui/components/RowTitle.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { Badge, Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../app/api.ts';
import forms from '../../app/forms.module.css';
import { useIsAdmin, useMe } from '../../app/session.ts';
import type { NewPassword } from './new-password.ts';
import { PasswordDialog } from './PasswordDialog.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import classes from './team.module.css';

export function TeamPage() {
  const { t } = useTranslation('app');
  const isAdmin = useIsAdmin();
  const team = useQuery(orpc.users.list.queryOptions());
  const [editing, setEditing] = useState<User | 'new' | null>(null);
  const [password, setPassword] = useState<NewPassword | null>(null);
  const columns = useColumns({ onEdit: setEditing, onPassword: setPassword });
  const { items, maxAgents } = team.data ?? {};
  const isFull = items !== undefined && typeof maxAgents === 'number' && items.length >= maxAgents;
  return (
    <>
      <PageHeader
        title={t('nav.team')}
        count={items && (typeof maxAgents === 'number' ? t('team.count', { count: items.length, max: maxAgents }) : items.length)}
      >
        {isAdmin && (
          <Button leftSection={<IconUserPlus size={16} />} disabled={isFull} onClick={() => setEditing('new')}>
            {t('team.add')}
          </Button>
        )}
      </PageHeader>
      <Page>
        {isAdmin && isFull && <p className={forms.hint}>{t('team.full')}</p>}
        <DataTable
          label={t('nav.team')}
          columns={columns}
          rows={items}
          rowKey={({ id }) => id}
          error={team.error}
          onRetry={team.refetch}
          skeletonRows={4}
        />
      </Page>
      {editing && <PersonDialog person={editing === 'new' ? null : editing} onClose={() => setEditing(null)} onAdded={setPassword} />}
      {password && <PasswordDialog {...password} onClose={() => setPassword(null)} />}
    </>
  );
}

function useColumns(act: { onEdit: (person: User) => void; onPassword: (password: NewPassword) => void }): Column<User>[] {
  const { t } = useTranslation('app');
  const format = useFormat();
  const me = useMe();
  const columns: Column<User>[] = [
    {
      id: 'name',
      header: t('team.name'),
      primary: true,
      cell: (person) => (
        <span className={classes.person}>
          <RowTitle title={person.name} note={person.id === me.id ? t('team.you', { email: person.email }) : person.email} />
          {me.role === 'admin' && (
            <span className={classes.phoneOnly}>
              <PersonMenu person={person} {...act} />
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'role',
      header: t('team.role'),
      cell: ({ role }) => <Badge variant={role === 'admin' ? 'light' : 'default'}>{t(`role.${role}`)}</Badge>,
    },
    { id: 'phone', header: t('team.phone'), hideOnPhone: true, cell: ({ phone }) => (phone ? format.phone(phone) : '—') },
    {
      id: 'seen',
      header: t('team.seen'),
      cell: ({ lastSeenAt, mustChangePassword }) =>
        lastSeenAt ? format.ago(lastSeenAt) : t(mustChangePassword ? 'team.invited' : 'team.never'),
    },
  ];
  if (me.role !== 'admin') return columns;
  return [
    ...columns,
    { id: 'actions', header: '', right: true, width: 60, hideOnPhone: true, cell: (person) => <PersonMenu person={person} {...act} /> },
  ];
}
