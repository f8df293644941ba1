import type { Tenant } from '@chat-saas/control-plane/contract';
import { EmptyState } from '@chat-saas/ui/components/EmptyState.tsx';
import { Lazily } from '@chat-saas/ui/components/Lazily.tsx';
import { QueryBoundary } from '@chat-saas/ui/components/QueryBoundary.tsx';
import { Button, Skeleton } from '@mantine/core';
import { IconBrandWhatsapp, IconPlugConnectedX, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../app/api.ts';
import { isUp } from '../tenants/tenant-look.ts';
import { ConnectLinksPanel } from './ConnectLinksPanel.tsx';
import { InstanceCard } from './InstanceCard.tsx';
import classes from './numbers.module.css';
import tenantClasses from './tenant.module.css';

const AddNumberDialog = lazy(async () => ({ default: (await import('./AddNumberDialog.tsx')).AddNumberDialog }));

/** The panel's live line tells tenants and operations only: numbers are asked about. */
const ASK_AGAIN_MS = 2500;

/** The tenant's WhatsApp numbers, asked of its own stack, and the links that were given out for them. */
export function NumbersTab({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation('app');
  if (!isUp(tenant))
    return (
      <EmptyState
        Icon={IconPlugConnectedX}
        title={t('number.asleep')}
        text={t(`number.asleepText.${tenant.status}`, { defaultValue: t('number.asleepText.other') })}
      />
    );
  return <Numbers tenantId={tenant.id} />;
}

function Numbers({ tenantId }: { tenantId: string }) {
  const { t } = useTranslation('app');
  const [isAdding, setAdding] = useState(false);
  const instances = useQuery(
    orpc.instances.list.queryOptions({
      input: { tenantId },
      refetchInterval: ASK_AGAIN_MS,
    }),
  );
  const items = instances.data?.items;
  const add = (
    <Button leftSection={<IconPlus size={16} />} variant={items?.length ? 'default' : 'filled'} onClick={() => setAdding(true)}>
      {t('number.add')}
    </Button>
  );
  return (
    <>
      {items && items.length > 0 && (
        <div className={tenantClasses.toolbar}>
          <p>{t('number.count', { count: items.length })}</p>
          {add}
        </div>
      )}
      <QueryBoundary
        query={instances}
        skeleton={<Skeleton height={180} radius={12} />}
        isEmpty={(data) => data.items.length === 0}
        empty={<EmptyState Icon={IconBrandWhatsapp} title={t('number.none')} text={t('number.noneText')} action={add} />}
      >
        {(data) => (
          <div className={classes.cards}>
            {data.items.map((instance) => (
              <InstanceCard key={instance.id} tenantId={tenantId} instance={instance} />
            ))}
          </div>
        )}
      </QueryBoundary>
      {items && items.length > 0 && <ConnectLinksPanel tenantId={tenantId} instances={items} />}
      <Lazily>{isAdding && <AddNumberDialog tenantId={tenantId} onClose={() => setAdding(false)} />}</Lazily>
    </>
  );
}
