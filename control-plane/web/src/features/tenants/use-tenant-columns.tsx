import type { Tenant } from '@chat-saas/control-plane/contract';
import type { Column } from '@chat-saas/ui/components/DataTable.tsx';
import { RowTitle } from '@chat-saas/ui/components/RowTitle.tsx';
import { StatusDot } from '@chat-saas/ui/components/StatusDot.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { useTranslation } from 'react-i18next';
import { hostOf } from '../../app/host-of.ts';
import { serverSentence } from '../../app/server-sentence.ts';
import { usePlans } from '../plans/use-plans.ts';
import { TenantState } from './TenantState.tsx';
import classes from './tenants.module.css';

const NONE = '–';

export function useTenantColumns(): Column<Tenant>[] {
  const { t } = useTranslation('app');
  const format = useFormat();
  const { nameOf } = usePlans();
  return [
    {
      id: 'name',
      header: t('tenants.name'),
      primary: true,
      width: '34%',
      cell: ({ name, appUrl }) => <RowTitle title={name} note={hostOf(appUrl)} />,
    },
    { id: 'plan', header: t('tenants.plan'), cell: ({ plan }) => nameOf(plan) },
    {
      id: 'status',
      header: t('tenants.status'),
      cell: (tenant) => (
        <span className={classes.state}>
          <TenantState tenant={tenant} />
          {tenant.reason && (
            <small className="truncate" title={serverSentence(tenant.reason, t)}>
              {serverSentence(tenant.reason, t)}
            </small>
          )}
        </span>
      ),
    },
    { id: 'numbers', header: t('tenants.numbers'), cell: ({ instances }) => <Numbers instances={instances} /> },
    { id: 'version', header: t('tenants.version'), hideOnPhone: true, cell: ({ version }) => version ?? NONE },
    {
      id: 'messages',
      header: t('tenants.messages'),
      right: true,
      cell: ({ messagesToday }) => (messagesToday === null ? NONE : format.number(messagesToday)),
    },
    {
      id: 'memory',
      header: t('tenants.memory'),
      right: true,
      hideOnPhone: true,
      cell: ({ memoryBytes }) => (memoryBytes === null ? NONE : format.bytes(memoryBytes)),
    },
  ];
}

/** How many numbers are linked, of all. */
function Numbers({ instances }: Pick<Tenant, 'instances'>) {
  const { t } = useTranslation('app');
  if (!instances) return NONE;
  const text = t('ofTotal', { count: instances.ready, total: instances.total });
  return instances.attention > 0 ? <StatusDot state="attention">{text}</StatusDot> : text;
}
