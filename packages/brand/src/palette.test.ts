import { describe, expect, it } from '@jest/globals';
import chroma from 'chroma-js';
import { contrast, fromOklch, mix, toOklch } from './color-math.ts';
import { shades } from './palette.ts';
import { variables } from './variables.ts';

const SEEDS = ['#2b59e0', '#059669', '#f59e0b', '#facc15', '#111827', '#e11d48', '#7c3aed', '#0ea5e9', '#f5f5f4', '#84cc16', '#808080'];
const SURFACES = ['--surface', '--surface-sunken', '--surface-hover', '--surface-selected'];
const PAIRS = [
  ['--primary-on', '--primary-color'],
  ['--secondary-on', '--secondary-color'],
  ...['--ink', '--ink-2', '--ink-3'].flatMap((ink) => SURFACES.map((surface) => [ink, surface])),
  ...['--surface', '--surface-sunken', '--surface-selected', '--bubble-in'].map((surface) => ['--primary-ink', surface]),
  ['--ink', '--bubble-in'],
  ['--ink-3', '--bubble-in'],
  ['--ink', '--bubble-out'],
  ['--bubble-out-ink', '--bubble-out'],
  ...['ai', 'wait', 'ok', 'bad'].flatMap((role) => [
    [`--${role}-ink`, `--${role}-tint`],
    [`--${role}-ink`, '--surface'],
    [`--${role}-ink`, '--surface-selected'],
    ['--ink', `--${role}-tint`],
  ]),
  ...[0, 1, 2, 3, 4, 5].map((i) => [`--avatar-${i}-ink`, `--avatar-${i}`]),
] as [string, string][];

describe('a brand colour', () => {
  for (const scheme of ['light', 'dark'] as const)
    it.each(SEEDS)(`%s is legible everywhere in the ${scheme} scheme (WCAG AA)`, (seed) => {
      const all = variables(seed, seed, scheme);
      const poor = PAIRS.map(([ink, on]) => ({ ink, on, ratio: contrast(all[ink]!, all[on]!) })).filter(({ ratio }) => ratio < 4.5);
      expect(poor).toEqual([]);
    });

  it('becomes ten hex shades, itself among them', () => {
    for (const seed of SEEDS) {
      expect(shades(seed)).toHaveLength(10);
      expect(shades(seed).every((shade) => /^#[0-9a-f]{6}$/.test(shade))).toBe(true);
      expect(shades(seed)).toContain(seed);
    }
  });
});

describe('colour maths agrees with chroma-js', () => {
  const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const apart = (one: string, other: string) => Math.max(...channels(one).map((value, i) => Math.abs(value - channels(other)[i]!)));

  it.each(SEEDS)('%s: contrast, mixing, and OKLCH there and back, to one step of 255', (seed) => {
    const [l, c, h] = toOklch(seed);
    expect(fromOklch(l, c, h)).toBe(seed);
    expect(contrast(seed, '#14171d')).toBeCloseTo(chroma.contrast(seed, '#14171d'), 3);
    for (const amount of [0.15, 0.38, 0.5])
      expect(apart(mix('#14171d', seed, amount), chroma.mix('#14171d', seed, amount, 'oklab').hex())).toBeLessThanOrEqual(1);
    for (const lightness of [0.975, 0.665, 0.36])
      expect(apart(fromOklch(lightness, c * 0.8, h), chroma.oklch(lightness, c * 0.8, h).hex())).toBeLessThanOrEqual(1);
  });
});
