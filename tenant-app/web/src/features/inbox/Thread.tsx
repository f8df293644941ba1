import type { Conversation } from '@chat-saas/tenant-app/contract';
import { useActions } from '@chat-saas/ui/shell/use-actions.ts';
import { useShortcuts } from '@chat-saas/ui/shell/use-shortcuts.ts';
import { IconArrowBackUp, IconCheck, IconHandStop, IconRotateClockwise } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Composer } from './Composer.tsx';
import { useConversationActions } from './inbox-queries.ts';
import { MessageList } from './MessageList.tsx';
import { ThreadHeader } from './ThreadHeader.tsx';
import classes from './thread.module.css';

interface Props {
  conversation: Conversation;
  /** Opens the contact's details where they aren't beside the thread. */
  onContact: (() => void) | undefined;
}

export function Thread({ conversation, onContact }: Props) {
  const { t } = useTranslation('app');
  const actions = useConversationActions(conversation);
  const available = availableActions(conversation, actions);
  useShortcuts(available.map(({ id, keys, run }) => ({ keys, label: t(`inbox.actions.${id}`), group: t('inbox.conversation'), run })));
  useActions(
    available.map(({ id, Icon, run }) => ({
      id: `conversation ${id}`,
      label: t(`inbox.actions.${id}`),
      description: conversation.contact.name,
      group: t('inbox.conversation'),
      Icon,
      run,
    })),
  );
  return (
    <section className={classes.thread} aria-label={t('inbox.with', { name: conversation.contact.name })}>
      <ThreadHeader conversation={conversation} actions={actions} onContact={onContact} />
      <MessageList conversation={conversation} />
      <Composer conversation={conversation} actions={actions} />
    </section>
  );
}

/** What makes sense in this state, with its key. */
function availableActions({ state }: Conversation, actions: ReturnType<typeof useConversationActions>) {
  const assume = { id: 'assume', keys: 'a', Icon: IconHandStop, run: () => void actions.assume() };
  const giveBack = { id: 'giveBack', keys: 'g', Icon: IconArrowBackUp, run: () => void actions.giveBack() };
  const close = { id: 'close', keys: 'e', Icon: IconCheck, run: () => void actions.close() };
  const reopen = { id: 'reopen', keys: 'e', Icon: IconRotateClockwise, run: () => void actions.reopen() };
  if (state === 'closed') return [reopen, assume];
  return state === 'ai_active' ? [assume, close] : state === 'awaiting_human' ? [assume, giveBack, close] : [giveBack, close];
}
