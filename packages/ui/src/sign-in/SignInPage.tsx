import { Anchor, Button, PasswordInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BrandedLayout } from '../branding/BrandedLayout.tsx';
import { useDocumentTitle } from '../branding/use-document-title.ts';
import { ProblemNote } from '../components/ProblemNote.tsx';
import { isProblem, problemText } from '../data/problem-text.ts';
import { useApiForm } from '../data/use-api-form.ts';
import classes from './SignInPage.module.css';
import { SignInScene } from './SignInScene.tsx';
import { emailSchema, required } from './sign-in-schema.ts';

interface Props {
  onSubmit: (values: { email: string; password: string }) => Promise<unknown>;
  forgotTo?: string;
  /** Below the heading. */
  hint?: string;
  footer?: ReactNode;
  /** The right half on a desk; a conversation in the brand's colours where absent. */
  scene?: ReactNode;
}

export function SignInPage({ onSubmit, forgotTo, hint, footer, scene = <SignInScene /> }: Props) {
  const { t, i18n } = useTranslation('ui');
  useDocumentTitle(t('signIn.title'));
  const { form, submit, busy, problem } = useApiForm({
    schema: emailSchema({ password: required }),
    initialValues: { email: '', password: '' },
    onSubmit,
  });
  const wrong = isProblem(problem, 'CREDENTIALS_INVALID');
  return (
    <div className={classes.page}>
      <BrandedLayout footer={footer}>
        <form className={classes.form} onSubmit={submit} noValidate>
          <h1>{t('signIn.title')}</h1>
          <p>{hint ?? t('signIn.hint')}</p>
          <TextInput
            label={t('signIn.email')}
            type="email"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="none"
            autoFocus
            size="md"
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('signIn.password')}
            autoComplete="current-password"
            size="md"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            {...form.getInputProps('password')}
            error={wrong ? problemText(problem, i18n) : form.errors.password}
          />
          {!wrong && <ProblemNote error={problem} />}
          <Button type="submit" fullWidth size="md" loading={busy}>
            {t('signIn.submit')}
          </Button>
          {forgotTo && (
            <Anchor component={Link} to={forgotTo} size="sm" c="var(--primary-ink)">
              {t('signIn.forgot')}
            </Anchor>
          )}
        </form>
      </BrandedLayout>
      <aside className={classes.scene} aria-hidden>
        {scene}
      </aside>
    </div>
  );
}
