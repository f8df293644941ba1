import type { Conversation } from '@chat-saas/tenant-app/contract';
import { PersonAvatar } from '@chat-saas/ui/components/PersonAvatar.tsx';
import { StateChip } from '@chat-saas/ui/components/StateChip.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy, IconPencil } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contactName } from '../../app/contact-name.ts';
import classes from './contact-pane.module.css';

const RenameContact = lazy(async () => ({ default: (await import('../contacts/RenameContact.tsx')).RenameContact }));

/** Who the conversation is with. */
export function ContactPane({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const [renaming, setRenaming] = useState(false);
  const { contact, assignee, state } = conversation;
  const phone = format.phone(contact.phone);
  const facts: [string, string][] = [
    [t('contact.number'), conversation.instanceName],
    [t('contact.assignee'), assignee?.name ?? (state === 'ai_active' ? t('inbox.ai') : t('contact.nobody'))],
    [t('contact.firstMessage'), format.date(conversation.createdAt)],
    [t('contact.lastMessage'), format.when(conversation.lastMessage?.at ?? conversation.updatedAt)],
  ];
  return (
    <aside className={classes.pane} aria-label={t('contact.title')}>
      <div className={classes.top}>
        <PersonAvatar name={contactName(contact)} size={56} />
        <h2>
          {contactName(contact)}
          <Tooltip label={t('contact.rename')}>
            <ActionIcon aria-label={t('contact.rename')} className={classes.copy} onClick={() => setRenaming(true)}>
              <IconPencil size={14} />
            </ActionIcon>
          </Tooltip>
        </h2>
        <p className="tabular">
          {phone}
          <CopyButton value={phone}>
            {({ copied, copy }) => (
              <ActionIcon aria-label={t(copied ? 'contact.copied' : 'contact.copyPhone')} className={classes.copy} onClick={copy}>
                {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
              </ActionIcon>
            )}
          </CopyButton>
        </p>
      </div>
      <section className={classes.section}>
        <h3>{t('contact.state')}</h3>
        <StateChip state={state} detail={state === 'human_replied' ? assignee?.name : undefined} />
      </section>
      <section className={classes.section}>
        <h3>{t('contact.facts')}</h3>
        <dl className={classes.facts}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="truncate tabular" title={value}>
                {value}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      {renaming && (
        <Suspense>
          <RenameContact contact={contact} onClose={() => setRenaming(false)} />
        </Suspense>
      )}
    </aside>
  );
}
