/**
 * Writes into package.json what follows from the label table (theme colors and the chords that mark with a label) and from the table of review mode's keys.
 * Run it after changing a table; a test fails while the two differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { LABELS } from '../src/core/annotation/labels';
import { isReviewKey, reviewKeys } from './reviewKeys';

interface Shade {
  readonly saturation: number;
  readonly lightness: number;
  readonly alpha?: number;
}

/** One hue in four kinds of theme: the line must stand out, the fill must let text, selection and matches through. */
const LINE: Readonly<Record<string, Shade>> = {
  dark: { saturation: 70, lightness: 66 },
  light: { saturation: 75, lightness: 36 },
  highContrast: { saturation: 95, lightness: 72 },
  highContrastLight: { saturation: 95, lightness: 24 },
};
const FILL: Readonly<Record<string, Shade>> = {
  dark: { saturation: 70, lightness: 60, alpha: 0.24 },
  light: { saturation: 80, lightness: 50, alpha: 0.18 },
  highContrast: { saturation: 90, lightness: 60, alpha: 0.3 },
  highContrastLight: { saturation: 90, lightness: 50, alpha: 0.16 },
};

export function colors(): object[] {
  const stems = [...LABELS, { title: 'unknown label', color: 'unknown', hue: -1 }];
  return stems.flatMap(({ title, color, hue }) => [
    {
      id: `newsmark.${color}`,
      description: `Underline, overview ruler and icon of ${title}.`,
      defaults: shades(hue, LINE),
    },
    { id: `newsmark.${color}Background`, description: `Fill of accepted ${title}.`, defaults: shades(hue, FILL) },
  ]);
}

export function markingKeys(): object[] {
  return LABELS.map(({ id, key }) => ({
    command: 'newsmark.mark',
    key: `alt+m ${key}`,
    mac: `ctrl+alt+m ${key}`,
    args: { label: id },
    when: 'editorTextFocus && newsmark.active',
  }));
}

function shades(hue: number, table: Readonly<Record<string, Shade>>): Record<string, string> {
  return Object.fromEntries(Object.entries(table).map(([theme, shade]) => [theme, hex(hue, shade)]));
}

/** HSL to #rrggbb(aa); the formula of CSS Color 4, section 7.1. */
function hex(hue: number, { saturation, lightness, alpha }: Shade): string {
  const s = hue < 0 ? 0 : saturation / 100;
  const l = lightness / 100;
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12;
    return l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  const parts = [channel(0), channel(8), channel(4), ...(alpha === undefined ? [] : [alpha])];
  return `#${parts
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

if (process.argv[1]?.endsWith('contribute.ts')) {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const { contributes } = manifest;
  const byHand = contributes.keybindings.filter(
    (binding: { command: string; args?: object; when?: string }) =>
      !(binding.command === 'newsmark.mark' && binding.args) && !isReviewKey(binding),
  );
  contributes.colors = colors();
  contributes.keybindings = [...byHand, ...reviewKeys(), ...markingKeys()];
  writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
}
