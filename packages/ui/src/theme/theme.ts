/** brandTheme(primary, secondary): everything that a screen looks like, from a tenant's two colours. */
import { DARK, FONT_SYSTEM, fill, GRAY, INK, type Shades, shades } from '@chat-saas/brand/palette';
import { variables } from '@chat-saas/brand/variables';
import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorShade,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core';
import classes from './theme.module.css';

const MONO = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace";

interface Sized {
  size?: string | number;
}
const dialog = {
  content: classes.dialog,
  header: classes.dialogHeader,
  title: classes.dialogTitle,
  body: classes.dialogBody,
  close: classes.close,
};

const tuple = (all: Shades) => [...all] as unknown as MantineColorsTuple;

/** Mantine's theme and both schemes' CSS variables, from `#rrggbb` twice. */
export function brandTheme(primary: string, secondary: string): { theme: MantineThemeOverride; resolver: CSSVariablesResolver } {
  const theme = createTheme({
    colors: { brand: tuple(shades(primary)), accent: tuple(shades(secondary)), gray: tuple(GRAY), dark: tuple(DARK) },
    primaryColor: 'brand',
    primaryShade: { light: fill(primary, 'light').index as MantineColorShade, dark: fill(primary, 'dark').index as MantineColorShade },
    black: INK,
    autoContrast: true,
    luminanceThreshold: 0.1833, // white text while it reaches 4.5:1
    fontFamily: FONT_SYSTEM,
    fontFamilyMonospace: MONO,
    fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
    lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
    headings: {
      fontWeight: '600',
      sizes: {
        h1: { fontSize: '20px', lineHeight: '28px' },
        h2: { fontSize: '16px', lineHeight: '24px' },
        h3: { fontSize: '14px', lineHeight: '20px' },
      },
    },
    radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
    spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
    defaultRadius: 'md',
    cursorType: 'pointer',
    respectReducedMotion: true,
    components: {
      Button: {
        defaultProps: { size: 'sm' },
        vars: (_: object, { size }: Sized) => ({
          root:
            size === 'xs'
              ? {}
              : size === 'md'
                ? { '--button-height': '44px', '--button-padding-x': '20px' }
                : { '--button-height': 'var(--control)', '--button-padding-x': '14px' },
        }),
        styles: { label: { fontWeight: 500 } },
      },
      ActionIcon: {
        defaultProps: { variant: 'subtle', color: 'gray' },
        vars: () => ({ root: { '--ai-size': 'var(--control)' } }),
      },
      TextInput: { defaultProps: { size: 'sm' } },
      Input: { vars: (_: object, { size }: Sized) => ({ wrapper: { '--input-height': size === 'md' ? '44px' : 'var(--control)' } }) },
      InputWrapper: { classNames: { label: classes.label, description: classes.description } },
      Spotlight: { classNames: { content: classes.palette, action: classes.paletteAction, actionsGroup: classes.paletteGroup } },
      Select: { defaultProps: { size: 'sm', allowDeselect: false } },
      Textarea: { defaultProps: { size: 'md' } },
      Badge: {
        defaultProps: { variant: 'light', radius: 'sm' },
        styles: { root: { textTransform: 'none', fontWeight: 500 } },
      },
      Paper: { defaultProps: { withBorder: true, radius: 'lg' } },
      SegmentedControl: {
        defaultProps: { size: 'sm', withItemsBorders: false },
        classNames: { label: classes.segment },
      },
      Table: { defaultProps: { verticalSpacing: 'sm', horizontalSpacing: 'md', highlightOnHover: true } },
      Menu: { defaultProps: { shadow: 'md', withArrow: false }, classNames: { item: classes.item } },
      Combobox: { classNames: { option: classes.option } },
      Tabs: { classNames: { root: classes.tabs, list: classes.tabList, tab: classes.tab } },
      PasswordInput: { defaultProps: { size: 'sm' }, classNames: { visibilityToggle: classes.toggle } },
      Modal: { classNames: dialog },
      Drawer: { classNames: dialog },
      Notification: { classNames: { closeButton: classes.close } },
      Tooltip: { defaultProps: { openDelay: 350, transitionProps: { duration: 100 } } },
    },
  });
  const resolver: CSSVariablesResolver = () => ({
    variables: {},
    light: variables(primary, secondary, 'light'),
    dark: variables(primary, secondary, 'dark'),
  });
  return { theme, resolver };
}
