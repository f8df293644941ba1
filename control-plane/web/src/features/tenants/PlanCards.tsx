import type { Plan, PlanId } from '@chat-saas/control-plane/contract';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import type { TFunction } from 'i18next';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './plan-cards.module.css';

interface Props {
  plans: Plan[];
  value: PlanId;
  onChange: (plan: PlanId) => void;
}

/** The plans side by side, each with its price and what it allows; arrow keys move between them. */
export function PlanCards({ plans, value, onChange }: Props) {
  const { t } = useTranslation('app');
  const name = useId();
  return (
    <fieldset className={classes.plans}>
      <legend>{t('plan.choose')}</legend>
      <div className={classes.cards}>
        {plans.map((plan) => (
          <label key={plan.id} className={classes.card}>
            <input type="radio" name={name} value={plan.id} checked={plan.id === value} onChange={() => onChange(plan.id)} />
            <b>{plan.name}</b>
            <Price plan={plan} />
            <ul>
              {limitsOf(t, plan).map((limit) => (
                <li key={limit}>{limit}</li>
              ))}
            </ul>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Price({ plan: { amountCents, isFrom, currency } }: { plan: Plan }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  if (amountCents === null) return <span className={classes.price}>{t('plan.onRequest')}</span>;
  return (
    <span className={`${classes.price} tabular`}>
      {isFrom && <small>{t('plan.from')} </small>}
      <b>{format.money(amountCents, currency)}</b>
      <small> {t('plan.perMonth')}</small>
    </span>
  );
}

function limitsOf(t: TFunction<'app'>, { limits }: Plan): string[] {
  const said = (key: string, count: number | null) => (count === null ? t(`plan.unlimited.${key}`) : t(`plan.limit.${key}`, { count }));
  return [
    said('agents', limits.maxAgents),
    said('instances', limits.maxInstances),
    said('conversations', limits.maxConversations),
    said('storage', limits.storageGB),
  ];
}
