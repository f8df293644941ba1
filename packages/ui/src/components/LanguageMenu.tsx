import { IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, LANGUAGES } from '../i18n/language.ts';
import classes from './LanguageMenu.module.css';

/** The three languages by their own names; the choice stays in the browser. The browser's own list: right on every phone, and nothing to load. */
export function LanguageMenu({ compact }: { compact?: boolean }) {
  const { t, i18n } = useTranslation('ui');
  const current = LANGUAGES.find((language) => language === i18n.language) ?? 'pt-BR';
  return (
    <span className={classes.menu}>
      <IconLanguage size={16} stroke={1.7} aria-hidden />
      <span aria-hidden>{compact ? current.slice(0, 2).toUpperCase() : LANGUAGE_NAMES[current]}</span>
      <select aria-label={t('language.label')} value={current} onChange={(event) => void i18n.changeLanguage(event.currentTarget.value)}>
        {LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language}>
            {LANGUAGE_NAMES[language]}
          </option>
        ))}
      </select>
    </span>
  );
}
