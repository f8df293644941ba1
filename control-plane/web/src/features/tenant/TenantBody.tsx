import type { Tenant } from '@chat-saas/control-plane/contract';
import { Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { TENANT_TABS, type TenantTab } from '../../app/paths.ts';
import { useFilters } from '../../app/use-cursor-pages.ts';
import { Identity } from './Identity.tsx';
import { SummaryTab } from './SummaryTab.tsx';
import classes from './tenant.module.css';
import type { HandOver } from './use-hand-over.ts';

const OperationsTab = lazy(async () => ({ default: (await import('./OperationsTab.tsx')).OperationsTab }));
const NumbersTab = lazy(async () => ({ default: (await import('./NumbersTab.tsx')).NumbersTab }));
const LogsTab = lazy(async () => ({ default: (await import('./LogsTab.tsx')).LogsTab }));

/** Who it is, and one tab of it; the tab is in the address. */
export function TenantBody({ tenant, handOver }: { tenant: Tenant; handOver: HandOver }) {
  const { t } = useTranslation('app');
  const { params, setFilter } = useFilters();
  const tab = TENANT_TABS.find((known) => known === params.get('tab')) ?? 'summary';
  return (
    <>
      <Identity tenant={tenant} />
      <Tabs
        value={tab}
        onChange={(value) => setFilter('tab', !value || value === 'summary' ? '' : value)}
        className={classes.tabs}
        keepMounted={false}
      >
        <Tabs.List>
          {TENANT_TABS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`tenant.tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} className={classes.tabPanel}>
          <Suspense>
            <Tab name={tab} tenant={tenant} handOver={handOver} />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function Tab({ name, tenant, handOver }: { name: TenantTab; tenant: Tenant; handOver: HandOver }) {
  if (name === 'operations') return <OperationsTab tenantId={tenant.id} />;
  if (name === 'numbers') return <NumbersTab tenant={tenant} />;
  if (name === 'logs') return <LogsTab tenantId={tenant.id} />;
  return <SummaryTab tenant={tenant} handOver={handOver} />;
}
