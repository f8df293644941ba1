/** Colours between `#rrggbb` and OKLCH, and WCAG contrast. @see https://bottosson.github.io/posts/oklab/ https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */

/** Lightness 0 to 1, chroma 0 to about 0.4, hue in degrees. */
export type Oklch = [lightness: number, chroma: number, hue: number];
type Triple = [number, number, number];

export function toOklch(hex: string): Oklch {
  const [l, a, b] = toOklab(hex);
  const chroma = Math.hypot(a, b);
  return [l, chroma, chroma < 1e-4 ? 0 : ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360];
}

/** What no screen can show is clipped per channel. */
export function fromOklch(lightness: number, chroma: number, hue: number): string {
  const radians = (hue * Math.PI) / 180;
  return fromOklab([lightness, chroma * Math.cos(radians), chroma * Math.sin(radians)]);
}

/** `amount` 0 is the first colour, 1 the second; even to the eye in between. */
export function mix(from: string, to: string, amount: number): string {
  const [a, b] = [toOklab(from), toOklab(to)];
  return fromOklab([0, 1, 2].map((i) => a[i]! + amount * (b[i]! - a[i]!)) as Triple);
}

/** 1 to 21; text needs 4.5 (WCAG AA). */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = toLinear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function toLinear(hex: string): Triple {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255].map((byte) => {
    const channel = byte / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as Triple;
}

function toOklab(hex: string): Triple {
  const [r, g, b] = toLinear(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([L, a, b]: Triple): string {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${linear.map((channel) => toByte(channel).toString(16).padStart(2, '0')).join('')}`;
}

function toByte(linear: number): number {
  const channel = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
  return Math.min(255, Math.max(0, Math.round(channel * 255)));
}
