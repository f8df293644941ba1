import { Link } from 'react-router';
import { BrandLogo } from '../branding/BrandLogo.tsx';
import { useWhiteLabel } from '../branding/use-white-label.ts';
import classes from './AppShell.module.css';

/** The brand, leading to the first page. */
export function HomeLink({ to, withName, subtitle }: { to: string; withName: boolean; subtitle: string | undefined }) {
  const { brand } = useWhiteLabel();
  return (
    <Link className={classes.brand} to={to} aria-label={brand.companyName}>
      <BrandLogo withName={withName} subtitle={subtitle} />
    </Link>
  );
}
