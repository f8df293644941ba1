import type { Instance } from '@chat-saas/tenant-app/contract';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { Button, Progress } from '@mantine/core';
import { IconAlertTriangle, IconQrcode, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useIsAdmin } from '../../app/session.ts';
import classes from './connect.module.css';
import { needsLink } from './instance-look.ts';
import { LinkPanel } from './LinkPanel.tsx';
import { useInstanceActions } from './use-instance-actions.ts';
import { useSecondsLeft } from './use-seconds-left.ts';

/** What the state means and what to do: the QR while it waits, the progress while it loads, the reason when it failed. */
export function InstanceState({ instance }: { instance: Instance }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const isAdmin = useIsAdmin();
  const { state, syncPercent, lastInboundAt } = instance;
  if (state === 'awaiting_link')
    return isAdmin ? <LinkPanel instance={instance} /> : <p className={classes.words}>{t('connect.awaitingAgent')}</p>;
  if (state === 'ready')
    return (
      <p className={classes.words}>
        {lastInboundAt ? t('connect.lastInbound', { when: format.ago(lastInboundAt) }) : t('connect.noInbound')}
      </p>
    );
  return (
    <>
      <Reason instance={instance} />
      {state === 'syncing' && syncPercent !== null && <Progress value={syncPercent} aria-label={t('connect.state.syncing')} />}
      {isAdmin && needsLink(state) && <Start instance={instance} />}
    </>
  );
}

/** Why it isn't connected, and what to try. */
function Reason({ instance: { state, reason, nextAttemptAt, syncPercent } }: { instance: Instance }) {
  const { t } = useTranslation('app');
  const isBad = state === 'blocked' || state === 'failed';
  const next = useSecondsLeft(nextAttemptAt);
  return (
    <div className={classes.reason} data-bad={isBad || undefined} role={isBad ? 'alert' : undefined}>
      {(isBad || state === 'backoff') && <IconAlertTriangle size={18} stroke={1.7} aria-hidden />}
      <p>
        {reason && <strong>{t(`connect.reason.${reason}.what`, { defaultValue: t('connect.reason.other.what') })} </strong>}
        {reason
          ? t(`connect.reason.${reason}.try`, { defaultValue: t('connect.reason.other.try') })
          : t(`connect.stateText.${state}`, { percent: syncPercent ?? 0 })}
        {nextAttemptAt && (
          <span className="tabular"> {next > 0 ? t('connect.nextAttempt', { seconds: next }) : t('connect.tryingNow')}</span>
        )}
      </p>
    </div>
  );
}

function Start({ instance }: { instance: Instance }) {
  const { t } = useTranslation('app');
  const { link, restart } = useInstanceActions(instance.id);
  const canRestart = instance.state === 'failed' || (instance.state === 'stopped' && instance.phone !== null);
  return (
    <div className={classes.start}>
      {canRestart && (
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} />}
          loading={restart.isPending}
          onClick={() => restart.mutate({ id: instance.id })}
        >
          {t('connect.restart')}
        </Button>
      )}
      <Button
        leftSection={<IconQrcode size={16} />}
        loading={link.isPending}
        onClick={() => link.mutate({ id: instance.id, method: 'qr' })}
      >
        {t('connect.showQr')}
      </Button>
    </div>
  );
}
