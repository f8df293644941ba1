import { BrandedLayout } from '@chat-saas/ui/branding/BrandedLayout.tsx';
import { useDocumentTitle } from '@chat-saas/ui/branding/use-document-title.ts';
import { notifyDone } from '@chat-saas/ui/components/toasts.tsx';
import { ChangePasswordForm } from '@chat-saas/ui/sign-in/ChangePasswordForm.tsx';
import { Anchor } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../app/api.ts';
import { useSignOut } from '../../app/use-sign-out.ts';
import classes from './first-password.module.css';

/** Whoever came in with a one-time password chooses their own before anything else. */
export function FirstPasswordPage() {
  const { t } = useTranslation('app');
  const queryClient = useQueryClient();
  const signOut = useSignOut();
  useDocumentTitle(t('firstPassword.title'));
  const change = async ({ currentPassword, newPassword }: { currentPassword: string; newPassword: string }) => {
    await api.auth.changePassword({ current: currentPassword, next: newPassword });
    notifyDone(t('profile.passwordChanged'));
    await queryClient.invalidateQueries({ queryKey: orpc.auth.me.key() });
  };
  return (
    <BrandedLayout>
      <div className={classes.box}>
        <h1>{t('firstPassword.title')}</h1>
        <p>{t('firstPassword.text')}</p>
        <ChangePasswordForm onSubmit={change} submitLabel={t('firstPassword.submit')} />
        <Anchor component="button" type="button" size="sm" c="var(--primary-ink)" onClick={signOut}>
          {t('profile.signOut')}
        </Anchor>
      </div>
    </BrandedLayout>
  );
}
