import type { Instance } from '@chat-saas/tenant-app/contract';
import { CopyField } from '@chat-saas/ui/components/CopyField.tsx';
import { Dialog, DialogActions } from '@chat-saas/ui/components/Dialog.tsx';
import { ProblemNote } from '@chat-saas/ui/components/ProblemNote.tsx';
import { markShown } from '@chat-saas/ui/data/shown-errors.ts';
import { Button } from '@mantine/core';
import { IconDeviceMobile } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../app/api.ts';
import forms from '../../app/forms.module.css';

/** A page that plays the customer's phone, for a simulated number. */
export function CustomerPhoneDialog({ instance, onClose }: { instance: Instance; onClose: () => void }) {
  const { t } = useTranslation('app');
  const { mutate, data, error, isPending } = useMutation(orpc.connectLinks.create.mutationOptions({ onError: markShown }));
  return (
    <Dialog opened onClose={onClose} title={t('connect.phone.title')}>
      <div className={forms.form}>
        <p className={forms.hint}>{t('connect.phone.text')}</p>
        {data && <CopyField label={t('connect.phone.address')} description={t('connect.link.once')} value={data.url} />}
        <ProblemNote error={error} />
        <DialogActions>
          {data ? (
            <Button
              component="a"
              href={data.url}
              target="_blank"
              rel="noopener"
              leftSection={<IconDeviceMobile size={16} />}
              onClick={onClose}
            >
              {t('connect.phone.go')}
            </Button>
          ) : (
            <Button loading={isPending} onClick={() => mutate({ instanceId: instance.id, purpose: 'phone', expiresInHours: 24 })}>
              {t('connect.phone.create')}
            </Button>
          )}
        </DialogActions>
      </div>
    </Dialog>
  );
}
