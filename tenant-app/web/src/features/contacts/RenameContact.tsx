import { contactContract } from '@chat-saas/tenant-app/contract';
import { Dialog, DialogActions } from '@chat-saas/ui/components/Dialog.tsx';
import { ProblemNote } from '@chat-saas/ui/components/ProblemNote.tsx';
import { notifyDone } from '@chat-saas/ui/components/toasts.tsx';
import { useApiForm } from '@chat-saas/ui/data/use-api-form.ts';
import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../app/api.ts';
import classes from '../../app/forms.module.css';
import { inputSchema } from '../../app/input-schema.ts';

/** Gives a contact the name that the team knows them by. */
export function RenameContact({ contact, onClose }: { contact: { id: string; name: string }; onClose: () => void }) {
  const { t } = useTranslation('app');
  const queryClient = useQueryClient();
  const { form, submit, busy, problem } = useApiForm({
    schema: inputSchema(contactContract.rename),
    initialValues: { id: contact.id, name: contact.name },
    onSubmit: async (values) => {
      await api.contacts.rename(values);
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: orpc.contacts.key() }),
        queryClient.invalidateQueries({ queryKey: orpc.conversations.key() }),
      ]);
      notifyDone(t('contact.renamed'));
      onClose();
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t('contact.rename')} size={420}>
      <form onSubmit={submit} className={classes.form} noValidate>
        <TextInput
          label={t('contact.name')}
          description={t('contact.nameHint')}
          maxLength={80}
          data-autofocus
          autoComplete="off"
          {...form.getInputProps('name')}
        />
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
