import type { Instance } from '@chat-saas/tenant-app/contract';
import { QRCodeSVG } from 'qrcode.react';
import { useTranslation } from 'react-i18next';
import { useClock } from '../operations/use-clock.ts';
import classes from './numbers.module.css';

/** The QR or code that a phone has to take now, with the seconds it is good for. */
export function LinkOffer({ link }: { link: NonNullable<Instance['link']> }) {
  const { t } = useTranslation('app');
  const now = useClock(true);
  const seconds = Math.max(0, Math.ceil((Date.parse(link.expiresAt) - now) / 1000));
  const { payload } = link;
  return (
    <div className={classes.offer}>
      {link.method === 'qr' ? (
        <div className={classes.qr} data-expired={seconds === 0 || undefined}>
          <QRCodeSVG value={payload} size={176} level="L" marginSize={2} title={t('number.qrTitle')} />
        </div>
      ) : (
        <output className={classes.code}>{payload.length === 8 ? `${payload.slice(0, 4)}-${payload.slice(4)}` : payload}</output>
      )}
      <div className={classes.howTo}>
        <p>{t(link.method === 'qr' ? 'number.scan' : 'number.type')}</p>
        <p className="tabular">{seconds > 0 ? t('number.validFor', { seconds }) : t('number.expired')}</p>
      </div>
    </div>
  );
}
