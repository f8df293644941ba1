import type { Icon as TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

interface Props {
  title: string;
  text: ReactNode;
  /** The one button that fills the place. */
  action?: ReactNode;
  /** A drawing, 240 px wide; or an icon where the place is small. */
  picture?: ReactNode;
  Icon?: TablerIcon;
  children?: ReactNode;
}

/** What this place is for, and the one button that fills it. */
export function EmptyState({ title, text, action, picture, Icon, children }: Props) {
  return (
    <div className={classes.root} data-small={picture ? undefined : true}>
      {picture && <div className={classes.picture}>{picture}</div>}
      {Icon && (
        <span className={classes.icon}>
          <Icon size={24} stroke={1.6} aria-hidden />
        </span>
      )}
      <h2>{title}</h2>
      <p>{text}</p>
      {action}
      {children}
    </div>
  );
}
