import type { Instance } from '@chat-saas/tenant-app/contract';
import { CopyField } from '@chat-saas/ui/components/CopyField.tsx';
import { Dialog } from '@chat-saas/ui/components/Dialog.tsx';
import { ProblemNote } from '@chat-saas/ui/components/ProblemNote.tsx';
import { markShown } from '@chat-saas/ui/data/shown-errors.ts';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { Button, Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../app/api.ts';
import forms from '../../app/forms.module.css';
import { LinkWithQr } from './LinkWithQr.tsx';
import classes from './numbers.module.css';

interface Props {
  tenantId: string;
  instance: Instance;
  onClose: () => void;
}

const HOURS = [1, 24, 72, 168, 720];

/** A link for whoever holds the phone: they scan the QR on their own page, without signing in. */
export function NewLinkDialog({ tenantId, instance, onClose }: Props) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const queryClient = useQueryClient();
  const [hours, setHours] = useState(72);
  const [purpose, setPurpose] = useState<'connect' | 'phone'>('connect');
  const { mutate, data, error, isPending } = useMutation(
    orpc.instances.createConnectLink.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.instances.listConnectLinks.key() }),
      onError: markShown,
    }),
  );
  const until = data && t('link.until', { when: format.dateTime(data.link.expiresAt) });
  return (
    <Dialog opened onClose={onClose} title={t('link.title', { name: instance.name })} size={560}>
      <div className={forms.form}>
        <p className={forms.hint}>{t(`link.text.${purpose}`)}</p>
        {instance.engine === 'simulator' && !data && (
          <Select
            label={t('link.purpose')}
            data={(['connect', 'phone'] as const).map((value) => ({ value, label: t(`link.purposes.${value}`) }))}
            value={purpose}
            onChange={(value) => setPurpose(value === 'phone' ? 'phone' : 'connect')}
          />
        )}
        {data ? (
          data.link.purpose === 'connect' ? (
            <LinkWithQr label={t('link.address')} url={data.url} note={`${until} ${t('link.once')}`} />
          ) : (
            <CopyField label={t('link.address')} value={data.url} href={data.url} description={`${until} ${t('link.once')}`} />
          )
        ) : (
          <div className={classes.makeLink}>
            <Select
              label={t('link.validFor')}
              data={HOURS.map((value) => ({ value: String(value), label: t(`link.hours.${value}`) }))}
              value={String(hours)}
              onChange={(value) => setHours(Number(value))}
            />
            <Button loading={isPending} onClick={() => mutate({ tenantId, instanceId: instance.id, purpose, expiresInHours: hours })}>
              {t('link.create')}
            </Button>
          </div>
        )}
        <ProblemNote error={error} />
      </div>
    </Dialog>
  );
}
