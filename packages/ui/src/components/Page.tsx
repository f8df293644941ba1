import type { ReactNode } from 'react';
import classes from './Page.module.css';

/** What stands below a PageHeader: padded, never wider than can be read. `text` is for forms and prose. */
export function Page({ width = 'wide', children }: { width?: 'wide' | 'text'; children: ReactNode }) {
  return (
    <div className={classes.page} data-width={width}>
      {children}
    </div>
  );
}

/** StatCards side by side, two in a row on a phone. */
export const Stats = ({ children }: { children: ReactNode }) => <div className={classes.stats}>{children}</div>;

/** Search on the left, filters on the right. */
export const Toolbar = ({ children }: { children: ReactNode }) => <div className={classes.toolbar}>{children}</div>;

/** Main matter and what belongs to it, 1.6 : 1; below each other on a narrow screen. */
export const Columns = ({ children }: { children: ReactNode }) => <div className={classes.columns}>{children}</div>;
