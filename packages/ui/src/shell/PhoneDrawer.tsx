import { Drawer } from '@mantine/core';
import { IconLogout, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { BrandLogo } from '../branding/BrandLogo.tsx';
import { LanguageMenu } from '../components/LanguageMenu.tsx';
import { PersonAvatar } from '../components/PersonAvatar.tsx';
import { SchemeToggle } from '../components/SchemeToggle.tsx';
import item from './NavItemLink.module.css';
import { NavItemLink } from './NavItemLink.tsx';
import type { MenuEntry, NavItem, ShellUser } from './nav.ts';
import { openPalette } from './open-palette.ts';
import classes from './PhoneDrawer.module.css';

interface Props {
  opened: boolean;
  onClose: () => void;
  /** From the left (hamburger) or from below (“More”). */
  position: 'left' | 'bottom';
  nav: NavItem[];
  user: ShellUser;
  entries: MenuEntry[];
  search: boolean;
  subtitle?: string;
  onSignOut: () => void;
}

/** Everything that has no room on a phone's screen: pages, search, the person's menu. */
export function PhoneDrawer({ opened, onClose, position, nav, user, entries, search, subtitle, onSignOut }: Props) {
  const { t } = useTranslation('ui');
  const then = (act: (() => void) | undefined) => () => {
    onClose();
    act?.();
  };
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position={position}
      size={position === 'left' ? 300 : '85%'}
      title={position === 'left' ? <BrandLogo withName subtitle={subtitle} /> : t('nav.more')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      transitionProps={{ duration: 140 }}
      classNames={{ body: classes.body }}
    >
      <nav aria-label={t('nav.main')} className={classes.list}>
        {nav.map((entry) => (
          <NavItemLink key={entry.to} item={entry} look="row" onClick={onClose} />
        ))}
        {search && <Row label={t('keys.search')} Icon={IconSearch} onClick={then(openPalette)} />}
      </nav>
      <div className={classes.foot}>
        <div className={classes.who}>
          <PersonAvatar name={user.name} src={user.avatarUrl} size={40} />
          <span>
            <b className="truncate">{user.name}</b>
            <small className="truncate">{user.email}</small>
          </span>
        </div>
        {entries.map(({ label, Icon, to, onClick }) =>
          to ? (
            <NavItemLink key={label} item={{ label, Icon, to }} look="row" onClick={onClose} />
          ) : (
            <Row key={label} label={label} Icon={Icon} onClick={then(onClick)} />
          ),
        )}
        <div className={classes.choices}>
          <SchemeToggle />
          <LanguageMenu />
        </div>
        <Row label={t('nav.signOut')} Icon={IconLogout} onClick={then(onSignOut)} />
      </div>
    </Drawer>
  );
}

const Row = ({ label, Icon, onClick }: { label: string; Icon: NavItem['Icon']; onClick: () => void }) => (
  <button type="button" className={item.item} data-look="row" onClick={onClick}>
    <Icon size={20} stroke={1.7} aria-hidden />
    {label}
  </button>
);
