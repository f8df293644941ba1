import type { ReactNode } from 'react';
import classes from './fact-list.module.css';

/** Names and values below each other. */
export const FactList = ({ facts }: { facts: [string, ReactNode][] }) => (
  <dl className={classes.facts}>
    {facts.map(([label, value]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

/** An id, as it has to be typed. */
export const Code = ({ children }: { children: string }) => <span className={classes.code}>{children}</span>;
