import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import { IconKeyboard, IconLogout } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PersonAvatar } from '../components/PersonAvatar.tsx';
import { SCHEMES } from '../components/schemes.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../i18n/language.ts';
import { openKeyboardHelp } from './keyboard-help.ts';
import type { MenuEntry, ShellUser } from './nav.ts';
import classes from './UserMenu.module.css';

interface Props {
  user: ShellUser;
  entries: MenuEntry[];
  onSignOut: () => void;
  /** Shows the name beside the picture. */
  wide?: boolean;
}

/** The person's own menu: profile, light and dark, language, keys, sign out. */
export function UserMenu({ user, entries, onSignOut, wide }: Props) {
  const { t, i18n } = useTranslation('ui');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position={wide ? 'top-start' : 'right-end'} width={272} withinPortal>
      <Menu.Target>
        <button className={classes.user} type="button" aria-label={t('nav.account', { name: user.name })}>
          <PersonAvatar name={user.name} src={user.avatarUrl} size={32} />
          {wide && <span className="truncate">{user.name}</span>}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <b className="truncate">{user.name}</b>
          <small className="truncate">{user.email}</small>
        </div>
        {entries.map(({ label, Icon, to, onClick }) =>
          to ? (
            <Menu.Item key={label} component={Link} to={to} leftSection={<Icon size={16} stroke={1.7} />}>
              {label}
            </Menu.Item>
          ) : (
            <Menu.Item key={label} onClick={onClick} leftSection={<Icon size={16} stroke={1.7} />}>
              {label}
            </Menu.Item>
          ),
        )}
        <Menu.Item
          leftSection={<IconKeyboard size={16} stroke={1.7} />}
          rightSection={<kbd className={classes.key}>?</kbd>}
          onClick={openKeyboardHelp}
        >
          {t('keys.title')}
        </Menu.Item>
        <Menu.Label>{t('scheme.label')}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)}>
          <div className={classes.choice}>
            {SCHEMES.map(({ value, Icon }) => (
              <Menu.RadioItem key={value} value={value} classNames={{ itemIndicator: classes.indicator }}>
                <Icon size={16} stroke={1.7} aria-hidden />
                {t(`scheme.${value}`)}
              </Menu.RadioItem>
            ))}
          </div>
        </Menu.RadioGroup>
        <Menu.Label>{t('language.label')}</Menu.Label>
        <Menu.RadioGroup value={i18n.language} onChange={(language) => void i18n.changeLanguage(language)}>
          <div className={classes.choice}>
            {LANGUAGES.map((language) => (
              <Menu.RadioItem key={language} value={language} lang={language} classNames={{ itemIndicator: classes.indicator }}>
                {LANGUAGE_NAMES[language]}
              </Menu.RadioItem>
            ))}
          </div>
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.7} />} onClick={onSignOut}>
          {t('nav.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
