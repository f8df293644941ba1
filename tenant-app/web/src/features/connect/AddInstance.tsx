import { type Instance, instanceContract } from '@chat-saas/tenant-app/contract';
import { Dialog, DialogActions } from '@chat-saas/ui/components/Dialog.tsx';
import { ProblemNote } from '@chat-saas/ui/components/ProblemNote.tsx';
import { useApiForm } from '@chat-saas/ui/data/use-api-form.ts';
import { Button, Radio, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../app/api.ts';
import forms from '../../app/forms.module.css';
import { inputSchema } from '../../app/input-schema.ts';
import { storeAnswer } from './instance-cache.ts';

type Engine = Instance['engine'];

/** Adds a number and shows its QR at once. */
export function AddInstance({ engines, onClose }: { engines: Engine[]; onClose: () => void }) {
  const { t } = useTranslation('app');
  const queryClient = useQueryClient();
  const { form, submit, busy, problem } = useApiForm({
    schema: inputSchema(instanceContract.create),
    initialValues: { name: '', engine: (engines.includes('whatsapp-web') ? 'whatsapp-web' : (engines[0] ?? 'whatsapp-web')) as Engine },
    onSubmit: async (values) => {
      const instance = await api.instances.create(values);
      storeAnswer(queryClient, instance);
      await queryClient.invalidateQueries({ queryKey: orpc.plan.key() });
      onClose();
      storeAnswer(queryClient, await api.instances.link({ id: instance.id, method: 'qr' }));
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t('connect.add')}>
      <form onSubmit={submit} className={forms.form} noValidate>
        <TextInput
          label={t('connect.name')}
          description={t('connect.nameHint')}
          placeholder={t('connect.namePlaceholder')}
          maxLength={60}
          data-autofocus
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        {engines.length > 1 && (
          <Radio.Group label={t('connect.engine')} {...form.getInputProps('engine')}>
            <div className={forms.form} style={{ gap: 12, marginTop: 8 }}>
              {engines.map((engine) => (
                <Radio
                  key={engine}
                  value={engine}
                  label={t(`connect.engines.${engine}.name`)}
                  description={t(`connect.engines.${engine}.text`)}
                />
              ))}
            </div>
          </Radio.Group>
        )}
        <ProblemNote error={problem} />
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('connect.add')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
