import { Panel } from '@chat-saas/ui/components/Panel.tsx';
import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './hand-over.module.css';

/** What suspended means, and the way back. */
export function SuspendedPanel({ onResume, isBusy }: { onResume: () => void; isBusy: boolean }) {
  const { t } = useTranslation('app');
  return (
    <Panel title={t('tenant.resumeTitle')}>
      <div className={classes.invite}>
        <p>{t('tenant.resumeText')}</p>
        <Button leftSection={<IconPlayerPlay size={16} aria-hidden />} disabled={isBusy} onClick={onResume}>
          {t('tenant.resume')}
        </Button>
      </div>
    </Panel>
  );
}
