import { Button } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { problemText, requestIdOf } from '../data/problem-text.ts';
import classes from './ProblemNote.module.css';

interface Props {
  error: unknown;
  onRetry?: () => unknown;
}

/** What happened and what to do, beside the thing. The request id is there for whoever has to look it up. Renders nothing without an error. */
export function ProblemNote({ error, onRetry }: Props) {
  const { t, i18n } = useTranslation('ui');
  if (!error) return null;
  const requestId = requestIdOf(error);
  return (
    <div className={classes.note} role="alert">
      <IconAlertTriangle size={18} stroke={1.7} aria-hidden />
      <div className={classes.body}>
        <span>{problemText(error, i18n)}</span>
        {requestId && <small>{t('problem.requestId', { id: requestId })}</small>}
      </div>
      {onRetry && (
        <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={() => void onRetry()}>
          {t('action.retry')}
        </Button>
      )}
    </div>
  );
}
