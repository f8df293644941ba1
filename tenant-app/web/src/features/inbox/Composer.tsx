import type { Conversation } from '@chat-saas/tenant-app/contract';
import { Button } from '@mantine/core';
import { IconCheck, IconSparkles } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.ts';
import { ComposerBox } from './ComposerBox.tsx';
import classes from './composer.module.css';
import type { ConversationActions } from './ThreadHeader.tsx';

interface Props {
  conversation: Conversation;
  actions: ConversationActions;
}

/** While the AI holds the conversation, or it is closed, this says so and the one way in is *Assume*. */
export function Composer({ conversation, actions }: Props) {
  const { t } = useTranslation('app');
  const me = useMe();
  const { state, assignee } = conversation;
  const before = useRef(state);
  if (state === 'ai_active' || state === 'closed') {
    const ai = state === 'ai_active';
    return (
      <footer className={classes.held} data-state={state}>
        {ai ? <IconSparkles size={18} className={classes.ai} aria-hidden /> : <IconCheck size={18} aria-hidden />}
        <p>
          <strong>{t(ai ? 'inbox.held' : 'inbox.isClosed')}</strong> <span>{t(ai ? 'inbox.heldText' : 'inbox.isClosedText')}</span>
        </p>
        <Button onClick={() => void actions.assume()}>{t('inbox.actions.assume')}</Button>
      </footer>
    );
  }
  const justAssumed = before.current !== 'human_replied' && state === 'human_replied' && assignee?.id === me.id;
  return <ComposerBox conversation={conversation} autoFocus={justAssumed} />;
}
