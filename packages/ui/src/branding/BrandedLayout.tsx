import type { ReactNode } from 'react';
import { LanguageMenu } from '../components/LanguageMenu.tsx';
import classes from './BrandedLayout.module.css';
import { BrandLogo } from './BrandLogo.tsx';

/** A public page: header with the tenant's logo and name, the matter in the middle, a line at the foot. */
export function BrandedLayout({ children, footer }: { children: ReactNode; footer?: ReactNode }) {
  return (
    <div className={classes.layout}>
      <header>
        <BrandLogo withName />
        <LanguageMenu compact />
      </header>
      <main className={classes.main}>{children}</main>
      {footer && <footer>{footer}</footer>}
    </div>
  );
}
