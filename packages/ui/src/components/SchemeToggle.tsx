import { SegmentedControl, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SCHEMES } from './schemes.ts';

/** Light, dark, or as the system says; kept in the browser. */
export function SchemeToggle() {
  const { t } = useTranslation('ui');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      aria-label={t('scheme.label')}
      value={colorScheme}
      onChange={setColorScheme}
      data={SCHEMES.map(({ value, Icon }) => ({
        value,
        label: (
          <span title={t(`scheme.${value}`)} style={{ display: 'grid', placeItems: 'center', height: 20 }}>
            <Icon size={16} stroke={1.7} aria-hidden />
            <VisuallyHidden>{t(`scheme.${value}`)}</VisuallyHidden>
          </span>
        ),
      }))}
    />
  );
}
