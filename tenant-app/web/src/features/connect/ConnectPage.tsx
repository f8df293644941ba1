import { EmptyState } from '@chat-saas/ui/components/EmptyState.tsx';
import { Page } from '@chat-saas/ui/components/Page.tsx';
import { PageHeader } from '@chat-saas/ui/components/PageHeader.tsx';
import { QueryBoundary } from '@chat-saas/ui/components/QueryBoundary.tsx';
import { Button, Skeleton } from '@mantine/core';
import { IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../app/api.ts';
import forms from '../../app/forms.module.css';
import { useIsAdmin } from '../../app/session.ts';
import { AddInstance } from './AddInstance.tsx';
import classes from './connect.module.css';
import { InstanceCard } from './InstanceCard.tsx';
import { isMoving } from './instance-look.ts';

/** Where the live line is down, a number that is being linked is asked about this often. */
const ASK_AGAIN_MS = 5000;

/** The WhatsApp numbers: their state, and how to link them. */
export function ConnectPage() {
  const { t } = useTranslation('app');
  const isAdmin = useIsAdmin();
  const [adding, setAdding] = useState(false);
  const instances = useQuery(
    orpc.instances.list.queryOptions({
      refetchInterval: ({ state }) => (state.data?.items.some((instance) => isMoving(instance.state)) ? ASK_AGAIN_MS : false),
    }),
  );
  const { items, maxInstances, engines } = instances.data ?? {};
  const isFull = items !== undefined && typeof maxInstances === 'number' && items.length >= maxInstances;
  const inHeader = items !== undefined && items.length > 0;
  const add = isAdmin && (
    <Button
      className={inHeader ? classes.add : undefined}
      aria-label={t('connect.add')}
      leftSection={<IconPlus size={16} />}
      disabled={!items || isFull}
      onClick={() => setAdding(true)}
    >
      {t('connect.add')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('nav.connect')}
        count={
          items && items.length > 0 && typeof maxInstances === 'number'
            ? t('connect.count', { count: items.length, max: maxInstances })
            : undefined
        }
      >
        {inHeader ? add : null}
      </PageHeader>
      <Page width="text">
        {isAdmin && isFull && <p className={forms.hint}>{t('connect.full')}</p>}
        <QueryBoundary
          query={instances}
          skeleton={<Skeleton height={220} radius={12} />}
          isEmpty={(data) => data.items.length === 0}
          empty={
            <EmptyState
              Icon={IconPlugConnected}
              title={t('connect.empty')}
              text={t(isAdmin ? 'connect.emptyText' : 'connect.emptyAgentText')}
              action={add}
            />
          }
        >
          {(data) => (
            <div className={classes.cards}>
              {data.items.map((instance) => (
                <InstanceCard key={instance.id} instance={instance} />
              ))}
            </div>
          )}
        </QueryBoundary>
      </Page>
      {adding && engines && <AddInstance engines={engines} onClose={() => setAdding(false)} />}
    </>
  );
}
