import type { ReactNode } from 'react';
import classes from './StatCard.module.css';

interface Props {
  label: string;
  value: ReactNode;
  note?: ReactNode;
  state?: 'ok' | 'wait' | 'bad';
  children?: ReactNode;
}

/** One number: label, figure, what it compares with. A dot only where the number has a health. */
export function StatCard({ label, value, note, state, children }: Props) {
  return (
    <div className={classes.card}>
      <span className={classes.label}>
        {state && <i className={classes.dot} data-state={state} aria-hidden />}
        {label}
      </span>
      <strong className="tabular">{value}</strong>
      {note && (
        <span className={classes.note} data-state={state}>
          {note}
        </span>
      )}
      {children}
    </div>
  );
}
