import type { ReactNode } from 'react';
import { PersonAvatar } from './PersonAvatar.tsx';
import classes from './RowTitle.module.css';

interface Props {
  title: string;
  note?: ReactNode;
  avatarUrl?: string | null;
  /** Without the picture. */
  plain?: boolean;
}

/** The first cell of a row that is somebody: picture, name, and a smaller line below. */
export function RowTitle({ title, note, avatarUrl, plain }: Props) {
  return (
    <span className={classes.title}>
      {!plain && <PersonAvatar name={title} src={avatarUrl} size={32} />}
      <span className={classes.words}>
        <b className="truncate" title={title}>
          {title}
        </b>
        {note && <small className="truncate">{note}</small>}
      </span>
    </span>
  );
}
