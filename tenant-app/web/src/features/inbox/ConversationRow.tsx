import type { Conversation } from '@chat-saas/tenant-app/contract';
import { PersonAvatar } from '@chat-saas/ui/components/PersonAvatar.tsx';
import { StateMark } from '@chat-saas/ui/components/StateChip.tsx';
import { Ticks } from '@chat-saas/ui/components/Ticks.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import {
  type Icon,
  IconFile,
  IconMapPin,
  IconMicrophone,
  IconMusic,
  IconPhoto,
  IconSparkles,
  IconSticker,
  IconUser,
  IconVideo,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { contactName } from '../../app/contact-name.ts';
import { conversationPath } from '../../app/paths.ts';
import classes from './conversation-list.module.css';
import { toTicks } from './receipt.ts';
import { useTyping } from './typing.ts';

const KIND_ICONS: Record<string, Icon> = {
  image: IconPhoto,
  video: IconVideo,
  audio: IconMusic,
  voice: IconMicrophone,
  document: IconFile,
  sticker: IconSticker,
  location: IconMapPin,
  contact: IconUser,
};

export function ConversationRow({ conversation, selected, search }: { conversation: Conversation; selected: boolean; search: string }) {
  const { t } = useTranslation('app');
  const typing = useTyping(conversation.id);
  const { contact, unread } = conversation;
  return (
    <Link
      className={classes.row}
      to={conversationPath(conversation.id) + search}
      data-row={conversation.id}
      aria-current={selected ? 'true' : undefined}
      data-unread={unread > 0 || undefined}
    >
      <PersonAvatar name={contactName(contact)} corner={<StateMark state={conversation.state} />} />
      <span className={classes.name}>
        <span className="truncate">{contactName(contact)}</span>
      </span>
      <When conversation={conversation} />
      <span className={classes.preview}>
        {typing ? <span className={classes.typing}>{t('inbox.typing')}</span> : <Preview conversation={conversation} />}
      </span>
      {unread > 0 && (
        <span className={`${classes.unread} tabular`}>
          <span aria-hidden>{unread > 99 ? '99+' : unread}</span>
          <span className={classes.spoken}>{t('inbox.unread', { count: unread })}</span>
        </span>
      )}
    </Link>
  );
}

function When({ conversation: { waitingSince, state, lastMessage, createdAt } }: { conversation: Conversation }) {
  const format = useFormat();
  const waiting = state === 'awaiting_human' ? waitingSince : null;
  return (
    <time
      className={`${classes.time} tabular`}
      data-waiting={waiting ? true : undefined}
      dateTime={waiting ?? lastMessage?.at ?? createdAt}
    >
      {waiting ? format.ago(waiting) : format.when(lastMessage?.at ?? createdAt)}
    </time>
  );
}

/** The last message in one line; before its words one icon: failed, AI, kind of file or ticks. */
function Preview({ conversation: { lastMessage, contact } }: { conversation: Conversation }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  if (!lastMessage) return <span className="truncate tabular">{format.phone(contact.phone)}</span>;
  const receipt = toTicks(lastMessage.receipt ?? '');
  const KindIcon = KIND_ICONS[lastMessage.kind];
  return (
    <>
      {receipt === 'failed' || (receipt && lastMessage.from === 'agent' && !KindIcon) ? (
        <Ticks receipt={receipt} />
      ) : lastMessage.from === 'bot' ? (
        <IconSparkles size={14} className={classes.ai} role="img" aria-label={t('inbox.byAi')} />
      ) : null}
      {KindIcon && receipt !== 'failed' && <KindIcon size={15} stroke={1.7} aria-hidden />}
      <span className="truncate">{(lastMessage.kind !== 'voice' && lastMessage.preview) || t(`kind.${lastMessage.kind}`)}</span>
    </>
  );
}
