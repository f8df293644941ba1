/** Every colour that a screen uses, as CSS variables, from a brand's two colours. Pure: servers use it for pages without a bundle. */
import { avatarTints, DARK, fill, GRAY, legible, mix, role, type Scheme, STATUS, shades, WHITE } from './palette.ts';

/** Values for `:root` in one scheme: `{ '--surface': '#ffffff', … }`. */
export function variables(primary: string, secondary: string, scheme: Scheme) {
  const light = scheme === 'light';
  const surface = light ? WHITE : DARK[7];
  const sunken = light ? GRAY[0] : DARK[8];
  const brand = shades(primary);
  const selected = light ? brand[0] : mix(surface, brand[6], 0.2);
  const bubble = light ? brand[1] : mix(surface, brand[6], 0.34);
  const out: Record<string, string> = {
    '--primary-color': fill(primary, scheme).color,
    '--primary-on': fill(primary, scheme).on,
    '--secondary-color': fill(secondary, scheme).color,
    '--secondary-on': fill(secondary, scheme).on,
    '--primary-ink': legible(brand, [surface, sunken, selected], scheme),
    '--focus': light ? fill(primary, scheme).color : brand[4],
    '--surface': surface,
    '--surface-sunken': sunken,
    '--surface-raised': light ? WHITE : DARK[6],
    '--surface-hover': light ? GRAY[1] : DARK[6],
    '--surface-selected': selected,
    '--hairline': light ? GRAY[2] : DARK[5],
    '--hairline-strong': light ? GRAY[3] : DARK[4],
    '--ink': light ? GRAY[9] : DARK[0],
    '--ink-2': light ? GRAY[7] : DARK[1],
    '--ink-3': light ? GRAY[6] : DARK[2],
    '--bubble-in': light ? WHITE : DARK[6],
    '--bubble-out': bubble,
    '--bubble-out-line': light ? brand[2] : mix(surface, brand[6], 0.5),
    '--bubble-out-ink': light ? mix(GRAY[6], brand[8], 0.5) : mix(DARK[1], brand[3], 0.4),
    '--track': light ? GRAY[2] : DARK[5],
    '--mantine-color-error': role(STATUS.bad, scheme, surface).ink,
    '--mantine-color-body': surface,
    '--mantine-color-text': light ? GRAY[9] : DARK[0],
    '--mantine-color-dimmed': light ? GRAY[6] : DARK[2],
    '--mantine-color-default-border': light ? GRAY[3] : DARK[4],
    '--mantine-color-placeholder': light ? GRAY[6] : DARK[2],
  };
  for (const [name, seed] of Object.entries(STATUS))
    for (const [part, color] of Object.entries(role(seed, scheme, surface, [sunken, selected]))) out[`--${name}-${part}`] = color;
  avatarTints(scheme).forEach(({ tint, ink }, i) => {
    out[`--avatar-${i}`] = tint;
    out[`--avatar-${i}-ink`] = ink;
  });
  return out;
}
