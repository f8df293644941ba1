import { Ticks } from '@chat-saas/ui/components/Ticks.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { IconRefresh, IconSparkles, IconTrash } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkedText } from './LinkedText.tsx';
import { MessageMedia } from './MessageMedia.tsx';
import classes from './message-bubble.module.css';
import { isLocal, type LocalMessage } from './outbox.ts';
import { toTicks } from './receipt.ts';
import type { MessageActions } from './use-message-actions.ts';

const FROM = { contact: 'contact', bot: 'ai', agent: 'agent' } as const;

interface Props {
  message: LocalMessage;
  /** Opens a run from one sender: carries the sender's name and the larger gap. */
  first: boolean;
  actions: MessageActions;
}

export const MessageBubble = memo(function MessageBubble({ message, first, actions }: Props) {
  const from = FROM[message.from];
  const failed = message.receipt === 'failed';
  return (
    <div className={classes.line} data-side={from === 'contact' ? 'in' : 'out'} data-first={first || undefined}>
      {first && <Sender message={message} />}
      <div
        className={classes.bubble}
        data-kind={boxOf(message)}
        data-from={from}
        data-failed={failed || undefined}
        data-first={first || undefined}
      >
        <Body message={message} />
      </div>
      {failed && <Failure message={message} actions={actions} />}
      {message.receipt === 'unknown' && <Unknown />}
    </div>
  );
});

const boxOf = ({ kind }: LocalMessage) => (kind === 'image' || kind === 'video' || kind === 'sticker' ? 'image' : kind);

function Sender({ message }: { message: LocalMessage }) {
  const { t } = useTranslation('app');
  if (message.from === 'contact') return null;
  if (message.from === 'agent') return <span className={classes.sender}>{message.authorName ?? t('inbox.team')}</span>;
  return (
    <span className={classes.sender} data-ai>
      <IconSparkles size={13} aria-hidden />
      {message.authorName ?? t('inbox.ai')}
    </span>
  );
}

function Body({ message }: { message: LocalMessage }) {
  const meta = <Meta message={message} />;
  if (message.attachment) return <MessageMedia message={message} attachment={message.attachment} meta={meta} />;
  return <Words message={message} meta={meta} />;
}

function Words({ message, meta }: { message: LocalMessage; meta: ReactNode }) {
  const { t } = useTranslation('app');
  const aside = message.kind !== 'text' && <em className={classes.aside}>{t(`kind.${message.kind}`)}</em>;
  return (
    <div className={classes.text} dir="auto">
      {aside}
      {aside && message.text ? '\n' : null}
      {message.text && <LinkedText text={message.text} />}
      <span className={classes.room} aria-hidden data-ticks={message.receipt ? true : undefined} />
      {meta}
    </div>
  );
}

function Meta({ message }: { message: LocalMessage }) {
  const format = useFormat();
  const receipt = toTicks(message.receipt ?? '');
  return (
    <span className={`${classes.meta} tabular`}>
      <time dateTime={message.at} title={format.dateTime(message.at)}>
        {format.time(message.at)}
      </time>
      {receipt && <Ticks receipt={receipt} />}
    </span>
  );
}

function Failure({ message, actions }: { message: LocalMessage; actions: MessageActions }) {
  const { t } = useTranslation('app');
  const reason = message.failure ?? t(`sendError.${message.error ?? 'internal'}`, { defaultValue: t('sendError.internal') });
  return (
    <div className={classes.failed} role={isLocal(message) ? 'alert' : undefined}>
      <span>{reason}</span>
      <button type="button" onClick={() => actions.retry(message)}>
        <IconRefresh size={14} aria-hidden />
        {t('inbox.retry')}
      </button>
      <button type="button" aria-label={t('inbox.discard')} title={t('inbox.discard')} onClick={() => actions.discard(message)}>
        <IconTrash size={14} aria-hidden />
      </button>
    </div>
  );
}

function Unknown() {
  const { t } = useTranslation('app');
  return <p className={classes.unknown}>{t('inbox.unknownReceipt')}</p>;
}

export function DaySeparator({ at }: { at: string }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const today = format.date(at) === format.date(Date.now());
  const yesterday = format.date(at) === format.date(Date.now() - 86_400_000);
  return (
    <h3 className={classes.day}>
      <span>{today ? t('inbox.today') : yesterday ? t('inbox.yesterday') : format.date(at)}</span>
    </h3>
  );
}
