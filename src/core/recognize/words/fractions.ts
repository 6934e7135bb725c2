import { DENOMINATORS, SMALL, TENS } from './numberWords';
import { type Token, tokenAt } from './tokens';

/** A fraction as it was read. */
export interface FractionReading {
  readonly value: number;
  readonly next: number;
  /** What it is divided by. */
  readonly under: number;
  /** Whether it is one by itself; "a quarter" and "half" are so only where "of" or the end follows. */
  readonly isPlain: boolean;
}

const SIGNS: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅕', 1 / 5],
  ['⅖', 2 / 5],
  ['⅗', 3 / 5],
  ['⅘', 4 / 5],
  ['⅙', 1 / 6],
  ['⅚', 5 / 6],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
]);

/** The value of a fraction's sign: "½". */
export const fractionSign = (text: string): number | undefined => SIGNS.get(text);

/** Denominators that people write behind a slash: others are dates, scores or issues. */
const SLASHED = new Set([2, 3, 4, 5, 6, 8, 16, 32, 64, 100]);

/** "3/4", "5/8", "3/8th": glued, smaller than one, and no part of anything longer. */
export function slashFraction(tokens: readonly Token[], index: number): { value: number; next: number } | undefined {
  const [over, slash, under, after] = [0, 1, 2, 3].map((step) => tokenAt(tokens, index + step));
  if (!over || !slash || !under || slash.text !== '/' || !slash.glued || !under.glued) return undefined;
  if (!/^\d{1,2}$/u.test(over.text) || !/^\d{1,3}$/u.test(under.text)) return undefined;
  const [top, bottom] = [Number(over.text), Number(under.text)];
  if (top < 1 || top >= bottom || !SLASHED.has(bottom)) return undefined;
  const isOrdinal = after?.glued === true && /^(?:th|rd|ths|rds)$/u.test(after.lower);
  if (after?.glued && /^[\d/:]/u.test(after.text)) return undefined;
  return { value: top / bottom, next: isOrdinal ? index + 4 : index + 3 };
}

/** Reads a fraction in words: "two-thirds", "three quarters", "one fifth", "a third of", "half of". */
export function fractionAt(tokens: readonly Token[], index: number): FractionReading | undefined {
  const first = tokenAt(tokens, index).lower;
  if (isPeriod(tokens, index)) return undefined;
  if (first === 'half') return { value: 0.5, under: 2, next: index + 1, isPlain: isAlone(tokens, index + 1) };
  const isArticle = first === 'a' || first === 'an';
  const over = isArticle ? { value: 1, next: index + 1 } : numeratorAt(tokens, index);
  if (!over || over.value === 0) return undefined;
  const at = /^[-–‑]$/u.test(tokenAt(tokens, over.next).text) ? over.next + 1 : over.next;
  const under = denominatorAt(tokens, at);
  if (!under || (under.isPlural !== over.value > 1 && !(over.value > 1 && under.value === 2))) return undefined;
  return {
    value: over.value / under.value,
    under: under.value,
    next: under.next,
    isPlain: !isArticle || isAlone(tokens, under.next) || isChange(tokens, index, under.next),
  };
}

/** "The second half" of a match and "the last two quarters" are times, and no parts of a whole. */
function isPeriod(tokens: readonly Token[], index: number): boolean {
  const before = tokenAt(tokens, index - 1).lower;
  if (tokenAt(tokens, index).lower === 'half') return /^(?:first|second|latter)$/u.test(before);
  return (
    tokenAt(tokens, index + 1).lower === 'quarters' && /^(?:first|last|past|next|previous|consecutive)$/u.test(before)
  );
}

const BEHIND_CHANGE = new Set(
  'from in since to over on between compared last this next during and or but when as after by'.split(' '),
);

/** "Up by a third from 2001" */
function isChange(tokens: readonly Token[], index: number, next: number): boolean {
  return tokenAt(tokens, index - 1).lower === 'by' && BEHIND_CHANGE.has(tokenAt(tokens, next).lower);
}

/** Whether "of", a sign or the end follows: "a third of them", but "a third term"; or "half a percent". */
function isAlone(tokens: readonly Token[], index: number): boolean {
  const { lower, kind } = tokenAt(tokens, index);
  if (lower === 'a') return tokenAt(tokens, index + 1).lower.startsWith('percent');
  return lower === 'of' || lower === '' || (kind === 'sign' && lower !== '-' && lower !== '$');
}

function numeratorAt(tokens: readonly Token[], index: number): { value: number; next: number } | undefined {
  const first = tokenAt(tokens, index).lower;
  const small = SMALL.get(first);
  if (small !== undefined) return { value: small, next: index + 1 };
  const tens = TENS.get(first);
  if (tens === undefined) return undefined;
  const at = tokenAt(tokens, index + 1).text === '-' ? index + 2 : index + 1;
  const ones = SMALL.get(tokenAt(tokens, at).lower);
  return ones && ones < 10 ? { value: tens + ones, next: at + 1 } : { value: tens, next: index + 1 };
}

/** "thirds", "quarter", "halves", "twenty-fifth", "hundredths". */
function denominatorAt(
  tokens: readonly Token[],
  index: number,
): { value: number; next: number; isPlural: boolean } | undefined {
  const { lower } = tokenAt(tokens, index);
  const whole = wordDenominator(lower);
  if (whole) return { ...whole, next: index + 1 };
  const tens = TENS.get(lower);
  if (tens === undefined) return undefined;
  const at = tokenAt(tokens, index + 1).text === '-' ? index + 2 : index + 1;
  const word = tokenAt(tokens, at).lower;
  const isPlural = word.endsWith('s');
  const ones = ONES.get(isPlural ? word.slice(0, -1) : word) ?? wordDenominator(word)?.value;
  return ones && ones < 10 ? { value: tens + ones, next: at + 1, isPlural } : undefined;
}

/** What no denominator is by itself, but behind tens: "twenty-firsts". */
const ONES: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['second', 2],
]);

function wordDenominator(word: string): { value: number; isPlural: boolean } | undefined {
  const exact = DENOMINATORS.get(word);
  if (exact !== undefined) return { value: exact, isPlural: word.endsWith('s') };
  const one = word.endsWith('s') ? DENOMINATORS.get(word.slice(0, -1)) : undefined;
  return one === undefined ? undefined : { value: one, isPlural: true };
}

/** A number in words, as `wordsAt` of numbers.ts reads it; handed in, as that file reads fractions itself. */
type ReadWords = (tokens: readonly Token[], index: number) => { value: number; next: number } | undefined;

/** "One in five", "1 in twenty-one", "one over twenty": a part of a whole; not the "one in 2020". */
export function ratioAt(
  tokens: readonly Token[],
  index: number,
  read: ReadWords,
): { value: number; next: number } | undefined {
  const over = numerator(tokens, index);
  const joint = tokenAt(tokens, index + 1).lower;
  if (!over || (joint !== 'in' && joint !== 'over' && joint !== 'out')) return undefined;
  const start = joint === 'out' ? (tokenAt(tokens, index + 2).lower === 'of' ? index + 3 : undefined) : index + 2;
  const under = start === undefined ? undefined : (roundDigits(tokens, start) ?? read(tokens, start));
  if (!under || under.value <= over || under.value > 100_000) return undefined;
  const after = tokenAt(tokens, under.next);
  if (joint === 'over' && after.text !== '' && after.text !== '.') return undefined;
  const isTimed = isTimeWord(after.lower) || /^(?:percent|%|million|billion)$/u.test(after.lower);
  return isTimed ? undefined : { value: over / under.value, next: under.next };
}

/** One to nine in words; in digits only where the words before lead to a share: "about 1 in 5", but "scored 1 in 20 games". */
function numerator(tokens: readonly Token[], index: number): number | undefined {
  const token = tokenAt(tokens, index);
  if (token.kind === 'word') {
    const value = SMALL.get(token.lower);
    return value !== undefined && value < 10 ? value : undefined;
  }
  const before = tokenAt(tokens, index - 1);
  const isLed = before.text === '' || /^[,;:("“‘—–]$/u.test(before.text) || SHARE_BEFORE.has(before.lower);
  return isLed && /^[1-9]$/u.test(token.text) ? Number(token.text) : undefined;
}

const SHARE_BEFORE = new Set(
  (
    'a an the of about nearly almost around roughly approximately some only just than least most up fewer that and or but ' +
    'for affects affecting is was are were'
  ).split(' '),
);

/** Whether a word names a length of time, in the singular or plural. */
export const isTimeWord = (word: string): boolean =>
  /^(?:second|minute|hour|day|weekend|week|month|quarter|year|decade)s?$/u.test(word);

/** "5", "100", "10,000": no year. */
function roundDigits(tokens: readonly Token[], index: number): { value: number; next: number } | undefined {
  const { text } = tokenAt(tokens, index);
  if (!/^(?:[1-9]\d{0,2}|[1-9]\d{0,2},000)$/u.test(text)) return undefined;
  return { value: Number(text.replace(',', '')), next: index + 1 };
}
