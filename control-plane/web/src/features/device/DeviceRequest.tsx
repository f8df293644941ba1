import { Panel } from '@chat-saas/ui/components/Panel.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { Button } from '@mantine/core';
import { IconTerminal2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import forms from '../../app/forms.module.css';
import { useMe } from '../../app/session.ts';
import classes from './device.module.css';

interface Props {
  device: { userCode: string; name: string; ip: string; createdAt: string };
  isBusy: boolean;
  onDecide: (approve: boolean) => void;
}

/** Who asks, from where, with which code: all that is needed to say yes or no. */
export function DeviceRequest({ device, isBusy, onDecide }: Props) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const me = useMe();
  return (
    <Panel
      footer={
        <div className={classes.actions}>
          <Button variant="default" disabled={isBusy} onClick={() => onDecide(false)}>
            {t('device.deny')}
          </Button>
          <Button loading={isBusy} onClick={() => onDecide(true)}>
            {t('device.approve')}
          </Button>
        </div>
      }
    >
      <div className={classes.request}>
        <span className={classes.icon}>
          <IconTerminal2 size={28} stroke={1.6} aria-hidden />
        </span>
        <h2>{t('device.ask', { name: device.name })}</h2>
        <p>{t('device.compare')}</p>
        <output className={classes.code}>{device.userCode}</output>
        <dl className={forms.facts}>
          <div>
            <dt>{t('device.from')}</dt>
            <dd className="tabular">{device.ip}</dd>
          </div>
          <div>
            <dt>{t('device.when')}</dt>
            <dd>{format.ago(device.createdAt)}</dd>
          </div>
          <div>
            <dt>{t('device.as')}</dt>
            <dd>{me.email}</dd>
          </div>
        </dl>
        <p className={forms.hint}>{t('device.warning')}</p>
      </div>
    </Panel>
  );
}
