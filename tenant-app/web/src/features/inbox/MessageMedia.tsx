import type { Message } from '@chat-saas/tenant-app/contract';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { IconDownload, IconFileText, IconPhotoOff } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkedText } from './LinkedText.tsx';
import classes from './message-media.module.css';
import { VoiceNote } from './VoiceNote.tsx';

const ImageViewer = lazy(async () => ({ default: (await import('./ImageViewer.tsx')).ImageViewer }));

type Attachment = NonNullable<Message['attachment']>;
interface Props {
  message: Message;
  attachment: Attachment;
  meta: ReactNode;
}

/** The file of a message: picture, film, sound or something to download; its words below. */
export function MessageMedia({ message, attachment, meta }: Props) {
  const { kind } = message;
  if (kind === 'image' || kind === 'sticker') return <Picture message={message} attachment={attachment} meta={meta} />;
  if (kind === 'video') return <Film message={message} attachment={attachment} meta={meta} />;
  if (kind === 'voice' || kind === 'audio') return <VoiceNote message={message} attachment={attachment} meta={meta} />;
  return <Document message={message} attachment={attachment} meta={meta} />;
}

function Picture({ message, attachment, meta }: Props) {
  const { t } = useTranslation('app');
  const [open, setOpen] = useState(false);
  const [broken, setBroken] = useState(false);
  const alt = message.text ?? attachment.filename ?? t(`kind.${message.kind}`);
  if (broken)
    return (
      <Caption text={message.text} meta={meta}>
        <span className={classes.broken}>
          <IconPhotoOff size={20} stroke={1.6} aria-hidden />
          {t('inbox.pictureBroken')}
        </span>
      </Caption>
    );
  return (
    <Caption text={message.text} meta={meta}>
      <button type="button" aria-label={t('inbox.openPicture', { name: alt })} onClick={() => setOpen(true)}>
        <img src={attachment.url} alt={alt} width={232} height={174} loading="lazy" decoding="async" onError={() => setBroken(true)} />
      </button>
      {open && (
        <Suspense>
          <ImageViewer src={attachment.url} alt={alt} filename={attachment.filename} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Caption>
  );
}

function Film({ message, attachment, meta }: Props) {
  return (
    <Caption text={message.text} meta={meta}>
      {/* biome-ignore lint/a11y/useMediaCaption: people send films without captions */}
      <video src={attachment.url} controls preload="metadata" width={232} height={174} />
    </Caption>
  );
}

function Caption({ text, meta, children }: { text: string | null; meta: ReactNode; children: ReactNode }) {
  return (
    <figure className={classes.figure}>
      {children}
      <figcaption dir="auto">
        {text && <LinkedText text={text} />}
        {meta}
      </figcaption>
    </figure>
  );
}

function Document({ message, attachment, meta }: Props) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const name = attachment.filename ?? t('kind.document');
  return (
    <div className={classes.document}>
      <a href={attachment.url} download={name} title={name}>
        <span className={classes.fileIcon}>
          <IconFileText size={20} stroke={1.6} aria-hidden />
        </span>
        <span className={classes.file}>
          <strong className="truncate">{name}</strong>
          <small className="tabular">{[extension(name), format.bytes(attachment.bytes)].filter(Boolean).join(' · ')}</small>
        </span>
        <IconDownload size={18} stroke={1.7} aria-label={t('inbox.download')} />
      </a>
      <p dir="auto">
        {message.text && <LinkedText text={message.text} />}
        {meta}
      </p>
    </div>
  );
}

const extension = (name: string) => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toUpperCase();
