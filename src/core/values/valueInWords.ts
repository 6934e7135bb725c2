import { parseValue } from './parseValue';
import { intervalInWords, pointInWords } from './pointInWords';
import { setInWords } from './setInWords';
import { unitInWords } from './unitNames';
import type { Comparator, DateValue, DurationPart, NumberValue, PlaceValue, Value } from './value';

const COMPARATORS: Readonly<Record<Comparator, string>> = {
  '': '',
  '<': 'less than ',
  '<=': 'at most ',
  '>': 'more than ',
  '>=': 'at least ',
  '~': 'about ',
};

/**
 * Says a figure's or date's normal form in words: `>300000000 USD` is "more than 300 million US dollars", `2024-05-16` is
 * "Thursday, 16 May 2024", `P3D~` is "about 3 days".
 * @returns the value itself where it is in no form that we know
 */
export function valueInWords(value: string): string {
  const parsed = parseValue(value);
  return parsed ? inWords(parsed) : value;
}

function inWords(value: Value): string {
  switch (value.kind) {
    case 'number':
      return numberInWords(value);
    case 'ratio':
      return `${plain(value.first)} to ${plain(value.second)}`;
    case 'place':
      return placeInWords(value);
    case 'date':
      return dateInWords(value);
    case 'duration':
      return `${COMPARATORS[value.comparator]}${durationInWords(value.parts)}`;
    case 'set':
      return setInWords(value.every);
    case 'reference':
      return value.which === 'present' ? 'now' : `in the ${value.which}`;
  }
}

const SCALES = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
] as const;

function numberInWords({ comparator, low, high, unit }: NumberValue): string {
  const before = COMPARATORS[comparator];
  if (unit === '#') return `${before}${ordinalInWords(low)}`;
  const isOne = low === 1 && high === undefined;
  const amount = high === undefined ? amountInWords(low, unit === '') : rangeInWords(low, high);
  return unit === '' ? `${before}${amount}` : `${before}${amount} ${unitInWords(unit, isOne)}`;
}

/** The scale is said once where both ends have the same: "5 to 7 billion". */
function rangeInWords(low: number, high: number): string {
  const scale = scaleOf(low);
  const isShared = scale !== undefined && scale === scaleOf(high);
  return `${isShared ? plain(low / scale[0]) : amountInWords(low)} to ${amountInWords(high)}`;
}

/** @param isBare whether no unit follows: four digits alone may be a year, which nobody writes with a comma */
function amountInWords(value: number, isBare = false): string {
  const fraction = fractionInWords(value);
  if (fraction !== undefined) return fraction;
  const scale = scaleOf(value);
  if (scale) return `${plain(value / scale[0])} ${scale[1]}`;
  return isBare && Number.isInteger(value) && value >= 1000 && value < 10_000 ? String(value) : plain(value);
}

/** What no decimal says in a few digits: two thirds are "2/3". */
function fractionInWords(value: number): string | undefined {
  if (value <= 0 || value >= 1) return undefined;
  const under = [3, 6, 7, 9].find((by) => Math.abs(value * by - Math.round(value * by)) < 1e-9);
  const isShort = Math.abs(value * 1000 - Math.round(value * 1000)) < 1e-9;
  return under === undefined || isShort ? undefined : `${Math.round(value * under)}/${under}`;
}

/** The scale word for a number that is short with it: 2.4 million, but 1,234,567. */
function scaleOf(value: number): (typeof SCALES)[number] | undefined {
  const scale = SCALES.find(([by]) => Math.abs(value) >= by);
  if (!scale) return undefined;
  const shown = value / scale[0];
  return Math.abs(shown - Number(shown.toFixed(3))) < 1e-9 ? scale : undefined;
}

const plain = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 6 });

function ordinalInWords(value: number): string {
  const [tens, ones] = [value % 100, value % 10];
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][ones] ?? 'th');
  return `${plain(value)}${ending}`;
}

/** "The last but 1", "the next". */
function placeInWords({ from, by }: PlaceValue): string {
  if (from === 'end') return by < 0 ? `the last but ${-by}` : 'the last';
  if (by === 0) return 'this one';
  const side = by > 0 ? 'next' : 'previous';
  return Math.abs(by) === 1 ? `the ${side}` : `the ${side} but ${Math.abs(by) - 1}`;
}

function dateInWords({ from, to, isInterval }: DateValue): string {
  if (!isInterval) return from ? pointInWords(from) : '';
  if (!from) return to ? `until ${pointInWords(to)}` : '';
  return to ? intervalInWords(from, to) : `from ${pointInWords(from)} on`;
}

function durationInWords(parts: readonly DurationPart[]): string {
  const words = parts.map(({ count, unit }) => `${plain(count)} ${unit}${count === 1 ? '' : 's'}`);
  const last = words.pop() ?? '';
  return words.length > 0 ? `${words.join(', ')} and ${last}` : last;
}
