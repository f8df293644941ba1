import type { ReactNode } from 'react';
import classes from './StatusDot.module.css';

export type DotState = 'ok' | 'attention' | 'bad' | 'working' | 'trial' | 'off';

/** State in a table: a dot and a word. Quiet when all is well, so that the exception is what the eye meets. */
export function StatusDot({ state, children }: { state: DotState; children: ReactNode }) {
  return (
    <span className={classes.status} data-state={state}>
      <i aria-hidden />
      {children}
    </span>
  );
}
