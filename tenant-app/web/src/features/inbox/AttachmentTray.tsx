import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { ActionIcon } from '@mantine/core';
import { IconFile, IconMusic, IconRefresh, IconVideo, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './composer.module.css';
import { type Attachment, MAX_FILE_BYTES } from './use-attachments.ts';

interface Props {
  items: Attachment[];
  onRemove: (id: string) => void;
  onRetry: (item: Attachment) => void;
}

/** The files that will go with the message: how far they are, and why one can't be sent. */
export function AttachmentTray({ items, onRemove, onRetry }: Props) {
  if (items.length === 0) return null;
  return (
    <ul className={classes.tray}>
      {items.map((item) => (
        <Item key={item.id} item={item} onRemove={onRemove} onRetry={onRetry} />
      ))}
    </ul>
  );
}

function Item({ item, onRemove, onRetry }: { item: Attachment } & Omit<Props, 'items'>) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const { file, failure, upload, progress } = item;
  const percent = Math.round(progress * 100);
  return (
    <li className={classes.attachment} data-failed={failure ? true : undefined}>
      <Thumb item={item} />
      <span className={classes.attachmentWords}>
        <span className="truncate" title={file.name}>
          {file.name}
        </span>
        <small className={failure ? undefined : 'tabular'} role={failure ? 'alert' : undefined}>
          {failure ?? (upload ? format.bytes(file.size) : t('inbox.uploading', { percent }))}
        </small>
      </span>
      {failure && file.size <= MAX_FILE_BYTES && (
        <ActionIcon aria-label={t('inbox.retryFile', { name: file.name })} onClick={() => onRetry(item)}>
          <IconRefresh size={16} />
        </ActionIcon>
      )}
      <ActionIcon aria-label={t('inbox.removeFile', { name: file.name })} onClick={() => onRemove(item.id)}>
        <IconX size={16} />
      </ActionIcon>
      {!upload && !failure && (
        <span
          className={classes.progress}
          role="progressbar"
          aria-valuenow={percent}
          aria-label={file.name}
          style={{ width: `${percent}%` }}
        />
      )}
    </li>
  );
}

function Thumb({ item: { file, previewUrl } }: { item: Attachment }) {
  if (file.type.startsWith('image/')) return <img className={classes.thumb} src={previewUrl} alt="" width={36} height={36} />;
  const Icon = file.type.startsWith('video/') ? IconVideo : file.type.startsWith('audio/') ? IconMusic : IconFile;
  return (
    <span className={classes.thumb}>
      <Icon size={18} stroke={1.6} aria-hidden />
    </span>
  );
}
