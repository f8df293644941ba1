import { platformContract } from '@chat-saas/control-plane/contract';
import { Dialog, DialogActions } from '@chat-saas/ui/components/Dialog.tsx';
import { ProblemNote } from '@chat-saas/ui/components/ProblemNote.tsx';
import { useApiForm } from '@chat-saas/ui/data/use-api-form.ts';
import { Button, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../app/api.ts';
import forms from '../../app/forms.module.css';
import { inputSchema } from '../../app/input-schema.ts';

const ENGINES = ['auto', 'whatsapp-web', 'simulator'] as const;
type Values = { tenantId: string; name: string; engine: (typeof ENGINES)[number] };

const toInput = ({ tenantId, name, engine }: Values) => ({ tenantId, name, ...(engine === 'auto' ? {} : { engine }) });

/** One more number, as far as the plan allows. */
export function AddNumberDialog({ tenantId, onClose }: { tenantId: string; onClose: () => void }) {
  const { t } = useTranslation('app');
  const queryClient = useQueryClient();
  const schema = inputSchema(platformContract.instances.create);
  const { form, submit, busy, problem } = useApiForm<Values>({
    schema: { safeParse: (values) => schema.safeParse(toInput(values as Values)) },
    initialValues: { tenantId, name: '', engine: 'auto' },
    onSubmit: async (values) => {
      await api.instances.create(toInput(values));
      await queryClient.invalidateQueries({ queryKey: orpc.instances.key() });
      onClose();
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t('number.add')}>
      <form onSubmit={submit} className={forms.form} noValidate>
        <TextInput
          label={t('number.name')}
          description={t('number.nameHint')}
          placeholder={t('number.namePlaceholder')}
          maxLength={60}
          data-autofocus
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <Select
          label={t('create.engine')}
          description={t(`create.engineText.${form.values.engine}`)}
          data={ENGINES.map((value) => ({ value, label: t(`create.engines.${value}`) }))}
          {...form.getInputProps('engine')}
        />
        <ProblemNote error={problem} />
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('number.add')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
