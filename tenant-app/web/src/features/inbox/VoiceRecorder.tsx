import type { Upload } from '@chat-saas/tenant-app/contract';
import { ProblemNote } from '@chat-saas/ui/components/ProblemNote.tsx';
import { ActionIcon, Button } from '@mantine/core';
import { IconSend2, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uploadFile } from '../../app/upload-file.ts';
import classes from './composer.module.css';
import { useSender } from './outbox.ts';
import { type Recording, useRecorder } from './use-recorder.ts';
import { clock } from './VoiceNote.tsx';

export { canRecord } from './use-recorder.ts';

/** Stands where the text was, while a voice note is being recorded and sent. */
export function VoiceRecorder({ conversationId, onEnd }: { conversationId: string; onEnd: () => void }) {
  const { t } = useTranslation('app');
  const { seconds, refused, isOn, finish } = useRecorder();
  const { send } = useSender(conversationId);
  const [done, setDone] = useState<Recording | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const deliver = async () => {
    setBusy(true);
    setError(null);
    try {
      const recording = done ?? (await finish());
      if (!recording) return;
      setDone(recording);
      const upload = (await uploadFile('/api/v1/uploads', recording.file, { fields: { voice: '1' } })) as Upload;
      void send({
        text: '',
        upload: { ...upload, kind: 'voice', previewUrl: URL.createObjectURL(recording.file), seconds: recording.seconds },
      });
      onEnd();
    } catch (cause) {
      setError(cause);
      setBusy(false);
    }
  };
  if (refused)
    return (
      <div className={classes.recorder}>
        <p role="alert">{t('inbox.microphoneRefused')}</p>
        <Button variant="default" onClick={onEnd}>
          {t('close')}
        </Button>
      </div>
    );
  return (
    <>
      {error !== null && (
        <div className={classes.recorderProblem}>
          <ProblemNote error={error} onRetry={deliver} />
        </div>
      )}
      <div className={classes.recorder}>
        <ActionIcon aria-label={t('inbox.discardRecording')} onClick={onEnd} disabled={busy}>
          <IconTrash size={19} stroke={1.6} />
        </ActionIcon>
        <p role="status">
          <i className={classes.recording} data-on={isOn && !done ? true : undefined} aria-hidden />
          <span className="tabular">{clock(done?.seconds ?? seconds)}</span>{' '}
          <span>{t(busy ? 'inbox.sending' : isOn ? 'inbox.recording' : 'inbox.microphoneAsked')}</span>
        </p>
        <ActionIcon
          variant="filled"
          color="brand"
          aria-label={t('inbox.send')}
          className={classes.send}
          disabled={!isOn}
          loading={busy}
          onClick={() => void deliver()}
        >
          <IconSend2 size={18} stroke={1.8} />
        </ActionIcon>
      </div>
    </>
  );
}
