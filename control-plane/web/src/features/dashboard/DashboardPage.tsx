import { Columns, Page, Stats } from '@chat-saas/ui/components/Page.tsx';
import { PageHeader } from '@chat-saas/ui/components/PageHeader.tsx';
import { QueryBoundary } from '@chat-saas/ui/components/QueryBoundary.tsx';
import { StatCard } from '@chat-saas/ui/components/StatCard.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { orpc } from '../../app/api.ts';
import { NEW_TENANT } from '../../app/paths.ts';
import { AttentionPanel } from './AttentionPanel.tsx';
import { DashboardSkeleton } from './DashboardSkeleton.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import type { House } from './house.ts';
import { RecentOperations } from './RecentOperations.tsx';

const ASK_AGAIN_MS = 30_000;

/** The house at a glance: what runs, what needs somebody, what was done. */
export function DashboardPage() {
  const { t } = useTranslation('app');
  const house = useQuery(orpc.dashboard.get.queryOptions({ refetchInterval: ASK_AGAIN_MS }));
  const isNew = house.data !== undefined && house.data.tenants.total <= 1;
  return (
    <>
      <PageHeader title={t('nav.dashboard')}>
        <Button component={Link} to={NEW_TENANT} variant={isNew ? 'default' : 'filled'} leftSection={<IconPlus size={16} />}>
          {t('tenants.create')}
        </Button>
      </PageHeader>
      <Page>
        <QueryBoundary query={house} skeleton={<DashboardSkeleton />}>
          {(data) => (
            <>
              {isNew && <FirstSteps house={data} />}
              <Figures house={data} />
              <Columns>
                <RecentOperations operations={data.recentOperations} />
                <AttentionPanel tenants={data.needsAttention} />
              </Columns>
            </>
          )}
        </QueryBoundary>
      </Page>
    </>
  );
}

function Figures({ house: { tenants, instances, messagesToday, memoryBytes, listRevenueCents } }: { house: House }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const n = format.number;
  return (
    <Stats>
      <StatCard
        label={t('dashboard.running')}
        value={t('dashboard.of', { part: n(tenants.ready), all: n(tenants.total) })}
        note={t(tenants.attention > 0 ? 'dashboard.unwell' : 'dashboard.suspended', { count: tenants.attention || tenants.suspended })}
        state={tenants.attention > 0 ? 'wait' : undefined}
      />
      <StatCard
        label={t('dashboard.numbers')}
        value={t('dashboard.of', { part: n(instances.ready), all: n(instances.total) })}
        note={t('dashboard.numbersNote')}
      />
      <StatCard
        label={t('dashboard.messages')}
        value={n(messagesToday)}
        note={t('dashboard.memory', { memory: format.bytes(memoryBytes) })}
      />
      <StatCard label={t('dashboard.revenue')} value={withoutZeroCents(format.money(listRevenueCents))} note={t('dashboard.revenueNote')} />
    </Stats>
  );
}

/** “R$ 98.743,00” → “R$ 98.743”: in a sum that is a bird's view. */
const withoutZeroCents = (amount: string) => amount.replace(/[.,]00(?=\D*$)/, '');
