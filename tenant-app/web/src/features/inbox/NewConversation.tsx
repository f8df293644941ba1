import { messageContract } from '@chat-saas/tenant-app/contract';
import { Dialog, DialogActions } from '@chat-saas/ui/components/Dialog.tsx';
import { ProblemNote } from '@chat-saas/ui/components/ProblemNote.tsx';
import { useApiForm } from '@chat-saas/ui/data/use-api-form.ts';
import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, orpc } from '../../app/api.ts';
import classes from '../../app/forms.module.css';
import { inputSchema } from '../../app/input-schema.ts';
import { conversationPath } from '../../app/paths.ts';
import { useInstances } from './inbox-queries.ts';

/** Writes to a number that hasn't written yet. */
export function NewConversation({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [clientRef] = useState(() => crypto.randomUUID());
  const ready = (useInstances().data?.items ?? []).filter(({ state }) => state === 'ready');
  const { form, submit, busy, problem } = useApiForm({
    schema: inputSchema(messageContract.sendTo),
    initialValues: { phone: '+55 ', text: '', clientRef, instanceId: (ready.find(({ isDefault }) => isDefault) ?? ready[0])?.id },
    onSubmit: async (values) => {
      const message = await api.messages.sendTo(values);
      await queryClient.invalidateQueries({ queryKey: orpc.conversations.key() });
      onClose();
      await navigate(conversationPath(message.conversationId));
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t('inbox.write')}>
      <form onSubmit={submit} className={classes.form} noValidate>
        {ready.length > 1 && (
          <Select
            label={t('inbox.sendFrom')}
            data={ready.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('instanceId')}
          />
        )}
        <TextInput
          label={t('inbox.phone')}
          type="tel"
          inputMode="tel"
          autoComplete="off"
          data-autofocus
          placeholder="+55 81 99712-4408"
          {...form.getInputProps('phone')}
        />
        <Textarea label={t('inbox.message')} autosize minRows={3} maxRows={8} maxLength={4096} {...form.getInputProps('text')} />
        <ProblemNote error={problem} />
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={!form.values.text.trim()}>
            {t('inbox.send')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
