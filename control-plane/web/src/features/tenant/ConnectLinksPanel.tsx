import type { ConnectLink, Instance } from '@chat-saas/tenant-app/contract';
import { Panel } from '@chat-saas/ui/components/Panel.tsx';
import { QueryBoundary } from '@chat-saas/ui/components/QueryBoundary.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../app/api.ts';
import forms from '../../app/forms.module.css';
import classes from './numbers.module.css';

const isLive = ({ revokedAt, expiresAt }: ConnectLink) => revokedAt === null && Date.parse(expiresAt) > Date.now();

/** The links that still open something; each can be ended at once. */
export function ConnectLinksPanel({ tenantId, instances }: { tenantId: string; instances: Instance[] }) {
  const { t } = useTranslation('app');
  const links = useQuery(orpc.instances.listConnectLinks.queryOptions({ input: { tenantId }, select: ({ items }) => items }));
  const nameOf = (id: string) => instances.find((instance) => instance.id === id)?.name ?? '';
  return (
    <Panel title={t('link.given')}>
      <QueryBoundary query={links} isEmpty={(items) => !items.some(isLive)} empty={<p className={forms.hint}>{t('link.none')}</p>}>
        {(items) => (
          <ul className={classes.links}>
            {items.filter(isLive).map((link) => (
              <LinkRow key={link.id} tenantId={tenantId} link={link} number={nameOf(link.instanceId)} />
            ))}
          </ul>
        )}
      </QueryBoundary>
    </Panel>
  );
}

function LinkRow({ tenantId, link, number }: { tenantId: string; link: ConnectLink; number: string }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const queryClient = useQueryClient();
  const { id, purpose, createdAt, expiresAt, lastOpenedAt } = link;
  const { mutate, isPending } = useMutation(
    orpc.instances.revokeConnectLink.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.instances.listConnectLinks.key() }),
    }),
  );
  const facts = [
    t('link.created', { when: format.ago(createdAt) }),
    t('link.expires', { when: format.ago(expiresAt) }),
    lastOpenedAt ? t('link.opened', { when: format.ago(lastOpenedAt) }) : t('link.neverOpened'),
  ];
  return (
    <li>
      <span>
        <strong>{[t(`link.purposes.${purpose}`), number].filter(Boolean).join(' · ')}</strong>
        <small>{facts.join(' · ')}</small>
      </span>
      <Button variant="default" loading={isPending} onClick={() => mutate({ tenantId, id })}>
        {t('link.revoke')}
      </Button>
    </li>
  );
}
