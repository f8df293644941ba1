import { CreateTenant, type PlanId, type Tenant } from '@chat-saas/control-plane/contract';
import { Dialog, DialogActions } from '@chat-saas/ui/components/Dialog.tsx';
import { ProblemNote } from '@chat-saas/ui/components/ProblemNote.tsx';
import { QueryBoundary } from '@chat-saas/ui/components/QueryBoundary.tsx';
import { isProblem, problemText } from '@chat-saas/ui/data/problem-text.ts';
import { useApiForm } from '@chat-saas/ui/data/use-api-form.ts';
import { Button, Select, Skeleton, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../app/api.ts';
import forms from '../../app/forms.module.css';
import { tenantPath } from '../../app/paths.ts';
import { storeOperation } from '../operations/operation-cache.ts';
import { AddressField } from './AddressField.tsx';
import { hostSuffix, proposeSlug } from './address.ts';
import { type FormValues, formSchema, toInput } from './create-tenant-input.ts';
import { PlanCards } from './PlanCards.tsx';
import { storeTenant } from './tenant-cache.ts';
import { useIdempotencyKey } from './use-idempotency-key.ts';
import { usePlans } from './use-plans.ts';

interface Props {
  /** Any tenant: its host tells how addresses end here. */
  sample: Pick<Tenant, 'slug' | 'appUrl'> | undefined;
  onClose: () => void;
}

const ENGINES = ['auto', 'whatsapp-web', 'simulator'] as const;
const EMPTY: FormValues = { name: '', slug: '', plan: 'professional', adminName: '', adminEmail: '', engine: 'auto' };

/** Makes a tenant and goes to where its steps can be watched. */
export function CreateTenantDialog({ sample, onClose }: Props) {
  const { t, i18n } = useTranslation('app');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const plans = usePlans();
  const keyFor = useIdempotencyKey();
  const [isOwnSlug, setOwnSlug] = useState(false);
  const { form, submit, busy, problem } = useApiForm<FormValues>({
    schema: formSchema(CreateTenant),
    initialValues: EMPTY,
    onSubmit: async (values) => {
      const input = toInput(values);
      const { tenant, operation } = await api.tenants.create(input, { context: { idempotencyKey: keyFor(input) } });
      storeTenant(queryClient, tenant);
      storeOperation(queryClient, operation);
      await navigate(tenantPath(tenant.id));
    },
  });
  const setName = (name: string) => form.setValues(isOwnSlug ? { name } : { name, slug: proposeSlug(name) });
  const setSlug = (slug: string) => {
    setOwnSlug(slug !== '');
    form.setFieldValue('slug', slug);
    form.clearFieldError('slug');
  };
  const isTaken = isProblem(problem, 'SLUG_TAKEN');
  return (
    <Dialog opened onClose={onClose} title={t('tenants.create')} size={760}>
      <form onSubmit={submit} className={forms.form} noValidate>
        <div className={forms.two}>
          <TextInput
            label={t('create.name')}
            placeholder={t('create.namePlaceholder')}
            maxLength={80}
            data-autofocus
            autoComplete="off"
            {...form.getInputProps('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <AddressField
            value={form.values.slug}
            onChange={setSlug}
            suffix={hostSuffix(sample, location.host)}
            error={isTaken ? problemText(problem, i18n) : form.errors.slug}
          />
        </div>
        <QueryBoundary query={plans} skeleton={<Skeleton height={220} radius={12} />}>
          {(items) => <PlanCards plans={items} value={form.values.plan} onChange={(plan: PlanId) => form.setFieldValue('plan', plan)} />}
        </QueryBoundary>
        <div className={forms.two}>
          <TextInput
            label={t('create.adminName')}
            description={t('create.optional')}
            placeholder={t('create.adminNamePlaceholder')}
            maxLength={80}
            autoComplete="off"
            {...form.getInputProps('adminName')}
          />
          <TextInput
            label={t('create.adminEmail')}
            description={t('create.adminEmailHint')}
            placeholder={t('create.adminEmailPlaceholder')}
            type="email"
            inputMode="email"
            autoComplete="off"
            {...form.getInputProps('adminEmail')}
          />
        </div>
        <Select
          label={t('create.engine')}
          description={t(`create.engineText.${form.values.engine}`)}
          data={ENGINES.map((value) => ({ value, label: t(`create.engines.${value}`) }))}
          {...form.getInputProps('engine')}
        />
        {!isTaken && <ProblemNote error={problem} />}
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('create.submit')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
