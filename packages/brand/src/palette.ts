/** Pure colour maths: a brand's seed colour becomes ten hex shades and the few roles that screens use. */
import { contrast, fromOklch, mix, toOklch } from './color-math.ts';

export { contrast, mix };

export type Scheme = 'light' | 'dark';
export type Shades = readonly [string, string, string, string, string, string, string, string, string, string];

/** Lightness and share of the seed's chroma, per step, in OKLCH: even to the eye for any hue. */
const LIGHTNESS = [0.975, 0.945, 0.895, 0.825, 0.745, 0.665, 0.585, 0.51, 0.435, 0.36];
const CHROMA = [0.1, 0.2, 0.38, 0.6, 0.8, 0.95, 1, 1, 0.9, 0.76];
/** The device's own letters; Inter only where a machine has none. No emoji family: named after a generic one, Chromium takes digits and spaces from it. */
export const FONT_SYSTEM = "-apple-system,BlinkMacSystemFont,'Segoe UI','Inter Variable',Inter,Roboto,'Helvetica Neue',sans-serif";

const AA = 4.5;
export const WHITE = '#ffffff';

/** Meaning never follows the brand: an agent who serves two tenants reads the same colours in both. */
export const STATUS = { ai: '#7c5cf5', wait: '#d98a0b', ok: '#1f9d61', bad: '#dc4440' };

/** Neutrals carry a breath of blue. Light to dark; `dark` follows Mantine's order (text first). */
export const GRAY: Shades = ['#f8f9fb', '#f2f4f7', '#e7eaef', '#d7dbe3', '#b8bfcb', '#8e97a6', '#646d7c', '#4b5361', '#323843', '#181c24'];
export const DARK: Shades = ['#e9ebef', '#c5cad3', '#9aa2af', '#6d7582', '#323843', '#272c35', '#1d2129', '#14171d', '#0f1216', '#0a0c0f'];
export const INK = GRAY[9];

const seedIndex = (seed: string) => {
  const [l] = toOklch(seed);
  return LIGHTNESS.reduce((best, step, i) => (Math.abs(step - l) < Math.abs(LIGHTNESS[best]! - l) ? i : best), 0);
};

/** Ten hex shades; the seed itself is one of them, untouched, so a logo and a button agree. */
export function shades(seed: string): Shades {
  const [, c, h] = toOklch(seed);
  const tuple = LIGHTNESS.map((l, i) => fromOklch(l, c * CHROMA[i]!, h));
  tuple[seedIndex(seed)] = seed.toLowerCase();
  return tuple as unknown as Shades;
}

/**
 * The shade that fills a button: the seed, or the nearest one (darker first) that stands out from the surface and carries text.
 * White is preferred; ink only on shades where white would be hopeless, so mid-tones step darker instead.
 */
export function fill(seed: string, scheme: Scheme): { index: number; color: string; on: string } {
  const all = shades(seed);
  const start = seedIndex(seed);
  const works = (shade: string) => {
    const white = contrast(shade, WHITE);
    return contrast(shade, scheme === 'light' ? WHITE : DARK[7]) >= (scheme === 'light' ? 1.4 : 2) && (white >= AA || white < 3);
  };
  const nearest = all.map((_, i) => i).sort((i, j) => Math.abs(i - start) - Math.abs(j - start) || j - i);
  const index = nearest.find((i) => works(all[i]!)) ?? 9;
  return { index, color: all[index]!, on: contrast(all[index]!, WHITE) >= AA ? WHITE : INK };
}

/** First shade, walking away from the surface's lightness, that is legible as text on every surface given. */
export function legible(all: Shades, surfaces: string[], scheme: Scheme): string {
  const walk = scheme === 'light' ? all.slice(5) : all.slice(0, 6).reverse();
  return walk.find((shade) => surfaces.every((s) => contrast(shade, s) >= AA)) ?? (scheme === 'light' ? INK : WHITE);
}

/** tint = background, line = hairline on it, ink = text on it; all three agree in one scheme. */
export function role(seed: string, scheme: Scheme, surface: string, also: string[] = []) {
  const all = shades(seed);
  const tint = scheme === 'light' ? all[0] : mix(surface, all[6], 0.15);
  const line = scheme === 'light' ? all[2] : mix(surface, all[6], 0.38);
  return { tint, line, ink: legible(all, [surface, tint, ...also], scheme), solid: seed };
}

/** Quiet, evenly weighted avatar tints: one lightness, one chroma, spread hues. */
export const avatarTints = (scheme: Scheme) =>
  [25, 70, 140, 195, 255, 320].map((hue) =>
    scheme === 'light'
      ? { tint: fromOklch(0.93, 0.035, hue), ink: fromOklch(0.42, 0.085, hue) }
      : { tint: fromOklch(0.33, 0.045, hue), ink: fromOklch(0.87, 0.06, hue) },
  );
