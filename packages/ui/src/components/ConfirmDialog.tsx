import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { markShown } from '../data/shown-errors.ts';
import classes from './ConfirmDialog.module.css';
import type { ConfirmOptions } from './confirm.tsx';
import { DialogActions } from './Dialog.tsx';
import { ProblemNote } from './ProblemNote.tsx';

interface Props extends ConfirmOptions {
  opened: boolean;
  onClose: () => void;
}

/** The question itself; `confirm()` opens it. */
export function ConfirmDialog({ title, text, confirmLabel, danger, typedName, onConfirm, opened, onClose }: Props) {
  const { t } = useTranslation('ui');
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const ready = typedName === undefined || typed.trim() === typedName.trim();
  const run = async () => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      onClose();
    } catch (cause) {
      markShown(cause);
      setError(cause);
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !busy) void run();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={440}
      centered
      closeButtonProps={{ 'aria-label': t('action.close') }}
      transitionProps={{ duration: 120 }}
    >
      <form className={classes.form} onSubmit={submit}>
        <div className={classes.text}>{text}</div>
        {typedName !== undefined && (
          <TextInput
            label={
              <Trans t={t} i18nKey="confirm.typeName" values={{ name: typedName }} components={{ b: <b className={classes.name} /> }} />
            }
            classNames={{ label: classes.ask }}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
          />
        )}
        <ProblemNote error={error} />
        <DialogActions>
          <Button variant="default" onClick={onClose} disabled={busy} data-autofocus={typedName === undefined || undefined}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" color={danger ? 'red' : undefined} loading={busy} disabled={!ready}>
            {confirmLabel}
          </Button>
        </DialogActions>
      </form>
    </Modal>
  );
}
