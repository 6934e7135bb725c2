import { tabled } from '../l10n';
import { codePoints } from '../text/codePoints';
import { firstAtLeast } from '../text/sorted';

/** What tools count in: UTF-16 code units, Unicode code points, bytes of UTF-8, grapheme clusters. */
export type OffsetUnit = 'utf16' | 'code-point' | 'utf8' | 'grapheme';

/** The units in English, as several of them are counted in. */
export const UNIT_WORDS: Readonly<Record<OffsetUnit, string>> = Object.freeze({
  utf16: 'UTF-16 code units',
  'code-point': 'Unicode code points',
  utf8: 'bytes of UTF-8',
  grapheme: 'grapheme clusters',
});

/** What a unit is called, in the person's language. */
export function unitInWords(unit: OffsetUnit): string {
  return tabled(UNIT_WORDS[unit]);
}

/**
 * From offsets in a unit to UTF-16 offsets of the same text. An offset outside the text, or inside a character, gives
 * undefined: no tool means such a place.
 */
export type ToUtf16 = (offset: number) => number | undefined;

/** Prepares the way from a unit for one text: linear once, then logarithmic at most. */
export function toUtf16In(unit: OffsetUnit, text: string): ToUtf16 {
  if (unit === 'utf16') return (offset) => (isInside(offset, text.length) ? offset : undefined);
  if (unit === 'code-point') {
    const points = codePoints(text);
    return (offset) => (isInside(offset, points.length) ? points.toUtf16(offset) : undefined);
  }
  const starts = unit === 'utf8' ? undefined : graphemeStarts(text);
  if (starts) return (offset) => (Number.isInteger(offset) ? starts[offset] : undefined);
  const { bytes, places } = byteStarts(text);
  return (offset) => {
    const index = firstAtLeast(bytes, offset);
    return bytes[index] === offset ? places[index] : undefined;
  };
}

function isInside(offset: number, length: number): boolean {
  return Number.isInteger(offset) && offset >= 0 && offset <= length;
}

/** UTF-16 offsets at which a character as people see it begins, and the text's end. */
function graphemeStarts(text: string): number[] {
  const starts: number[] = [];
  for (const { index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) starts.push(index);
  starts.push(text.length);
  return starts;
}

/** For each code point's beginning, and the end, its offset in UTF-8 and in UTF-16. */
function byteStarts(text: string): { bytes: number[]; places: number[] } {
  const bytes: number[] = [];
  const places: number[] = [];
  let byte = 0;
  let place = 0;
  for (const character of text) {
    bytes.push(byte);
    places.push(place);
    byte += utf8Length(character.codePointAt(0) ?? 0);
    place += character.length;
  }
  bytes.push(byte);
  places.push(place);
  return { bytes, places };
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
