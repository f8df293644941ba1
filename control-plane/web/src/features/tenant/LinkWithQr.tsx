import { CopyField } from '@chat-saas/ui/components/CopyField.tsx';
import { QRCodeSVG } from 'qrcode.react';
import { useTranslation } from 'react-i18next';
import classes from './hand-over.module.css';

/** A link to send, and the same as a QR for a phone that is in the room. */
export function LinkWithQr({ label, url, note }: { label: string; url: string; note: string }) {
  const { t } = useTranslation('app');
  return (
    <div className={classes.link}>
      <div className={classes.qr}>
        <QRCodeSVG value={url} size={128} marginSize={2} title={t('link.qrTitle')} />
      </div>
      <div className={classes.linkWords}>
        <CopyField label={label} value={url} href={url} />
        <p>{note}</p>
        <p>{t('link.qrText')}</p>
      </div>
    </div>
  );
}
