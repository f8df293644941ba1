import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './AppShell.module.css';
import item from './NavItemLink.module.css';
import { NavItemLink } from './NavItemLink.tsx';
import type { NavItem } from './nav.ts';

/** Phone, rail shell: up to four pages and “More”. */
export function PhoneBar({ nav, moreOpened, onMore }: { nav: NavItem[]; moreOpened: boolean; onMore: () => void }) {
  const { t } = useTranslation('ui');
  return (
    <nav className={classes.bar} aria-label={t('nav.main')}>
      {nav
        .filter(({ phone }) => phone)
        .slice(0, 4)
        .map((entry) => (
          <NavItemLink key={entry.to} item={entry} look="bar" />
        ))}
      <button
        type="button"
        className={item.item}
        data-look="bar"
        data-active={moreOpened || undefined}
        aria-haspopup="dialog"
        onClick={onMore}
      >
        <IconDots size={20} stroke={1.7} aria-hidden />
        <span>{t('nav.more')}</span>
      </button>
    </nav>
  );
}
