import { Anchor, Button, TextInput } from '@mantine/core';
import { IconMailCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BrandedLayout } from '../branding/BrandedLayout.tsx';
import { useDocumentTitle } from '../branding/use-document-title.ts';
import { ProblemNote } from '../components/ProblemNote.tsx';
import { useApiForm } from '../data/use-api-form.ts';
import classes from './SignInPage.module.css';
import { emailSchema } from './sign-in-schema.ts';

interface Props {
  onSubmit: (values: { email: string }) => Promise<unknown>;
  signInTo: string;
}

/** Asks for a link by e-mail; the answer is the same whether the address is known or not. */
export function ForgotPasswordPage({ onSubmit, signInTo }: Props) {
  const { t } = useTranslation('ui');
  useDocumentTitle(t('forgot.title'));
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { form, submit, busy, problem } = useApiForm({
    schema: emailSchema(),
    initialValues: { email: '' },
    onSubmit: async (values) => {
      await onSubmit(values);
      setSentTo(values.email);
    },
  });
  return (
    <BrandedLayout>
      <form className={classes.form} onSubmit={submit} noValidate>
        <h1>{t('forgot.title')}</h1>
        {sentTo ? (
          <div className={classes.done} role="status">
            <IconMailCheck size={20} stroke={1.7} aria-hidden />
            <span>{t('forgot.sent', { email: sentTo })}</span>
          </div>
        ) : (
          <>
            <p>{t('forgot.hint')}</p>
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
            <ProblemNote error={problem} />
            <Button type="submit" fullWidth size="md" loading={busy}>
              {t('forgot.submit')}
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
