import { lazy, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { palette } from '../app/wanted.ts';
import { Lazily } from '../components/Lazily.tsx';
import classes from './AppShell.module.css';
import { HomeLink } from './HomeLink.tsx';
import { NavItemLink } from './NavItemLink.tsx';
import type { MenuEntry, NavItem, ShellUser } from './nav.ts';
import { PhoneBar } from './PhoneBar.tsx';
import { SearchButton } from './SearchButton.tsx';
import { TopStrip } from './TopStrip.tsx';
import { UserMenu } from './UserMenu.tsx';
import { useActions } from './use-actions.ts';

const ActionPalette = lazy(async () => ({ default: (await import('./ActionPalette.tsx')).ActionPalette }));
const PhoneDrawer = lazy(async () => ({ default: (await import('./PhoneDrawer.tsx')).PhoneDrawer }));

interface Props {
  /** rail: icons, with a bar at the bottom of phones. wide: words, with a drawer on phones. */
  kind: 'rail' | 'wide';
  nav: NavItem[];
  user: ShellUser;
  onSignOut: () => void;
  /** Below the brand's name. */
  subtitle?: string;
  /** Above “Keyboard” in the person's menu. */
  menu?: MenuEntry[];
  search?: boolean;
  /** A phone's page that needs the whole height: an open conversation. */
  hideBar?: boolean;
  /** Above everything: no connection. */
  banner?: ReactNode;
  children: ReactNode;
}

/** The frame of a signed-in page. `children` scroll in `<main>`. */
export function AppShell({ kind, nav, user, onSignOut, subtitle, menu = [], search = true, hideBar, banner, children }: Props) {
  const { t } = useTranslation('ui');
  const paletteWanted = palette.useWanted();
  const [more, setMore] = useState(false);
  const [moreWanted, setMoreWanted] = useState(false);
  if (more && !moreWanted) setMoreWanted(true);
  const wide = kind === 'wide';
  const look = wide ? 'row' : 'rail';
  usePages(nav);
  return (
    <div className={classes.shell} data-kind={kind}>
      <a className="skip" href="#main">
        {t('nav.skip')}
      </a>
      {banner && <div className={classes.banner}>{banner}</div>}
      <nav className={classes.rail} aria-label={t('nav.main')}>
        <HomeLink to={nav[0]?.to ?? '/'} withName={wide} subtitle={subtitle} />
        {search && <SearchButton wide={wide} />}
        {nav
          .filter(({ foot }) => !foot)
          .map((entry, i, all) => (
            <NavEntry
              key={entry.to}
              entry={entry}
              look={look}
              heading={wide && entry.group !== all[i - 1]?.group ? entry.group : undefined}
            />
          ))}
        <span className={classes.gap} />
        {nav
          .filter(({ foot }) => foot)
          .map((entry) => (
            <NavItemLink key={entry.to} item={entry} look={look} />
          ))}
        <UserMenu user={user} entries={menu} onSignOut={onSignOut} wide={wide} />
      </nav>
      {wide && <TopStrip subtitle={subtitle} home={nav[0]?.to ?? '/'} search={search} onMenu={() => setMore(true)} />}
      <main id="main" className={classes.main} tabIndex={-1}>
        {children}
      </main>
      {!wide && !hideBar && <PhoneBar nav={nav} moreOpened={more} onMore={() => setMore(true)} />}
      {moreWanted && (
        <Lazily>
          <PhoneDrawer
            opened={more}
            onClose={() => setMore(false)}
            position={wide ? 'left' : 'bottom'}
            nav={wide ? nav : nav.filter(({ phone }) => !phone)}
            user={user}
            entries={menu}
            search={search}
            subtitle={subtitle}
            onSignOut={onSignOut}
          />
        </Lazily>
      )}
      {search && paletteWanted && (
        <Lazily>
          <ActionPalette />
        </Lazily>
      )}
    </div>
  );
}

/** The pages are in Ctrl-K by themselves. */
function usePages(nav: NavItem[]) {
  const { t } = useTranslation('ui');
  const navigate = useNavigate();
  useActions(
    nav.map(({ label, to, Icon }) => ({ id: `page ${to}`, label, Icon, group: t('palette.pages'), run: () => void navigate(to) })),
  );
}

function NavEntry({ entry, look, heading }: { entry: NavItem; look: 'rail' | 'row'; heading: string | undefined }) {
  return (
    <>
      {heading && <span className={classes.heading}>{heading}</span>}
      <NavItemLink item={entry} look={look} />
    </>
  );
}
