import { DARK, FONT_SYSTEM, fill, GRAY, legible, mix, role, type Scheme, STATUS, shades, WHITE } from '@chat-saas/brand/palette';

/** The brand's colours as CSS variables, in light and dark; `assets/phone.css` uses them. */
export const phoneColors = (primary: string, secondary: string) =>
  `:root{${colors(primary, secondary, 'light')};--font:${FONT_SYSTEM}}@media(prefers-color-scheme:dark){:root{${colors(primary, secondary, 'dark')}}}`;

function colors(primary: string, secondary: string, scheme: Scheme): string {
  const light = scheme === 'light';
  const surface = light ? WHITE : DARK[7];
  const page = light ? GRAY[0] : DARK[8];
  const brand = shades(primary);
  const mine = light ? brand[1] : mix(surface, brand[6], 0.34);
  const { color, on } = fill(primary, scheme);
  const bad = role(STATUS.bad, scheme, surface);
  const values = {
    '--page': page,
    '--surface': surface,
    '--wall': light ? GRAY[1] : DARK[9],
    '--hover': light ? GRAY[1] : DARK[6],
    '--line': light ? GRAY[2] : DARK[5],
    '--line-strong': light ? GRAY[3] : DARK[4],
    '--ink': light ? GRAY[9] : DARK[0],
    '--ink-2': light ? GRAY[7] : DARK[1],
    '--ink-3': light ? GRAY[6] : DARK[2],
    '--bubble': light ? WHITE : DARK[6],
    '--bubble-mine': mine,
    '--bubble-note': light ? mix(GRAY[6], brand[8], 0.5) : mix(DARK[1], brand[3], 0.4),
    '--primary-color': color,
    '--secondary-color': fill(secondary, scheme).color,
    '--on': on,
    '--accent': legible(brand, [surface, page, mine], scheme),
    '--bad-tint': bad.tint,
    '--bad-ink': bad.ink,
  };
  return Object.entries(values)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
}
