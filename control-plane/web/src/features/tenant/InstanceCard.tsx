import type { Instance } from '@chat-saas/tenant-app/contract';
import { confirm } from '@chat-saas/ui/components/confirm.tsx';
import { Lazily } from '@chat-saas/ui/components/Lazily.tsx';
import { StatusDot } from '@chat-saas/ui/components/StatusDot.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { Badge, Button, Paper } from '@mantine/core';
import { IconBrandWhatsapp, IconLink, IconPlugX, IconQrcode, IconRefresh } from '@tabler/icons-react';
import { lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dotOfInstance, isLinked } from './instance-look.ts';
import { LinkOffer } from './LinkOffer.tsx';
import classes from './numbers.module.css';
import { useInstanceActions } from './use-instance-actions.ts';

const NewLinkDialog = lazy(async () => ({ default: (await import('./NewLinkDialog.tsx')).NewLinkDialog }));

interface Props {
  tenantId: string;
  instance: Instance;
}

/** One number: who it is, how it is and why, what to do about it. */
export function InstanceCard({ tenantId, instance }: Props) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const { name, phone, profileName, state, engine, isDefault, since } = instance;
  return (
    <Paper component="section" className={classes.card} aria-label={name}>
      <header className={classes.head}>
        <span className={classes.icon}>
          <IconBrandWhatsapp size={22} stroke={1.6} aria-hidden />
        </span>
        <div className={classes.title}>
          <h3>
            <span className="truncate" title={name}>
              {name}
            </span>
            {isDefault && <Badge variant="default">{t('number.default')}</Badge>}
            {engine === 'simulator' && <Badge variant="default">{t('number.simulated')}</Badge>}
          </h3>
          <p className="truncate tabular">{phone ? [format.phone(phone), profileName].filter(Boolean).join(' · ') : t('number.noPhone')}</p>
        </div>
      </header>
      <div className={classes.state}>
        <StatusDot state={dotOfInstance(state)}>{t(`number.state.${state}`)}</StatusDot>
        <span className={classes.since}>{format.ago(since)}</span>
      </div>
      <Why instance={instance} />
      {state === 'awaiting_link' && instance.link && <LinkOffer link={instance.link} />}
      <Actions tenantId={tenantId} instance={instance} />
    </Paper>
  );
}

function Why({ instance: { reason, syncPercent, lastInboundAt, state } }: { instance: Instance }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  if (reason)
    return <p className={classes.words}>{t(`number.reason.${reason}`, { defaultValue: t('number.reason.other', { code: reason }) })}</p>;
  if (state === 'syncing' && syncPercent !== null) return <p className={classes.words}>{t('number.syncing', { percent: syncPercent })}</p>;
  if (state === 'ready')
    return (
      <p className={classes.words}>
        {lastInboundAt ? t('number.lastInbound', { when: format.ago(lastInboundAt) }) : t('number.noInbound')}
      </p>
    );
  return null;
}

function Actions({ tenantId, instance }: Props) {
  const { t } = useTranslation('app');
  const [isLinkOpen, setLinkOpen] = useState(false);
  const { showQr, isLinking, restart, isRestarting, logout } = useInstanceActions(tenantId, instance.id);
  const linked = isLinked(instance.state);
  const askLogout = () =>
    confirm({
      title: t('number.logoutTitle', { name: instance.name }),
      text: t('number.logoutText'),
      confirmLabel: t('number.logout'),
      danger: true,
      onConfirm: logout,
    });
  return (
    <footer className={classes.actions}>
      <Button variant="default" leftSection={<IconLink size={16} />} onClick={() => setLinkOpen(true)}>
        {t('number.connectLink')}
      </Button>
      {!linked && instance.state !== 'starting' && (
        <Button variant="default" leftSection={<IconQrcode size={16} />} loading={isLinking} onClick={showQr}>
          {t('number.showQr')}
        </Button>
      )}
      <Button variant="default" leftSection={<IconRefresh size={16} />} loading={isRestarting} onClick={restart}>
        {t('number.restart')}
      </Button>
      {linked && (
        <Button variant="default" leftSection={<IconPlugX size={16} />} onClick={askLogout}>
          {t('number.logout')}
        </Button>
      )}
      <Lazily>{isLinkOpen && <NewLinkDialog tenantId={tenantId} instance={instance} onClose={() => setLinkOpen(false)} />}</Lazily>
    </footer>
  );
}
