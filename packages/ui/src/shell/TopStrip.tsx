import { ActionIcon } from '@mantine/core';
import { IconMenu2, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './AppShell.module.css';
import { HomeLink } from './HomeLink.tsx';
import { openPalette } from './open-palette.ts';

/** Phone, wide shell: whose panel this is, and the way to everything else. */
export function TopStrip({
  home,
  subtitle,
  search,
  onMenu,
}: {
  home: string;
  subtitle: string | undefined;
  search: boolean;
  onMenu: () => void;
}) {
  const { t } = useTranslation('ui');
  return (
    <div className={classes.strip}>
      <ActionIcon aria-label={t('nav.menu')} onClick={onMenu}>
        <IconMenu2 size={20} stroke={1.7} />
      </ActionIcon>
      <HomeLink to={home} withName subtitle={subtitle} />
      {search && (
        <ActionIcon aria-label={t('keys.search')} onClick={openPalette}>
          <IconSearch size={20} stroke={1.7} />
        </ActionIcon>
      )}
    </div>
  );
}
