import type { Tenant } from '@chat-saas/control-plane/contract';
import { CopyField } from '@chat-saas/ui/components/CopyField.tsx';
import { Panel } from '@chat-saas/ui/components/Panel.tsx';
import { ProblemNote } from '@chat-saas/ui/components/ProblemNote.tsx';
import { Secret } from '@chat-saas/ui/components/Secret.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { Button } from '@mantine/core';
import { IconDeviceMobile, IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../app/api.ts';
import classes from './hand-over.module.css';
import { LinkWithQr } from './LinkWithQr.tsx';
import type { HandOver } from './use-hand-over.ts';

/** Everything that the customer has to get: address, sign-in, the link that connects the number. */
export function HandOverPanel({ tenant, handOver }: { tenant: Tenant; handOver: HandOver }) {
  const { t } = useTranslation('app');
  const { given, isAsking, error, ask } = handOver;
  const button = (
    <Button variant={given?.urls ? 'default' : 'filled'} leftSection={<IconKey size={16} aria-hidden />} loading={isAsking} onClick={ask}>
      {t(given?.urls ? 'handOver.again' : 'handOver.show')}
    </Button>
  );
  return (
    <Panel
      title={t('handOver.title')}
      footer={
        given?.urls ? (
          <>
            <span>{t('handOver.againText')}</span>
            {button}
          </>
        ) : undefined
      }
    >
      <div className={classes.body}>
        {!given?.urls && (
          <div className={classes.invite}>
            <p>{t('handOver.text')}</p>
            {button}
          </div>
        )}
        <ProblemNote error={error} />
        {given?.urls && <CopyField label={t('handOver.app')} value={given.urls.app} href={given.urls.app} />}
        <SignIn tenant={tenant} handOver={handOver} />
        {given?.urls && <Links tenantId={tenant.id} connect={given.urls.connect} phone={given.urls.phone} />}
      </div>
    </Panel>
  );
}

/** E-mail and one-time password; without the password once somebody has signed in or has been told. */
function SignIn({ tenant, handOver: { given } }: { tenant: Tenant; handOver: HandOver }) {
  const { t } = useTranslation('app');
  if (!given) return null;
  if (!given.owner)
    return (
      <div className={classes.signIn}>
        <CopyField label={t('handOver.email')} value={tenant.adminEmail} description={t('handOver.passwordTold')} />
      </div>
    );
  return (
    <div className={classes.signIn}>
      <CopyField label={t('handOver.email')} value={given.owner.email} />
      <Secret label={t('handOver.password')} value={given.owner.password} note={t('handOver.passwordNote')} />
    </div>
  );
}

function Links({ tenantId, connect, phone }: { tenantId: string; connect: string; phone: string | null }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const links = useQuery(orpc.instances.listConnectLinks.queryOptions({ input: { tenantId }, select: ({ items }) => items }));
  const newest = links.data?.find(({ purpose, revokedAt }) => purpose === 'connect' && revokedAt === null);
  return (
    <>
      <LinkWithQr
        label={t('handOver.connect')}
        url={connect}
        note={newest ? t('handOver.connectUntil', { when: format.dateTime(newest.expiresAt) }) : t('handOver.connectNote')}
      />
      {phone && (
        <div className={classes.phone}>
          <CopyField label={t('handOver.phone')} description={t('handOver.phoneText')} value={phone} />
          <Button
            component="a"
            href={phone}
            target="_blank"
            rel="noreferrer"
            variant="light"
            leftSection={<IconDeviceMobile size={16} aria-hidden />}
          >
            {t('handOver.phoneOpen')}
          </Button>
        </div>
      )}
    </>
  );
}
