import { Columns, Page, Stats } from '@chat-saas/ui/components/Page.tsx';
import { PageHeader } from '@chat-saas/ui/components/PageHeader.tsx';
import { QueryBoundary } from '@chat-saas/ui/components/QueryBoundary.tsx';
import { StatCard } from '@chat-saas/ui/components/StatCard.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { orpc } from '../../app/api.ts';
import forms from '../../app/forms.module.css';
import { NEW_TENANT } from '../../app/paths.ts';
import { FirstSteps } from './FirstSteps.tsx';
import { NeedsAttention } from './NeedsAttention.tsx';
import { RecentOperations } from './RecentOperations.tsx';
import classes from './dashboard.module.css';

const ASK_AGAIN_MS = 60_000;

/** The house at a glance. */
export function DashboardPage() {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const house = useQuery(orpc.dashboard.get.queryOptions({ refetchInterval: ASK_AGAIN_MS }));
  return (
    <>
      <PageHeader title={t('nav.dashboard')}>
        <Button className={forms.iconOnPhone} aria-label={t('create.title')} leftSection={<IconPlus size={16} />} onClick={() => void navigate(NEW_TENANT)}>
          {t('create.title')}
        </Button>
      </PageHeader>
      <Page>
        <QueryBoundary query={house} skeleton={<HouseSkeleton />}>
          {(data) => (
            <>
              {data.tenants.total <= 1 && <FirstSteps hasTenant={data.tenants.total > 0} isLinked={data.instances.ready > 0} />}
              <Figures house={data} />
              <Columns>
                <RecentOperations operations={data.recentOperations} />
                <NeedsAttention tenants={data.needsAttention} />
              </Columns>
            </>
          )}
        </QueryBoundary>
      </Page>
    </>
  );
}

interface House {
  tenants: { total: number; ready: number; suspended: number; attention: number };
  instances: { total: number; ready: number };
  messagesToday: number;
  memoryBytes: number;
  listRevenueCents: number;
}

function Figures({ house: { tenants, instances, ...house } }: { house: House }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const of = (ready: number, total: number) => t('ofTotal', { count: format.number(ready), total: format.number(total) });
  return (
    <Stats>
      <StatCard
        label={t('house.up')}
        value={of(tenants.ready, tenants.total)}
        state={tenants.attention > 0 ? 'wait' : 'ok'}
        note={
          tenants.attention > 0
            ? t('house.attention', { count: tenants.attention })
            : t(tenants.suspended > 0 ? 'house.suspended' : 'house.allWell', { count: tenants.suspended })
        }
      />
      <StatCard label={t('house.numbers')} value={of(instances.ready, instances.total)} note={t('house.numbersNote')} />
      <StatCard
        label={t('house.messages')}
        value={format.number(house.messagesToday)}
        note={t('house.memory', { size: format.bytes(house.memoryBytes) })}
      />
      <StatCard label={t('house.revenue')} value={format.money(house.listRevenueCents)} note={t('house.revenueNote')} />
    </Stats>
  );
}

const HouseSkeleton = () => (
  <div className={classes.skeleton}>
    <Skeleton height={96} radius={12} />
    <Skeleton height={320} radius={12} />
  </div>
);
