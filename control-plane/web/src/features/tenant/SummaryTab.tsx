import type { Operation, Tenant } from '@chat-saas/control-plane/contract';
import { Columns, Stats } from '@chat-saas/ui/components/Page.tsx';
import { Panel } from '@chat-saas/ui/components/Panel.tsx';
import { StatCard } from '@chat-saas/ui/components/StatCard.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../app/api.ts';
import { Code, FactList } from '../../app/FactList.tsx';
import { OperationPanel } from '../operations/OperationPanel.tsx';
import { isActive } from '../operations/operation-look.ts';
import { isUp } from '../tenants/tenant-look.ts';
import { usePlanName } from '../tenants/use-plans.ts';
import { HandOverPanel } from './HandOverPanel.tsx';
import { SuspendedPanel } from './SuspendedPanel.tsx';
import classes from './tenant.module.css';
import type { HandOver } from './use-hand-over.ts';
import { useTenantActions } from './use-tenant-actions.tsx';

const FRESH_MS = 15 * 60_000;
const isWorthShowing = (operation: Operation) =>
  isActive(operation) || operation.status !== 'succeeded' || Date.now() - Date.parse(operation.finishedAt ?? '') < FRESH_MS;

/** How it is in four figures, what is being done to it, and what to hand out. */
export function SummaryTab({ tenant, handOver }: { tenant: Tenant; handOver: HandOver }) {
  const latest = useQuery(orpc.operations.list.queryOptions({ input: { tenantId: tenant.id, limit: 1 } }));
  const operation = latest.data?.items[0];
  const steps = operation && isWorthShowing(operation) && <OperationPanel operation={operation} onRetried={() => void latest.refetch()} />;
  const { resume } = useTenantActions(tenant, handOver);
  const isBusy = operation !== undefined && isActive(operation);
  return (
    <>
      {isUp(tenant) && <Figures tenant={tenant} />}
      <Columns>
        <div className={classes.stack}>
          {isBusy && steps}
          {isUp(tenant) && <HandOverPanel tenant={tenant} handOver={handOver} />}
          {tenant.status === 'suspended' && <SuspendedPanel onResume={resume} isBusy={isBusy} />}
          {!isBusy && steps}
        </div>
        <Facts tenant={tenant} />
      </Columns>
    </>
  );
}

function Figures({ tenant: { instances, messagesToday, memoryBytes, observedAt, version } }: { tenant: Tenant }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const waits = instances?.attention ?? 0;
  return (
    <Stats>
      <StatCard
        label={t('tenant.numbers')}
        value={instances ? t('tenant.numbersReady', { ready: instances.ready, total: instances.total }) : '–'}
        note={instances && (waits > 0 ? t('tenant.numbersAttention', { count: waits }) : t('tenant.numbersWell'))}
        state={waits > 0 ? 'wait' : instances && instances.ready === instances.total && instances.total > 0 ? 'ok' : undefined}
      />
      <StatCard
        label={t('tenant.messagesToday')}
        value={messagesToday === null ? '–' : format.number(messagesToday)}
        note={t('tenant.messagesNote')}
      />
      <StatCard label={t('tenant.memory')} value={memoryBytes === null ? '–' : format.bytes(memoryBytes)} note={t('tenant.memoryNote')} />
      <StatCard
        label={t('tenant.version')}
        value={version ?? '–'}
        note={observedAt && t('tenant.seen', { when: format.ago(observedAt) })}
      />
    </Stats>
  );
}

function Facts({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const planName = usePlanName();
  return (
    <Panel title={t('tenant.facts')}>
      <FactList
        facts={[
          [
            t('tenant.address'),
            <a key="address" href={tenant.appUrl} target="_blank" rel="noreferrer">
              {tenant.appUrl}
            </a>,
          ],
          [t('tenant.admin'), tenant.adminEmail],
          [t('tenant.plan'), planName(tenant.plan)],
          [t('tenant.since'), format.dateTime(tenant.createdAt)],
          [t('tenant.id'), <Code key="id">{tenant.id}</Code>],
        ]}
      />
    </Panel>
  );
}
