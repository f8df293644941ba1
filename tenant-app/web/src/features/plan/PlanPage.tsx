import { Page } from '@chat-saas/ui/components/Page.tsx';
import { PageHeader } from '@chat-saas/ui/components/PageHeader.tsx';
import { Panel } from '@chat-saas/ui/components/Panel.tsx';
import { QueryBoundary } from '@chat-saas/ui/components/QueryBoundary.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../app/api.ts';
import classes from './plan.module.css';
import { UsageBar } from './UsageBar.tsx';

const GIGABYTE = 1_000_000_000;

/** What the plan allows and how much of it is used. */
export function PlanPage() {
  const { t } = useTranslation('app');
  const plan = useQuery(orpc.plan.get.queryOptions());
  const format = useFormat();
  return (
    <>
      <PageHeader title={t('nav.plan')} />
      <Page width="text">
        <QueryBoundary query={plan}>
          {({ planName, limits, usage, features }) => (
            <>
              <Panel title={planName || t('plan.none')} aside={t('plan.yours')}>
                <div className={classes.bars}>
                  <UsageBar label={t('plan.agents')} used={usage.agents} limit={limits.maxAgents} show={format.number} />
                  <UsageBar label={t('plan.instances')} used={usage.instances} limit={limits.maxInstances} show={format.number} />
                  <UsageBar
                    label={t('plan.conversations')}
                    used={usage.conversationsThisMonth}
                    limit={limits.maxConversations}
                    show={format.number}
                  />
                  <UsageBar
                    label={t('plan.storage')}
                    used={usage.storageBytes}
                    limit={limits.storageGB === null ? null : limits.storageGB * GIGABYTE}
                    show={format.bytes}
                  />
                </div>
              </Panel>
              <Panel title={t('plan.features')}>
                <ul className={classes.features}>
                  {Object.entries(features).map(([name, on]) => (
                    <li key={name} data-on={on || undefined}>
                      {on ? <IconCheck size={16} stroke={2.2} aria-hidden /> : <IconMinus size={16} aria-hidden />}
                      <span>{t(`plan.feature.${name}`)}</span>
                      <small>{t(on ? 'plan.included' : 'plan.notIncluded')}</small>
                    </li>
                  ))}
                </ul>
              </Panel>
              <p className={classes.note}>{t('plan.note', { requests: format.number(limits.requestsPer15Min) })}</p>
            </>
          )}
        </QueryBoundary>
      </Page>
    </>
  );
}
