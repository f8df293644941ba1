import type { ConnectLink } from '@chat-saas/tenant-app/contract';
import { QueryBoundary } from '@chat-saas/ui/components/QueryBoundary.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../app/api.ts';
import classes from './connect.module.css';

/** The links that still open something; each can be ended at once. */
export function ConnectLinks({ instanceId }: { instanceId: string }) {
  const { t } = useTranslation('app');
  const links = useQuery(orpc.connectLinks.list.queryOptions({ input: { instanceId }, select: ({ items }) => items.filter(isLive) }));
  return (
    <section className={classes.links}>
      <h3>{t('connect.link.given')}</h3>
      <QueryBoundary query={links} isEmpty={(items) => items.length === 0} empty={<p>{t('connect.link.none')}</p>}>
        {(items) => (
          <ul>
            {items.map((link) => (
              <LinkRow key={link.id} link={link} />
            ))}
          </ul>
        )}
      </QueryBoundary>
    </section>
  );
}

const isLive = ({ revokedAt, expiresAt }: ConnectLink) => revokedAt === null && Date.parse(expiresAt) > Date.now();

function LinkRow({ link: { id, purpose, createdAt, expiresAt, lastOpenedAt } }: { link: ConnectLink }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const queryClient = useQueryClient();
  const { mutate, isPending } = useMutation(
    orpc.connectLinks.revoke.mutationOptions({ onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.connectLinks.key() }) }),
  );
  return (
    <li>
      <span>
        <strong>{t(`connect.link.purpose.${purpose}`, { when: format.when(createdAt) })}</strong>
        <small>
          {[
            t('connect.link.expires', { when: format.ago(expiresAt) }),
            lastOpenedAt ? t('connect.link.opened', { when: format.ago(lastOpenedAt) }) : t('connect.link.neverOpened'),
          ].join(' · ')}
        </small>
      </span>
      <Button variant="default" size="xs" loading={isPending} onClick={() => mutate({ id })}>
        {t('connect.link.revoke')}
      </Button>
    </li>
  );
}
