import { ActionIcon, Modal } from '@mantine/core';
import { IconDownload, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './message-media.module.css';

interface Props {
  src: string;
  alt: string;
  filename: string | null;
  onClose: () => void;
}

/** A picture as large as the screen allows. Escape or a click beside it closes. */
export function ImageViewer({ src, alt, filename, onClose }: Props) {
  const { t } = useTranslation('app');
  return (
    <Modal
      opened
      onClose={onClose}
      fullScreen
      withCloseButton={false}
      padding={0}
      transitionProps={{ duration: 100 }}
      classNames={{ content: classes.viewer, body: classes.viewerBody }}
      aria-label={alt}
    >
      <div className={classes.viewerBar}>
        <span className="truncate">{filename ?? alt}</span>
        <ActionIcon component="a" href={src} download={filename ?? true} aria-label={t('inbox.download')}>
          <IconDownload size={20} stroke={1.7} />
        </ActionIcon>
        <ActionIcon aria-label={t('close')} onClick={onClose} data-autofocus>
          <IconX size={20} stroke={1.7} />
        </ActionIcon>
      </div>
      <button type="button" className={classes.viewerStage} onClick={onClose} aria-label={t('close')}>
        <img src={src} alt={alt} />
      </button>
    </Modal>
  );
}
