import { useTranslation } from 'react-i18next';
import classes from './plan.module.css';

interface Props {
  label: string;
  used: number;
  /** null means unlimited. */
  limit: number | null;
  show: (value: number) => string;
}

const NEAR = 0.8;

/** How much of a limit is used; says so in words once it gets close. */
export function UsageBar({ label, used, limit, show }: Props) {
  const { t } = useTranslation('app');
  const share = limit === null || limit === 0 ? 0 : Math.min(used / limit, 1);
  const state = limit === null ? 'free' : used >= limit ? 'full' : share >= NEAR ? 'near' : 'ok';
  return (
    <div className={classes.usage} data-state={state}>
      <span>{label}</span>
      <span className="tabular">
        <b>{show(used)}</b> {limit === null ? t('plan.unlimited') : t('plan.of', { limit: show(limit) })}
      </span>
      {limit !== null && (
        <span className={classes.bar} aria-hidden>
          <i style={{ width: `${share * 100}%` }} />
        </span>
      )}
      {(state === 'near' || state === 'full') && <small>{t(`plan.${state}`)}</small>}
    </div>
  );
}
