import { type PlanId, type Tenant, tenantContract } from '@chat-saas/control-plane/contract';
import { Dialog, DialogActions } from '@chat-saas/ui/components/Dialog.tsx';
import { ProblemNote } from '@chat-saas/ui/components/ProblemNote.tsx';
import { QueryBoundary } from '@chat-saas/ui/components/QueryBoundary.tsx';
import { notifyDone } from '@chat-saas/ui/components/toasts.tsx';
import { useApiForm } from '@chat-saas/ui/data/use-api-form.ts';
import { Button, Skeleton, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api.ts';
import forms from '../../app/forms.module.css';
import { inputSchema } from '../../app/input-schema.ts';
import { PlanCards } from '../tenants/PlanCards.tsx';
import { storeTenant } from '../tenants/tenant-cache.ts';
import { usePlans } from '../tenants/use-plans.ts';

/** Another name, another plan; the address stays. */
export function EditTenantDialog({ tenant, onClose }: { tenant: Tenant; onClose: () => void }) {
  const { t } = useTranslation('app');
  const queryClient = useQueryClient();
  const plans = usePlans();
  const { form, submit, busy, problem } = useApiForm({
    schema: inputSchema(tenantContract.update),
    initialValues: { id: tenant.id, name: tenant.name, plan: tenant.plan },
    onSubmit: async (values) => {
      storeTenant(queryClient, await api.tenants.update(values));
      onClose();
      notifyDone(t('tenant.saved'));
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t('tenant.edit')} size={760}>
      <form onSubmit={submit} className={forms.form} noValidate>
        <TextInput
          label={t('create.name')}
          description={t('tenant.nameHint')}
          maxLength={80}
          data-autofocus
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <QueryBoundary query={plans} skeleton={<Skeleton height={220} radius={12} />}>
          {(items) => <PlanCards plans={items} value={form.values.plan} onChange={(plan: PlanId) => form.setFieldValue('plan', plan)} />}
        </QueryBoundary>
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
