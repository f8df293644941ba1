import { CopyField } from '@chat-saas/ui/components/CopyField.tsx';
import { Dialog, DialogActions } from '@chat-saas/ui/components/Dialog.tsx';
import { Secret } from '@chat-saas/ui/components/Secret.tsx';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../../app/forms.module.css';
import type { NewPassword } from './new-password.ts';

/** The one-time password, to be handed on. Shown this once. */
export function PasswordDialog({ name, email, password, onClose }: NewPassword & { onClose: () => void }) {
  const { t } = useTranslation('app');
  return (
    <Dialog opened onClose={onClose} title={t('team.passwordTitle', { name })}>
      <div className={classes.form}>
        <p className={classes.hint}>{t('team.passwordText')}</p>
        <CopyField label={t('team.address')} value={`${location.origin}/login`} />
        <CopyField label={t('team.email')} value={email} />
        <Secret label={t('team.oneTimePassword')} value={password} />
        <DialogActions>
          <Button onClick={onClose}>{t('done')}</Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
