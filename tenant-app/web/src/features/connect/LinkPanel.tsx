import type { Instance } from '@chat-saas/tenant-app/contract';
import { Button, SegmentedControl } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './connect.module.css';
import { PairingCode } from './PairingCode.tsx';
import { useInstanceActions } from './use-instance-actions.ts';
import { useSecondsLeft } from './use-seconds-left.ts';

/** How to link a number: the QR, or a code for who can't scan. */
export function LinkPanel({ instance }: { instance: Instance }) {
  const { t } = useTranslation('app');
  const [method, setMethod] = useState(instance.link?.method ?? 'qr');
  const { link } = useInstanceActions(instance.id);
  const choose = (next: 'qr' | 'code') => {
    setMethod(next);
    if (next === 'qr' && instance.link?.method === 'code') link.mutate({ id: instance.id, method: 'qr' });
  };
  return (
    <div className={classes.linking}>
      <SegmentedControl
        aria-label={t('connect.method')}
        value={method}
        onChange={(next) => choose(next === 'code' ? 'code' : 'qr')}
        data={[
          { value: 'qr', label: t('connect.byQr') },
          { value: 'code', label: t('connect.byCode') },
        ]}
      />
      {method === 'code' ? <PairingCode instance={instance} /> : <QrCode instance={instance} />}
    </div>
  );
}

function QrCode({ instance }: { instance: Instance }) {
  const { t } = useTranslation('app');
  const { link } = useInstanceActions(instance.id);
  const offer = instance.link?.method === 'qr' ? instance.link : null;
  const seconds = useSecondsLeft(offer?.expiresAt ?? null);
  const isLive = offer !== null && seconds > 0;
  return (
    <div className={classes.offer}>
      <div className={classes.qr} data-expired={isLive ? undefined : true}>
        {offer && <QRCodeSVG value={offer.payload} size={208} level="L" marginSize={2} title={t('connect.qrTitle')} />}
        {!isLive && (
          <div className={classes.expired}>
            <strong>{t('connect.qrExpired')}</strong>
            <Button
              leftSection={<IconRefresh size={16} />}
              loading={link.isPending}
              onClick={() => link.mutate({ id: instance.id, method: 'qr' })}
            >
              {t('connect.newQr')}
            </Button>
          </div>
        )}
      </div>
      <div className={classes.howTo}>
        <ol>
          <li>{t('connect.how.open')}</li>
          <li>{t('connect.how.devices')}</li>
          <li>{t('connect.how.scan')}</li>
        </ol>
        {isLive && <p className="tabular">{t('connect.changesIn', { seconds })}</p>}
      </div>
    </div>
  );
}
