import { type User, userContract } from '@chat-saas/tenant-app/contract';
import { Dialog, DialogActions } from '@chat-saas/ui/components/Dialog.tsx';
import { ProblemNote } from '@chat-saas/ui/components/ProblemNote.tsx';
import { notifyDone } from '@chat-saas/ui/components/toasts.tsx';
import { useApiForm } from '@chat-saas/ui/data/use-api-form.ts';
import { formatPhone } from '@chat-saas/ui/i18n/format.ts';
import { Button, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../app/api.ts';
import classes from '../../app/forms.module.css';
import { inputSchema } from '../../app/input-schema.ts';
import type { NewPassword } from './new-password.ts';

interface Props {
  /** null adds somebody. */
  person: User | null;
  onClose: () => void;
  onAdded: (password: NewPassword) => void;
}

export function PersonDialog({ person, onClose, onAdded }: Props) {
  const { t } = useTranslation('app');
  const queryClient = useQueryClient();
  const schema = inputSchema(person ? userContract.update : userContract.create);
  const { form, submit, busy, problem } = useApiForm({
    schema: { safeParse: (values) => schema.safeParse(withPhone(values as Values)) },
    initialValues: {
      id: person?.id ?? '',
      name: person?.name ?? '',
      email: person?.email ?? '',
      role: person?.role ?? 'agent',
      phone: person?.phone ? formatPhone(person.phone) : '',
    },
    onSubmit: async (values) => {
      const { id, email, ...rest } = withPhone(values);
      if (person) await api.users.update({ id, ...rest });
      else {
        const { user, password } = await api.users.create({ email, ...rest });
        onAdded({ name: user.name, email: user.email, password });
      }
      await Promise.all(
        [orpc.users.key(), orpc.auth.me.key(), orpc.plan.key()].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
      );
      if (person) notifyDone(t('saved'));
      onClose();
    },
  });
  return (
    <Dialog opened onClose={onClose} title={person ? t('team.edit') : t('team.add')}>
      <form onSubmit={submit} className={classes.form} noValidate>
        <TextInput label={t('team.name')} maxLength={80} data-autofocus autoComplete="off" {...form.getInputProps('name')} />
        {!person && (
          <TextInput label={t('team.email')} type="email" inputMode="email" autoComplete="off" {...form.getInputProps('email')} />
        )}
        <TextInput
          label={t('team.phoneOptional')}
          type="tel"
          inputMode="tel"
          autoComplete="off"
          placeholder="+55 81 99712-4408"
          {...form.getInputProps('phone')}
        />
        <Select
          label={t('team.role')}
          description={t(`role.${form.values.role}Text`)}
          data={(['agent', 'admin'] as const).map((role) => ({ value: role, label: t(`role.${role}`) }))}
          {...form.getInputProps('role')}
        />
        <ProblemNote error={problem} />
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t(person ? 'save' : 'team.add')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

interface Values {
  id: string;
  name: string;
  email: string;
  role: User['role'];
  phone: string;
}

/** An empty phone is none. */
const withPhone = (values: Values) => ({ ...values, phone: values.phone.trim() || null });
