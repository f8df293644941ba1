import { Tooltip } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './AppShell.module.css';
import item from './NavItemLink.module.css';
import { openPalette } from './open-palette.ts';

/** Opens Ctrl-K with a mouse: an icon in the rail, a field in the wide sidebar. */
export function SearchButton({ wide }: { wide: boolean }) {
  const { t } = useTranslation('ui');
  const button = (
    <button
      type="button"
      className={wide ? classes.search : item.item}
      data-look={wide ? undefined : 'rail'}
      onClick={openPalette}
      aria-label={t('keys.search')}
    >
      <IconSearch size={wide ? 16 : 20} stroke={1.7} aria-hidden />
      {wide && (
        <>
          <span>{t('palette.short')}</span>
          <kbd>Ctrl K</kbd>
        </>
      )}
    </button>
  );
  return wide ? (
    button
  ) : (
    <Tooltip label={`${t('keys.search')}  Ctrl K`} position="right">
      {button}
    </Tooltip>
  );
}
