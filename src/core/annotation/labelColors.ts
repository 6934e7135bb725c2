/** How light, how strong and how see-through a color is, in percent, percent and from 0 to 1. */
interface Shade {
  readonly saturation: number;
  readonly lightness: number;
  readonly alpha?: number;
}

/** The kinds of theme, as a color in the manifest has them. */
export const THEMES = ['dark', 'light', 'highContrast', 'highContrastLight'] as const;
export type Theme = (typeof THEMES)[number];

/** One hue in four kinds of theme: the line must stand out, the fill must let text, selection and matches through. */
const LINE: Readonly<Record<Theme, Shade>> = Object.freeze({
  dark: { saturation: 70, lightness: 66 },
  light: { saturation: 75, lightness: 33 },
  highContrast: { saturation: 95, lightness: 72 },
  highContrastLight: { saturation: 95, lightness: 24 },
});
const FILL: Readonly<Record<Theme, Shade>> = Object.freeze({
  dark: { saturation: 70, lightness: 52, alpha: 0.24 },
  light: { saturation: 80, lightness: 50, alpha: 0.18 },
  highContrast: { saturation: 90, lightness: 60, alpha: 0.3 },
  highContrastLight: { saturation: 90, lightness: 50, alpha: 0.16 },
});

/** The color of a label's underline, `#rrggbb`. @param hue 0 to 359; negative for gray */
export function lineColor(hue: number, theme: Theme): string {
  return hex(hue, LINE[theme]);
}

/** The color behind a label's words, `#rrggbbaa`. */
export function fillColor(hue: number, theme: Theme): string {
  return hex(hue, FILL[theme]);
}

/** HSL to #rrggbb(aa); the formula of CSS Color 4, section 7.1. */
function hex(hue: number, { saturation, lightness, alpha }: Shade): string {
  const s = hue < 0 ? 0 : saturation / 100;
  const l = lightness / 100;
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12;
    return l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return toHex([channel(0), channel(8), channel(4), ...(alpha === undefined ? [] : [alpha])]);
}

/** @param parts red, green, blue and maybe alpha, from 0 to 1 */
function toHex(parts: readonly number[]): string {
  const pairs = parts.map((part) =>
    Math.round(part * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${pairs.join('')}`;
}

/** `#rrggbb` or `#rrggbbaa` as numbers from 0 to 1; alpha is 1 where there is none. */
function fromHex(color: string): readonly [red: number, green: number, blue: number, alpha: number] {
  const part = (index: number) => Number.parseInt(color.slice(1 + 2 * index, 3 + 2 * index) || 'ff', 16) / 255;
  return [part(0), part(1), part(2), part(3)];
}

/** What is seen where a translucent color lies on an opaque one, `#rrggbb`. */
export function laidOver(over: string, under: string): string {
  const [red, green, blue, alpha] = fromHex(over);
  const below = fromHex(under);
  return toHex([red, green, blue].map((part, index) => part * alpha + (below[index] ?? 0) * (1 - alpha)));
}

/** Contrast of two opaque colors, from 1 to 21 (WCAG 2.2, "contrast ratio" and "relative luminance"). */
export function contrastOf(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = fromHex(color).map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** The least contrast that text must have on what is behind it (WCAG 2.2, success criterion 1.4.3). */
export const READABLE = 4.5;

/** Text and background where text has the least contrast, among the editor's default themes of a kind. */
const HARDEST: Readonly<Record<'light' | 'dark', { readonly text: string; readonly background: string }>> =
  Object.freeze({
    light: { text: '#3b3b3b', background: '#ffffff' },
    dark: { text: '#bbbebf', background: '#1f1f1f' },
  });

/**
 * A fill mixed from a color that somebody chose: as strong as a built-in one where text stays readable on it, and
 * fainter where it would not.
 * @param color `#rrggbb`
 * @returns `#rrggbbaa`
 */
export function fillFrom(color: string, theme: 'light' | 'dark'): string {
  const { text, background } = HARDEST[theme];
  const withAlpha = (alpha: number) => toHex([...fromHex(color).slice(0, 3), alpha]);
  let alpha = FILL[theme].alpha ?? 1;
  while (alpha > 0.02 && contrastOf(text, laidOver(withAlpha(alpha), background)) < READABLE) alpha -= 0.02;
  return withAlpha(alpha);
}

/** A hue for a label that names no color: far from those before it, whatever their number (the golden angle). */
export function hueAt(index: number): number {
  return Math.round(index * 137.508 + 20) % 360;
}
