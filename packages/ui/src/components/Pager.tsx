import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Pager.module.css';

interface Props {
  hasPrevious: boolean;
  hasNext: boolean;
  onPrevious: () => void;
  onNext: () => void;
  /** What is shown, of how many. */
  children?: ReactNode;
}

export function Pager({ hasPrevious, hasNext, onPrevious, onNext, children }: Props) {
  const { t } = useTranslation('ui');
  if (!hasPrevious && !hasNext && !children) return null;
  return (
    <footer className={`${classes.pager} tabular`}>
      <span>{children}</span>
      <Button variant="default" disabled={!hasPrevious} onClick={onPrevious}>
        {t('action.previous')}
      </Button>
      <Button variant="default" disabled={!hasNext} onClick={onNext}>
        {t('action.next')}
      </Button>
    </footer>
  );
}
