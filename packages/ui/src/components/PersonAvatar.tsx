import { type ReactNode, useState } from 'react';
import { initialsOf } from './initials.ts';
import classes from './PersonAvatar.module.css';

interface Props {
  name: string;
  size?: number;
  /** Picture; the initials stand in while it is missing or broken. */
  src?: string | null;
  /** Sits on the lower right edge. */
  corner?: ReactNode;
}

const hash = (text: string) => [...text].reduce((sum, character) => (sum * 31 + character.codePointAt(0)!) >>> 0, 7);

/** Initials on a quiet tint that stays with the name. Decoration: the name stands beside it. */
export function PersonAvatar({ name, size = 40, src, corner }: Props) {
  const [broken, setBroken] = useState<string | null>(null);
  const tint = hash(name) % 6;
  const style = {
    width: size,
    height: size,
    fontSize: Math.round(size * 0.35),
    background: `var(--avatar-${tint})`,
    color: `var(--avatar-${tint}-ink)`,
  };
  return (
    <span className={classes.root} style={style} aria-hidden>
      {src && src !== broken ? <img className={classes.picture} src={src} alt="" onError={() => setBroken(src)} /> : initialsOf(name)}
      {corner && <span className={classes.corner}>{corner}</span>}
    </span>
  );
}
