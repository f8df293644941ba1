import type { Instance } from '@chat-saas/tenant-app/contract';
import { EmptyState } from '@chat-saas/ui/components/EmptyState.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { Button } from '@mantine/core';
import { IconBrandWhatsapp, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useIsAdmin } from '../../app/session.ts';
import { FirstRunPicture } from './FirstRunPicture.tsx';
import classes from './first-run.module.css';

/** The inbox before its first message: what it is for, and what is still to do. */
export function FirstRun({ instances }: { instances: Instance[] }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const isAdmin = useIsAdmin();
  const ready = instances.find(({ state }) => state === 'ready');
  const stage = ready ? 'ready' : 'new';
  const steps = [
    { id: 'account', isDone: true },
    { id: 'connect', isDone: Boolean(ready) },
    { id: ready ? 'message' : 'bot', isDone: false },
  ];
  const current = steps.findIndex(({ isDone }) => !isDone);
  return (
    <EmptyState
      picture={<FirstRunPicture />}
      title={t(`firstRun.${stage}.title`)}
      text={
        ready?.phone
          ? t('firstRun.ready.text', { phone: format.phone(ready.phone) })
          : t(isAdmin ? `firstRun.new.text` : 'firstRun.new.agentText')
      }
      action={
        isAdmin && (
          <Button
            component={Link}
            to={ready ? '/bot' : '/connect'}
            size="md"
            leftSection={ready ? undefined : <IconBrandWhatsapp size={18} />}
          >
            {t(`firstRun.${stage}.action`)}
          </Button>
        )
      }
    >
      <ol className={classes.steps}>
        {steps.map(({ id, isDone }, i) => (
          <li key={id} data-done={isDone || undefined} aria-current={i === current ? 'step' : undefined}>
            <span className={classes.mark}>{isDone ? <IconCheck size={14} stroke={2.5} aria-label={t('firstRun.done')} /> : i + 1}</span>
            <span>
              <strong>{t(`firstRun.steps.${id}.title`)}</strong>
              <small>{t(`firstRun.steps.${id}.text`)}</small>
            </span>
          </li>
        ))}
      </ol>
      {isAdmin && !ready && (
        <p className={classes.more}>
          {t('firstRun.noPhone')} <Link to="/connect">{t('firstRun.sendLink')}</Link>
        </p>
      )}
    </EmptyState>
  );
}
