import type { Conversation } from '@chat-saas/tenant-app/contract';
import { useShortcuts } from '@chat-saas/ui/shell/use-shortcuts.ts';
import { ActionIcon, FileButton, Textarea, Tooltip } from '@mantine/core';
import { IconMicrophone, IconPaperclip, IconSend2 } from '@tabler/icons-react';
import { type ClipboardEvent, type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AttachmentTray } from './AttachmentTray.tsx';
import classes from './composer.module.css';
import { useFeatures } from './inbox-queries.ts';
import { useSender } from './outbox.ts';
import { useAgentTyping } from './use-agent-typing.ts';
import { useAttachments } from './use-attachments.ts';
import { useDraft } from './use-draft.ts';
import { useFileDrop } from './use-file-drop.ts';
import { canRecord, VoiceRecorder } from './VoiceRecorder.tsx';

const MAX_TEXT = 4096;
const COUNT_FROM = 3800;

export function ComposerBox({ conversation: { id }, autoFocus }: { conversation: Conversation; autoFocus: boolean }) {
  const { t } = useTranslation('app');
  const [text, setText] = useDraft(id);
  const [recording, setRecording] = useState(false);
  const input = useRef<HTMLTextAreaElement>(null);
  const features = useFeatures();
  const { send } = useSender(id);
  const typing = useAgentTyping(id);
  const files = useAttachments({ tooLarge: t('inbox.fileTooLarge'), tooMany: t('inbox.tooManyFiles') });
  const canAttach = features?.fileUpload ?? false;
  const dropping = useFileDrop(canAttach && !recording, files.add);
  useShortcuts([{ keys: 'r', label: t('keys.reply'), group: t('inbox.conversation'), run: () => input.current?.focus() }]);

  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);

  const isEmpty = text.trim() === '' && files.items.length === 0;
  const isTooLong = text.length > MAX_TEXT;
  const canSend = !isEmpty && !isTooLong && files.isReady;
  const submit = useCallback(() => {
    if (!canSend) return;
    const uploads = files.take();
    const words = text.trim();
    if (uploads.length === 0) void send({ text: words });
    for (const [index, { upload, previewUrl }] of uploads.entries())
      if (upload) void send({ text: index === 0 ? words : '', upload: { ...upload, previewUrl } });
    setText('');
    typing.stop();
    input.current?.focus();
  }, [canSend, files.take, text, send, setText, typing.stop]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') input.current?.blur();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (!canAttach || event.clipboardData.files.length === 0) return;
    event.preventDefault();
    files.add(event.clipboardData.files);
  };
  if (recording)
    return (
      <footer className={classes.composer}>
        <div className={classes.box}>
          <VoiceRecorder conversationId={id} onEnd={() => setRecording(false)} />
        </div>
      </footer>
    );
  return (
    <footer className={classes.composer}>
      {dropping && <div className={classes.drop}>{t('inbox.dropHere')}</div>}
      <div className={classes.box}>
        <AttachmentTray items={files.items} onRemove={files.remove} onRetry={files.retry} />
        <Textarea
          ref={input}
          variant="unstyled"
          autosize
          minRows={1}
          maxRows={6}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            if (event.currentTarget.value.trim()) typing.typed();
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={typing.stop}
          className={classes.input}
          aria-label={t('inbox.message')}
          placeholder={t(files.items.length > 0 ? 'inbox.caption' : 'inbox.message')}
        />
        <div className={classes.tools}>
          {canAttach && (
            <FileButton onChange={files.add} multiple>
              {(props) => (
                <Tooltip label={t('inbox.attach')}>
                  <ActionIcon {...props} aria-label={t('inbox.attach')}>
                    <IconPaperclip size={19} stroke={1.6} />
                  </ActionIcon>
                </Tooltip>
              )}
            </FileButton>
          )}
          <span className={classes.hint}>
            {text.length > COUNT_FROM ? (
              <span className="tabular" data-over={isTooLong || undefined}>
                {text.length}/{MAX_TEXT}
              </span>
            ) : (
              <span className={classes.keys}>
                <kbd>Enter</kbd> {t('inbox.enterSends')} <kbd>⇧ Enter</kbd> {t('inbox.newLine')}
              </span>
            )}
          </span>
          {isEmpty && features?.audioRecording && canRecord() && (
            <Tooltip label={t('inbox.record')}>
              <ActionIcon aria-label={t('inbox.record')} onClick={() => setRecording(true)}>
                <IconMicrophone size={19} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          )}
          <ActionIcon
            variant="filled"
            color="brand"
            aria-label={t('inbox.send')}
            className={classes.send}
            disabled={!canSend}
            onClick={submit}
          >
            <IconSend2 size={18} stroke={1.8} />
          </ActionIcon>
        </div>
      </div>
    </footer>
  );
}
