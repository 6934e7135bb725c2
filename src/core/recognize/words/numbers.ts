import { DENOMINATORS, MONEY_SCALES, ORDINALS, SCALES, SHORT_SCALES, SMALL, TENS, VAGUE } from './numberWords';
import { type Token, tokenAt } from './tokens';

/** A number as it was read. */
export interface NumberReading {
  readonly value: number;
  /** Index of the first token behind it. */
  readonly next: number;
  /** What its last scale word multiplied by; 1 without one. */
  readonly scale: number;
  /** "millions": at least so many. */
  readonly isVague: boolean;
  readonly hasDigits: boolean;
  /** "two-thirds", "half". */
  readonly isFraction: boolean;
}

const reading = (value: number, next: number, more: Partial<NumberReading> = {}): NumberReading => ({
  value,
  next,
  scale: 1,
  isVague: false,
  hasDigits: false,
  isFraction: false,
  ...more,
});

/**
 * Reads the number that begins at a token: "1,200", "3.5 million", "two hundred and five", "half a million", "a dozen",
 * "two-thirds", "tens of thousands".
 * @param isMoney whether "5m" means five million
 */
export function numberAt(tokens: readonly Token[], index: number, isMoney = false): NumberReading | undefined {
  const token = tokenAt(tokens, index);
  if (token.kind === 'number') return digitsAt(tokens, index, isMoney);
  if (token.text === '½' || token.text === '¼' || token.text === '¾') return vulgarAt(tokens, index);
  if (token.kind !== 'word') return undefined;
  return vagueAt(tokens, index) ?? fractionAt(tokens, index) ?? articleAt(tokens, index) ?? wordsAt(tokens, index);
}

const VULGAR: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };

function vulgarAt(tokens: readonly Token[], index: number): NumberReading {
  return scaledAt(tokens, reading(VULGAR[tokenAt(tokens, index).text] ?? 0, index + 1, { isFraction: true }), false);
}

function digitsAt(tokens: readonly Token[], index: number, isMoney: boolean): NumberReading | undefined {
  const digits = tokenAt(tokens, index).text.replaceAll(',', '');
  if (digits.indexOf('.') !== digits.lastIndexOf('.') || digits.length > 30) return undefined;
  let value = Number(digits);
  let next = index + 1;
  const part = tokenAt(tokens, next);
  const vulgar = part.glued ? VULGAR[part.text] : undefined;
  if (vulgar !== undefined) {
    value += vulgar;
    next++;
  }
  return scaledAt(tokens, reading(value, next, { hasDigits: true }), isMoney);
}

/** Scale words behind a number: "million", "hundred thousand", a hyphen or nothing between, "bn"; "and a half". */
function scaledAt(tokens: readonly Token[], number: NumberReading, isMoney: boolean): NumberReading {
  let { value, next, scale } = number;
  for (let rounds = 0; rounds < 3; rounds++) {
    const at = tokenAt(tokens, next).text === '-' ? next + 1 : next;
    const by = scaleOf(tokens, at, isMoney);
    if (by === undefined) break;
    value *= by;
    scale *= by;
    next = at + 1;
  }
  const behind = halfBehind(tokens, next);
  if (behind) {
    value += scale / 2;
    next = behind;
  }
  // "two and a half million": the scale comes last.
  const late = behind && scale === 1 ? SCALES.get(tokenAt(tokens, next).lower) : undefined;
  if (late) return { ...number, value: value * late, scale: late, next: next + 1 };
  return { ...number, value, scale, next };
}

function scaleOf(tokens: readonly Token[], index: number, isMoney: boolean): number | undefined {
  const token = tokenAt(tokens, index);
  const scale = SCALES.get(token.lower === 'dozens' ? 'dozen' : token.lower);
  if (scale !== undefined) return scale;
  const isShort = tokenAt(tokens, index - 1).kind === 'number' && (token.glued || token.lower.length > 1);
  if (!isShort) return undefined;
  return SHORT_SCALES.get(token.lower) ?? (isMoney ? MONEY_SCALES.get(token.lower) : undefined);
}

function halfBehind(tokens: readonly Token[], index: number): number | undefined {
  const words = [0, 1, 2].map((step) => tokenAt(tokens, index + step).lower).join(' ');
  return words === 'and a half' ? index + 3 : undefined;
}

/** "millions", "tens of thousands", "hundreds of millions". */
function vagueAt(tokens: readonly Token[], index: number): NumberReading | undefined {
  let value = VAGUE.get(tokenAt(tokens, index).lower);
  if (value === undefined) return undefined;
  let next = index + 1;
  // "He scores" counts nothing, "scores of people" does; so for tens.
  if (value < 100 && value !== 12 && tokenAt(tokens, next).lower !== 'of') return undefined;
  for (let rounds = 0; rounds < 2 && tokenAt(tokens, next).lower === 'of'; rounds++) {
    const by = VAGUE.get(tokenAt(tokens, next + 1).lower);
    if (by === undefined) break;
    value *= by;
    next += 2;
  }
  return reading(value, next, { isVague: true });
}

/** "two-thirds", "three quarters"; "a third", "half" and "a quarter" only before "of", "the" or an article. */
function fractionAt(tokens: readonly Token[], index: number): NumberReading | undefined {
  const first = tokenAt(tokens, index).lower;
  if (first === 'half') return halfAt(tokens, index);
  const over = first === 'a' ? 1 : SMALL.get(first);
  if (over === undefined || over === 0) return undefined;
  const at = tokenAt(tokens, index + 1).text === '-' ? index + 2 : index + 1;
  const word = tokenAt(tokens, at).lower;
  const isPlural = word.endsWith('s') || word === 'halves';
  const under = DENOMINATORS.get(word === 'halves' ? 'half' : isPlural ? word.slice(0, -1) : word);
  if (under === undefined || isPlural !== over > 1) return undefined;
  if (first === 'a' && tokenAt(tokens, at + 1).lower !== 'of') return undefined;
  const scaled = first === 'a' ? articleScale(tokens, at + 1) : undefined;
  if (scaled) return reading((over / under) * scaled.scale, scaled.next, { scale: scaled.scale });
  return reading(over / under, at + 1, { isFraction: true });
}

/** "of a million" behind "a quarter". */
function articleScale(tokens: readonly Token[], index: number): { scale: number; next: number } | undefined {
  const scale = SCALES.get(tokenAt(tokens, index + 2).lower);
  return scale !== undefined && tokenAt(tokens, index + 1).lower === 'a' ? { scale, next: index + 3 } : undefined;
}

/** "half a million", "half a dozen", "half of". */
function halfAt(tokens: readonly Token[], index: number): NumberReading | undefined {
  const behind = tokenAt(tokens, index + 1).lower;
  const direct = SCALES.get(behind);
  if (direct !== undefined && direct > 100) return reading(direct / 2, index + 2, { scale: direct });
  const scale = behind === 'a' || behind === 'of' ? SCALES.get(tokenAt(tokens, index + 2).lower) : undefined;
  if (scale !== undefined && behind === 'a') return reading(scale / 2, index + 3, { scale });
  return behind === 'of' ? reading(0.5, index + 1, { isFraction: true }) : undefined;
}

/** "a million", "a hundred thousand", "a dozen". */
function articleAt(tokens: readonly Token[], index: number): NumberReading | undefined {
  if (tokenAt(tokens, index).lower !== 'a' || !SCALES.has(tokenAt(tokens, index + 1).lower)) return undefined;
  return scaledAt(tokens, reading(1, index + 1), false);
}

/** A number in words, as long as each word can follow the ones before. */
function wordsAt(tokens: readonly Token[], index: number): NumberReading | undefined {
  let total = 0;
  let group: number | undefined;
  let scale = 1;
  let highest = Number.POSITIVE_INFINITY;
  let next = index;
  for (;;) {
    const at = next === index ? index : joinedWord(tokens, next);
    const { lower } = tokenAt(tokens, at);
    const small = SMALL.get(lower) ?? TENS.get(lower);
    const by = SCALES.get(lower === 'dozens' ? 'dozen' : lower);
    if (small !== undefined) {
      if (group !== undefined && !canAdd(group, small)) break;
      group = (group ?? 0) + small;
    } else if (by !== undefined && group !== undefined && by < highest) {
      scale = by;
      if (by <= 100) group *= by;
      else {
        total += group * by;
        group = undefined;
        highest = by;
      }
    } else if (by !== undefined && group === undefined && total > 0 && by > highest) {
      // "five hundred thousand million" and the like: the last scale multiplies all.
      total *= by;
      highest = by;
      scale *= by;
    } else break;
    next = at + 1;
  }
  if (next === index) return undefined;
  return withPoint(tokens, scaledTail(tokens, reading(total + (group ?? 0), next, { scale })));
}

/** Where the number's next word is: behind a hyphen or an "and" within the number, else right here. */
function joinedWord(tokens: readonly Token[], index: number): number {
  const token = tokenAt(tokens, index);
  if (token.text === '-' && token.glued) return index + 1;
  if (token.lower !== 'and') return index;
  return SCALES.has(tokenAt(tokens, index - 1).lower) ? index + 1 : index;
}

/** Whether a word of this value can follow within a group: "twenty" then "five", "two hundred" then "forty". */
function canAdd(group: number, small: number): boolean {
  if (small === 0) return false;
  return small < 10 ? group % 10 === 0 && (group % 100 >= 20 || group % 100 === 0) : group % 100 === 0;
}

function scaledTail(tokens: readonly Token[], number: NumberReading): NumberReading {
  return halfBehind(tokens, number.next) ? scaledAt(tokens, number, false) : number;
}

/** "nine point two". */
function withPoint(tokens: readonly Token[], number: NumberReading): NumberReading {
  if (tokenAt(tokens, number.next).lower !== 'point') return number;
  let { value, next } = { value: number.value, next: number.next + 1 };
  for (let place = 0.1; place > 1e-9; place /= 10) {
    const digit = SMALL.get(tokenAt(tokens, next).lower);
    if (digit === undefined || digit > 9) break;
    value += digit * place;
    next++;
  }
  if (next === number.next + 1) return number;
  return scaledAt(tokens, { ...number, value, next }, false);
}

/** An ordinal as it was read. */
export interface OrdinalReading {
  readonly value: number;
  readonly next: number;
}

/** Reads the ordinal that begins at a token: "43rd", "first", "twenty-first", "hundred and fifth". */
export function ordinalAt(tokens: readonly Token[], index: number): OrdinalReading | undefined {
  const token = tokenAt(tokens, index);
  if (token.kind === 'number') {
    const ending = tokenAt(tokens, index + 1);
    const isOrdinal = ending.glued && /^(?:st|nd|rd|th)$/.test(ending.lower) && /^[\d,]+$/.test(token.text);
    return isOrdinal ? { value: Number(token.text.replaceAll(',', '')), next: index + 2 } : undefined;
  }
  const alone = ORDINALS.get(token.lower);
  if (alone !== undefined) return { value: alone, next: index + 1 };
  const before = wordsAt(tokens, index);
  if (!before) return undefined;
  const at = joinedWord(tokens, before.next);
  const last = ORDINALS.get(tokenAt(tokens, at).lower);
  if (last === undefined || (last < 10 && before.value % 100 < 20 && before.value % 100 > 0)) return undefined;
  return { value: last >= 100 ? before.value * last : before.value + last, next: at + 1 };
}
