import type { Brand } from '@chat-saas/contract';
import { tenantContract } from '@chat-saas/tenant-app/contract';
import { useWhiteLabel } from '@chat-saas/ui/branding/use-white-label.ts';
import { ColorField } from '@chat-saas/ui/components/ColorField.tsx';
import { Panel } from '@chat-saas/ui/components/Panel.tsx';
import { ProblemNote } from '@chat-saas/ui/components/ProblemNote.tsx';
import { notifyDone } from '@chat-saas/ui/components/toasts.tsx';
import { useApiForm } from '@chat-saas/ui/data/use-api-form.ts';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../app/api.ts';
import forms from '../../app/forms.module.css';
import { inputSchema } from '../../app/input-schema.ts';
import { SaveBar } from '../../app/SaveBar.tsx';
import { cssRefusal } from './css-refusal.ts';
import classes from './settings.module.css';
import { useBrandPreview } from './use-brand-preview.ts';

type EditedBrand = Brand & { customCss: string };

/** Name, colours and own style sheet. The whole page wears the colours while they are being chosen. */
export function BrandForm({ brand }: { brand: EditedBrand }) {
  const { t } = useTranslation('app');
  const queryClient = useQueryClient();
  const { setBrand } = useWhiteLabel();
  const { companyName, primaryColor, secondaryColor, customCss } = brand;
  const { form, submit, busy, problem } = useApiForm({
    schema: inputSchema(tenantContract.brand.update),
    initialValues: { companyName, primaryColor, secondaryColor, customCss },
    onSubmit: async (values) => {
      const saved = await api.brand.update(values);
      const edited = {
        companyName: saved.companyName,
        primaryColor: saved.primaryColor,
        secondaryColor: saved.secondaryColor,
        customCss: values.customCss,
      };
      queryClient.setQueryData(orpc.brand.edit.queryKey(), { ...saved, customCss: values.customCss });
      form.setInitialValues(edited);
      form.setValues(edited);
      setBrand(saved);
      notifyDone(t('saved'));
    },
  });
  useBrandPreview(form.values);
  const refusal = cssRefusal(problem, t);
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <Panel title={t('settings.brand')} aside={t('settings.live')}>
        <div className={forms.form}>
          <TextInput label={t('settings.companyName')} maxLength={80} {...form.getInputProps('companyName')} />
          <ColorField
            label={t('settings.primary')}
            description={t('settings.primaryHint')}
            value={form.values.primaryColor}
            error={form.errors.primaryColor}
            onChange={(value) => form.setFieldValue('primaryColor', value)}
          />
          <ColorField
            label={t('settings.secondary')}
            description={t('settings.secondaryHint')}
            value={form.values.secondaryColor}
            error={form.errors.secondaryColor}
            onChange={(value) => form.setFieldValue('secondaryColor', value)}
          />
        </div>
      </Panel>
      <Panel title={t('settings.css')}>
        <Textarea
          classNames={{ input: classes.code }}
          aria-label={t('settings.css')}
          description={t('settings.cssHint')}
          placeholder={'.brand { letter-spacing: 0.02em; }'}
          autosize
          minRows={5}
          maxRows={16}
          maxLength={20_000}
          spellCheck={false}
          {...form.getInputProps('customCss')}
          error={refusal ?? form.errors.customCss}
        />
      </Panel>
      {!refusal && <ProblemNote error={problem} />}
      <SaveBar shown={form.isDirty()} busy={busy} onReset={form.reset}>
        <Button type="submit" loading={busy}>
          {t('save')}
        </Button>
      </SaveBar>
    </form>
  );
}
