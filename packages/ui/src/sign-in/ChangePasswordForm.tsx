import { Button, PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../components/ProblemNote.tsx';
import { isProblem, problemText } from '../data/problem-text.ts';
import { useApiForm } from '../data/use-api-form.ts';
import classes from './ChangePasswordForm.module.css';
import { fieldsSchema, newPassword, required } from './sign-in-schema.ts';

interface Props {
  onSubmit: (values: { currentPassword: string; newPassword: string }) => Promise<unknown>;
  submitLabel?: string;
}

/** Empties itself when the server has taken the new password. */
export function ChangePasswordForm({ onSubmit, submitLabel }: Props) {
  const { t, i18n } = useTranslation('ui');
  const { form, submit, busy, problem } = useApiForm({
    schema: fieldsSchema({ currentPassword: required, newPassword }),
    initialValues: { currentPassword: '', newPassword: '' },
    onSubmit: async (values) => {
      await onSubmit(values);
      form.reset();
    },
  });
  const wrong = isProblem(problem, 'PASSWORD_WRONG');
  const toggle = { 'aria-label': t('signIn.showPassword') };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <PasswordInput
        label={t('password.current')}
        autoComplete="current-password"
        visibilityToggleButtonProps={toggle}
        {...form.getInputProps('currentPassword')}
        error={wrong ? problemText(problem, i18n) : form.errors.currentPassword}
      />
      <PasswordInput
        label={t('password.new')}
        description={t('password.rule')}
        autoComplete="new-password"
        visibilityToggleButtonProps={toggle}
        {...form.getInputProps('newPassword')}
      />
      {!wrong && <ProblemNote error={problem} />}
      <Button type="submit" loading={busy} className={classes.submit}>
        {submitLabel ?? t('password.submit')}
      </Button>
    </form>
  );
}
