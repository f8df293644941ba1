import { Button } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './save-bar.module.css';

interface Props {
  /** Something was changed and isn't saved. */
  shown: boolean;
  busy: boolean;
  onReset: () => void;
  /** The button that saves. */
  children: ReactNode;
}

/** Appears with the first change; leaving the site meanwhile asks first. */
export function SaveBar({ shown, busy, onReset, children }: Props) {
  const { t } = useTranslation('app');
  useEffect(() => {
    if (!shown) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [shown]);
  if (!shown) return null;
  return (
    <div className={classes.bar} role="status">
      <span>{t('unsaved')}</span>
      <Button variant="default" onClick={onReset} disabled={busy}>
        {t('discardChanges')}
      </Button>
      {children}
    </div>
  );
}
