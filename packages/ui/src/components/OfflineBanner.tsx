import { IconCloudOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './OfflineBanner.module.css';

/** Says that what is on the screen may be old; only after three seconds, since most cuts are shorter. */
export function OfflineBanner({ connected }: { connected: boolean }) {
  const { t } = useTranslation('ui');
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (connected) return setShown(false);
    const timer = setTimeout(() => setShown(true), 3000);
    return () => clearTimeout(timer);
  }, [connected]);
  if (!shown) return null;
  return (
    <div className={classes.banner} role="status">
      <IconCloudOff size={16} stroke={1.8} aria-hidden />
      {t('state.offline')}
    </div>
  );
}
