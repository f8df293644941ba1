import { type Instance, instanceContract } from '@chat-saas/tenant-app/contract';
import { Dialog, DialogActions } from '@chat-saas/ui/components/Dialog.tsx';
import { ProblemNote } from '@chat-saas/ui/components/ProblemNote.tsx';
import { useApiForm } from '@chat-saas/ui/data/use-api-form.ts';
import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api.ts';
import forms from '../../app/forms.module.css';
import { inputSchema } from '../../app/input-schema.ts';
import { storeAnswer } from './instance-cache.ts';

export function RenameInstance({ instance, onClose }: { instance: Instance; onClose: () => void }) {
  const { t } = useTranslation('app');
  const queryClient = useQueryClient();
  const { form, submit, busy, problem } = useApiForm({
    schema: inputSchema(instanceContract.update),
    initialValues: { id: instance.id, name: instance.name },
    onSubmit: async (values) => {
      storeAnswer(queryClient, await api.instances.update(values));
      onClose();
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t('connect.rename')} size={420}>
      <form onSubmit={submit} className={forms.form} noValidate>
        <TextInput label={t('connect.name')} maxLength={60} data-autofocus autoComplete="off" {...form.getInputProps('name')} />
        <ProblemNote error={problem} />
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
