import type { Instance } from '@chat-saas/tenant-app/contract';
import { CopyField } from '@chat-saas/ui/components/CopyField.tsx';
import { Dialog } from '@chat-saas/ui/components/Dialog.tsx';
import { ProblemNote } from '@chat-saas/ui/components/ProblemNote.tsx';
import { markShown } from '@chat-saas/ui/data/shown-errors.ts';
import { Button, Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../app/api.ts';
import forms from '../../app/forms.module.css';
import { ConnectLinks } from './ConnectLinks.tsx';
import classes from './connect.module.css';

const HOURS = [1, 24, 72, 168, 720];

/** A link for whoever holds the phone: they scan the QR on their own page, without signing in. */
export function ConnectLinkDialog({ instance, onClose }: { instance: Instance; onClose: () => void }) {
  const { t } = useTranslation('app');
  const queryClient = useQueryClient();
  const [hours, setHours] = useState(72);
  const { mutate, data, error, isPending } = useMutation(
    orpc.connectLinks.create.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.connectLinks.key() }),
      onError: markShown,
    }),
  );
  return (
    <Dialog opened onClose={onClose} title={t('connect.link.title', { name: instance.name })} size={520}>
      <div className={forms.form}>
        <p className={forms.hint}>{t('connect.link.text')}</p>
        {data ? (
          <div className={classes.newLink}>
            <CopyField label={t('connect.link.address')} description={t('connect.link.once')} value={data.url} href={data.url} />
            <div className={classes.linkQr}>
              <div className={classes.qr}>
                <QRCodeSVG value={data.url} size={132} marginSize={2} title={t('connect.link.qrTitle')} />
              </div>
              <p className={forms.hint}>{t('connect.link.qrText')}</p>
            </div>
          </div>
        ) : (
          <div className={classes.makeLink}>
            <Select
              label={t('connect.link.validFor')}
              data={HOURS.map((value) => ({ value: String(value), label: t(`connect.link.hours.${value}`) }))}
              value={String(hours)}
              onChange={(value) => setHours(Number(value))}
            />
            <Button loading={isPending} onClick={() => mutate({ instanceId: instance.id, purpose: 'connect', expiresInHours: hours })}>
              {t('connect.link.create')}
            </Button>
          </div>
        )}
        <ProblemNote error={error} />
        <ConnectLinks instanceId={instance.id} />
      </div>
    </Dialog>
  );
}
