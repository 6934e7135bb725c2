import { type Built, type Content, h } from '../element';
import type { Palette } from './palette';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const FONT_SIZE = 12;

/** Width of a letter on the average, in CSS pixels. */
const LETTER = 6.4;

/** The SVG element of a chart. */
export function frame({ width, height }: Size, title: string, { font }: Palette, children: readonly Content[]): Built {
  return h(
    'svg',
    {
      class: 'chart',
      role: 'group',
      'aria-label': title,
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      width: round(width),
      height: round(height),
      'font-family': font,
      'font-size': FONT_SIZE,
    },
    children,
  );
}

/** Coordinates need no more than tenths. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Words that fit into so many CSS pixels. */
export function fitting(words: string, width: number): string {
  const letters = [...words];
  const most = Math.max(3, Math.floor(width / LETTER));
  return letters.length <= most
    ? words
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** How wide words are, about. */
export function widthOf(words: string): number {
  return [...words].length * LETTER;
}
