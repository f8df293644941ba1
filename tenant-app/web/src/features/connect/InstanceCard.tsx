import type { Instance } from '@chat-saas/tenant-app/contract';
import { StatusDot } from '@chat-saas/ui/components/StatusDot.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { Badge, Button, Paper } from '@mantine/core';
import { IconBrandWhatsapp, IconDeviceMobile, IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsAdmin } from '../../app/session.ts';
import { ConnectLinkDialog } from './ConnectLinkDialog.tsx';
import { CustomerPhoneDialog } from './CustomerPhoneDialog.tsx';
import classes from './connect.module.css';
import { InstanceMenu } from './InstanceMenu.tsx';
import { InstanceState } from './InstanceState.tsx';
import { dotOf } from './instance-look.ts';

/** One number: who it is, how it is, what to do about it. */
export function InstanceCard({ instance }: { instance: Instance }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const isAdmin = useIsAdmin();
  const [open, setOpen] = useState<'link' | 'phone' | null>(null);
  const { name, phone, profileName, state, engine, isDefault } = instance;
  return (
    <Paper component="section" className={classes.card} aria-label={name}>
      <header className={classes.head}>
        <span className={classes.icon}>
          <IconBrandWhatsapp size={22} stroke={1.6} aria-hidden />
        </span>
        <div className={classes.title}>
          <h2>
            <span className="truncate" title={name}>
              {name}
            </span>
            {isDefault && <Badge variant="default">{t('connect.default')}</Badge>}
            {engine === 'simulator' && <Badge variant="default">{t('connect.simulated')}</Badge>}
          </h2>
          <p className="truncate tabular">
            {phone ? [format.phone(phone), profileName].filter(Boolean).join(' · ') : t('connect.noNumber')}
          </p>
        </div>
        {isAdmin && <InstanceMenu instance={instance} />}
      </header>
      <div className={classes.state}>
        <StatusDot state={dotOf(state)}>{t(`connect.state.${state}`)}</StatusDot>
        <span className={classes.since}>{t('connect.since', { when: format.ago(instance.since) })}</span>
      </div>
      <InstanceState instance={instance} />
      {isAdmin && (
        <footer className={classes.actions}>
          <Button variant="default" leftSection={<IconLink size={16} />} onClick={() => setOpen('link')}>
            {t('connect.link.open')}
          </Button>
          {engine === 'simulator' && (
            <Button variant="default" leftSection={<IconDeviceMobile size={16} />} onClick={() => setOpen('phone')}>
              {t('connect.phone.open')}
            </Button>
          )}
        </footer>
      )}
      {open === 'link' && <ConnectLinkDialog instance={instance} onClose={() => setOpen(null)} />}
      {open === 'phone' && <CustomerPhoneDialog instance={instance} onClose={() => setOpen(null)} />}
    </Paper>
  );
}
