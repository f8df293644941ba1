import type { Contact } from '@chat-saas/tenant-app/contract';
import { type Column, DataTable } from '@chat-saas/ui/components/DataTable.tsx';
import { EmptyState } from '@chat-saas/ui/components/EmptyState.tsx';
import { Page, Toolbar } from '@chat-saas/ui/components/Page.tsx';
import { PageHeader } from '@chat-saas/ui/components/PageHeader.tsx';
import { RowTitle } from '@chat-saas/ui/components/RowTitle.tsx';
import { SearchField } from '@chat-saas/ui/components/SearchField.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconAddressBook, IconPencil, IconSearchOff } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { orpc } from '../../app/api.ts';
import { contactName } from '../../app/contact-name.ts';
import { conversationPath } from '../../app/paths.ts';
import classes from './contacts.module.css';
import { RenameContact } from './RenameContact.tsx';

/** Everybody who wrote or was written to. */
export function ContactsPage() {
  const { t } = useTranslation('app');
  const [params, setParams] = useSearchParams();
  const q = params.get('q')?.slice(0, 80) ?? '';
  const [renaming, setRenaming] = useState<Contact | null>(null);
  const contacts = useContacts(q);
  const columns = useColumns(setRenaming);
  const rows = contacts.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <PageHeader title={t('nav.contacts')} />
      <Page>
        <Toolbar>
          <SearchField
            label={t('contacts.search')}
            value={q}
            onChange={(value) => setParams(value ? { q: value } : {}, { replace: true })}
          />
        </Toolbar>
        <DataTable
          label={t('nav.contacts')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          rowTo={({ conversationId }) => (conversationId ? conversationPath(conversationId) : '/inbox')}
          error={contacts.error}
          onRetry={contacts.refetch}
          empty={<Nobody searching={Boolean(q)} />}
          skeletonRows={10}
        />
        {contacts.hasNextPage && (
          <Button
            variant="default"
            className={classes.more}
            loading={contacts.isFetchingNextPage}
            onClick={() => void contacts.fetchNextPage()}
          >
            {t('contacts.more')}
          </Button>
        )}
      </Page>
      {renaming && <RenameContact contact={renaming} onClose={() => setRenaming(null)} />}
    </>
  );
}

const useContacts = (q: string) =>
  useInfiniteQuery(
    orpc.contacts.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: 50, ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );

function useColumns(onRename: (contact: Contact) => void): Column<Contact>[] {
  const { t } = useTranslation('app');
  const format = useFormat();
  return [
    {
      id: 'name',
      header: t('contacts.name'),
      primary: true,
      cell: ({ name, phone, profileName }) => (
        <RowTitle title={contactName({ name })} note={<Note phone={phone} profileName={profileName === name ? null : profileName} />} />
      ),
    },
    {
      id: 'phone',
      header: t('contacts.phone'),
      hideOnPhone: true,
      cell: ({ phone }) => <span className={classes.phone}>{format.phone(phone)}</span>,
    },
    { id: 'since', header: t('contacts.since'), hideOnPhone: true, cell: ({ createdAt }) => format.date(createdAt) },
    {
      id: 'last',
      header: t('contacts.last'),
      cell: ({ lastMessageAt }) => (lastMessageAt ? format.when(lastMessageAt) : t('contacts.never')),
    },
    {
      id: 'actions',
      header: '',
      right: true,
      width: 60,
      hideOnPhone: true,
      cell: (contact) => (
        <Tooltip label={t('contact.rename')}>
          <ActionIcon aria-label={t('contacts.renameOne', { name: contact.name })} onClick={() => onRename(contact)}>
            <IconPencil size={16} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      ),
    },
  ];
}

/** A phone's card has the number below the name; a table has its own column. */
function Note({ phone, profileName }: { phone: string; profileName: string | null }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  return (
    <>
      <span className={`${classes.phoneOnly} tabular`}>{format.phone(phone)}</span>
      {profileName && <span className={classes.deskOnly}>{t('contacts.callsThemselves', { name: profileName })}</span>}
    </>
  );
}

function Nobody({ searching }: { searching: boolean }) {
  const { t } = useTranslation('app');
  if (searching) return <EmptyState Icon={IconSearchOff} title={t('inbox.nothingFound')} text={t('contacts.nothingFoundText')} />;
  return (
    <EmptyState
      Icon={IconAddressBook}
      title={t('contacts.empty')}
      text={t('contacts.emptyText')}
      action={
        <Button component={Link} to="/connect" variant="default">
          {t('nav.connect')}
        </Button>
      }
    />
  );
}
