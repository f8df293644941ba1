import { Anchor, Button, PasswordInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BrandedLayout } from '../branding/BrandedLayout.tsx';
import { useDocumentTitle } from '../branding/use-document-title.ts';
import { ProblemNote } from '../components/ProblemNote.tsx';
import { useApiForm } from '../data/use-api-form.ts';
import classes from './SignInPage.module.css';
import { fieldsSchema, newPassword } from './sign-in-schema.ts';

interface Props {
  onSubmit: (values: { password: string }) => Promise<unknown>;
  signInTo: string;
}

/** Where the link from the e-mail leads. */
export function ResetPasswordPage({ onSubmit, signInTo }: Props) {
  const { t } = useTranslation('ui');
  useDocumentTitle(t('reset.title'));
  const [done, setDone] = useState(false);
  const { form, submit, busy, problem } = useApiForm({
    schema: fieldsSchema({ password: newPassword }),
    initialValues: { password: '' },
    onSubmit: async (values) => {
      await onSubmit(values);
      setDone(true);
    },
  });
  return (
    <BrandedLayout>
      <form className={classes.form} onSubmit={submit} noValidate>
        <h1>{t('reset.title')}</h1>
        {done ? (
          <div className={classes.done} role="status">
            <IconCheck size={20} stroke={1.7} aria-hidden />
            <span>{t('reset.done')}</span>
          </div>
        ) : (
          <>
            <p>{t('reset.hint')}</p>
            <PasswordInput
              label={t('password.new')}
              autoComplete="new-password"
              autoFocus
              size="md"
              visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
              {...form.getInputProps('password')}
            />
            <ProblemNote error={problem} />
            <Button type="submit" fullWidth size="md" loading={busy}>
              {t('reset.submit')}
            </Button>
          </>
        )}
        <Anchor component={Link} to={signInTo} size="sm" c="var(--primary-ink)">
          {t('forgot.back')}
        </Anchor>
      </form>
    </BrandedLayout>
  );
}
