import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import classes from './BrandLogo.module.css';
import { useWhiteLabel } from './use-white-label.ts';

interface Props {
  size?: number;
  withName?: boolean;
  /** Below the name. */
  subtitle?: string;
}

/** The tenant's logo, or its initials in its colours while there is none. */
export function BrandLogo({ size = 36, withName, subtitle }: Props) {
  const { brand, initials } = useWhiteLabel();
  const [broken, setBroken] = useState<string | null>(null);
  const style = { width: size, height: size };
  const alt = withName ? '' : brand.companyName;
  return (
    <span className={classes.brand}>
      {brand.logoUrl && brand.logoUrl !== broken ? (
        <img className={classes.picture} style={style} src={brand.logoUrl} alt="" onError={() => setBroken(brand.logoUrl)} />
      ) : (
        <span className={classes.initials} style={style} aria-hidden>
          {initials}
        </span>
      )}
      {alt && <VisuallyHidden>{alt}</VisuallyHidden>}
      {withName && (
        <span className={classes.name}>
          <span className="truncate">{brand.companyName}</span>
          {subtitle && <small>{subtitle}</small>}
        </span>
      )}
    </span>
  );
}
