import { Plan, type PlanId } from '@chat-saas/control-plane/contract';
import { QueryBoundary } from '@chat-saas/ui/components/QueryBoundary.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './plans.module.css';
import { usePlans } from './use-plans.ts';

interface Props {
  value: PlanId;
  onChange: (plan: PlanId) => void;
}

/** One card per plan: what it costs and how far it goes. */
export function PlanChoice({ value, onChange }: Props) {
  const { t } = useTranslation('app');
  const { plans } = usePlans();
  return (
    <Radio.Group label={t('plan.label')} value={value} onChange={(next) => onChange(Plan.shape.id.parse(next))}>
      <QueryBoundary query={plans}>
        {({ items }) => (
          <div className={classes.plans}>
            {items.map((plan) => (
              <PlanCard key={plan.id} plan={plan} />
            ))}
          </div>
        )}
      </QueryBoundary>
    </Radio.Group>
  );
}

function PlanCard({ plan }: { plan: Plan }) {
  const { t } = useTranslation('app');
  const limits = useLimits(plan);
  return (
    <Radio.Card value={plan.id} className={classes.plan}>
      <Radio.Indicator />
      <span className={classes.words}>
        <b>{plan.name}</b>
        <small>{limits.join(' · ')}</small>
      </span>
      <span className={`${classes.price} tabular`}>
        <Price plan={plan} />
        {plan.amountCents !== null && <small>{t('plan.perMonth')}</small>}
      </span>
    </Radio.Card>
  );
}

export function Price({ plan: { amountCents, isFrom, currency } }: { plan: Plan }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  if (amountCents === null) return <b>{t('plan.onRequest')}</b>;
  const price = format.money(amountCents, currency);
  return <b>{isFrom ? t('plan.from', { price }) : price}</b>;
}

/** “3 atendentes”, “1 número”, …; null means unlimited. */
export function useLimits({ limits }: Plan): string[] {
  const { t } = useTranslation('app');
  const format = useFormat();
  const say = (what: string, count: number | null) =>
    count === null ? t(`plan.unlimited.${what}`) : t(`plan.${what}`, { count, shown: format.number(count) });
  return [
    say('agents', limits.maxAgents),
    say('numbers', limits.maxInstances),
    say('conversations', limits.maxConversations),
    limits.storageGB === null ? t('plan.unlimited.storage') : t('plan.storage', { shown: format.bytes(limits.storageGB * 1e9) }),
  ];
}
