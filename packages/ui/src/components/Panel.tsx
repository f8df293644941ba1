import { Paper } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Panel.module.css';

interface Props {
  title?: ReactNode;
  /** Opposite the title: a figure, a link. */
  aside?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}

/** A card with a heading. */
export function Panel({ title, aside, footer, children }: Props) {
  return (
    <Paper component="section" className={classes.panel}>
      {(title || aside) && (
        <header>
          <h3>{title}</h3>
          {aside && <span>{aside}</span>}
        </header>
      )}
      {children}
      {footer && <footer>{footer}</footer>}
    </Paper>
  );
}
