import type { Conversation } from '@chat-saas/tenant-app/contract';
import { PersonAvatar } from '@chat-saas/ui/components/PersonAvatar.tsx';
import { StateChip } from '@chat-saas/ui/components/StateChip.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCheck,
  IconChevronLeft,
  IconDotsVertical,
  IconHandStop,
  IconRotateClockwise,
  IconUser,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { contactName } from '../../app/contact-name.ts';
import type { useConversationActions } from './inbox-queries.ts';
import classes from './thread.module.css';
import { useTyping } from './typing.ts';

export type ConversationActions = ReturnType<typeof useConversationActions>;
interface Props {
  conversation: Conversation;
  actions: ConversationActions;
  onContact: (() => void) | undefined;
}

/** Who it is, who holds it, and the one thing to do about that. */
export function ThreadHeader({ conversation, actions, onContact }: Props) {
  const { t } = useTranslation('app');
  const { search } = useLocation();
  const typing = useTyping(conversation.id);
  const { state } = conversation;
  const name = contactName(conversation.contact);
  const chip = <StateChip state={state} detail={useDetail(conversation)} />;
  const who = (
    <>
      <PersonAvatar name={name} size={36} />
      <div className={classes.who}>
        <h2 className="truncate" title={name}>
          {name}
        </h2>
        <p className={`${classes.sub} truncate`}>
          <span className={classes.wideOnly}>{typing ? <Typing /> : t('inbox.via', { name: conversation.instanceName })}</span>
          <span className={classes.narrowOnly}>{typing ? <Typing /> : chip}</span>
        </p>
      </div>
    </>
  );
  return (
    <header className={classes.header}>
      <ActionIcon component={Link} to={`/inbox${search}`} aria-label={t('inbox.back')} className={classes.back}>
        <IconChevronLeft size={22} />
      </ActionIcon>
      {onContact ? (
        <button type="button" className={classes.person} onClick={onContact} aria-label={t('contact.open', { name })}>
          {who}
        </button>
      ) : (
        <div className={classes.person}>{who}</div>
      )}
      <span className={classes.wideOnly}>{chip}</span>
      <MainAction conversation={conversation} actions={actions} />
      {state !== 'closed' && (
        <Tooltip label={`${t('inbox.actions.close')}  E`}>
          <ActionIcon
            variant="default"
            aria-label={t('inbox.actions.close')}
            className={classes.wideOnly}
            onClick={() => void actions.close()}
          >
            <IconCheck size={18} stroke={1.8} />
          </ActionIcon>
        </Tooltip>
      )}
      <More conversation={conversation} actions={actions} onContact={onContact} />
    </header>
  );
}

const Typing = () => {
  const { t } = useTranslation('app');
  return <span className={classes.typing}>{t('inbox.typing')}</span>;
};

function useDetail({ state, assignee, waitingSince }: Conversation): string | undefined {
  const format = useFormat();
  if (state === 'human_replied') return assignee?.name.split(' ')[0];
  return state === 'awaiting_human' && waitingSince ? format.ago(waitingSince) : undefined;
}

/** Assume, give back or reopen: whichever the state asks for. */
function MainAction({ conversation: { state }, actions }: Omit<Props, 'onContact'>) {
  const { t } = useTranslation('app');
  if (state === 'closed')
    return (
      <Button
        variant="default"
        leftSection={<IconRotateClockwise size={16} />}
        onClick={() => void actions.reopen()}
        className={classes.giveBack}
        aria-label={t('inbox.actions.reopen')}
      >
        {t('inbox.actions.reopen')}
      </Button>
    );
  if (state === 'human_replied')
    return (
      <Tooltip label={`${t('inbox.actions.giveBack')}  G`}>
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={16} />}
          onClick={() => void actions.giveBack()}
          className={classes.giveBack}
          aria-label={t('inbox.actions.giveBack')}
        >
          {t('inbox.actions.giveBack')}
        </Button>
      </Tooltip>
    );
  return (
    <Tooltip label={`${t('inbox.actions.assume')}  A`}>
      <Button leftSection={<IconHandStop size={16} />} onClick={() => void actions.assume()} className={classes.action}>
        {t('inbox.actions.assume')}
      </Button>
    </Tooltip>
  );
}

function More({ conversation: { state }, actions, onContact }: Props) {
  const { t } = useTranslation('app');
  const entries = [
    ...(onContact ? [{ label: t('contact.title'), Icon: IconUser, run: onContact }] : []),
    ...(state === 'awaiting_human'
      ? [{ label: t('inbox.actions.giveBack'), Icon: IconArrowBackUp, run: () => void actions.giveBack() }]
      : []),
    ...(state === 'closed'
      ? [{ label: t('inbox.actions.assume'), Icon: IconHandStop, run: () => void actions.assume() }]
      : [{ label: t('inbox.actions.close'), Icon: IconCheck, run: () => void actions.close() }]),
  ];
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon aria-label={t('inbox.more')}>
          <IconDotsVertical size={18} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {entries.map(({ label, Icon, run }) => (
          <Menu.Item key={label} leftSection={<Icon size={16} stroke={1.7} />} onClick={run}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
