import { type Tenant, tenantContract } from '@chat-saas/control-plane/contract';
import { Dialog, DialogActions } from '@chat-saas/ui/components/Dialog.tsx';
import { ProblemNote } from '@chat-saas/ui/components/ProblemNote.tsx';
import { notifyUndo } from '@chat-saas/ui/components/toasts.tsx';
import { isProblem } from '@chat-saas/ui/data/problem-text.ts';
import { useApiForm } from '@chat-saas/ui/data/use-api-form.ts';
import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api.ts';
import forms from '../../app/forms.module.css';
import { inputSchema } from '../../app/input-schema.ts';
import { useStoreAccepted } from './use-tenant-actions.tsx';

/** Stops every surface of a tenant; can be taken back at once from the toast, later from the menu. */
export function SuspendDialog({ tenant: { id, name }, onClose }: { tenant: Tenant; onClose: () => void }) {
  const { t } = useTranslation('app');
  const store = useStoreAccepted();
  const schema = inputSchema(tenantContract.suspend);
  const { form, submit, busy, problem } = useApiForm({
    schema: { safeParse: (values) => schema.safeParse(withoutEmpty(values as { reason: string })) },
    initialValues: { id, reason: '' },
    onSubmit: async (values) => {
      const answer = await api.tenants.suspend(withoutEmpty(values));
      store(answer);
      onClose();
      notifyUndo(t('tenant.suspended', { name }), async () => store(await takeBack(id, answer.operation.id)));
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t('tenant.suspendTitle', { name })}>
      <form onSubmit={submit} className={forms.form} noValidate>
        <p className={forms.hint}>{t('tenant.suspendText')}</p>
        <TextInput
          label={t('tenant.suspendReason')}
          description={t('tenant.suspendReasonHint')}
          placeholder={t('tenant.suspendReasonExample')}
          maxLength={200}
          data-autofocus
          autoComplete="off"
          {...form.getInputProps('reason')}
        />
        <ProblemNote error={problem} />
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('tenant.suspend')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

const withoutEmpty = <Values extends { reason: string }>({ reason, ...rest }: Values) => ({
  ...rest,
  ...(reason.trim() ? { reason } : {}),
});

/** While it is being suspended that is stopped and undone; afterwards the tenant is started again. */
async function takeBack(id: string, operationId: string) {
  try {
    const operation = await api.operations.cancel({ id: operationId });
    return { operation, tenant: await api.tenants.get({ id }) };
  } catch (error) {
    if (!isProblem(error, 'OPERATION_FINISHED')) throw error;
    return api.tenants.resume({ id });
  }
}
