import { type FractionReading, fractionAt, fractionSign, ratioAt, slashFraction } from './fractions';
import { CAPITAL_SCALES, MONEY_SCALES, ORDINALS, SCALES, SHORT_SCALES, SMALL, TENS, VAGUE } from './numberWords';
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
 * "two-thirds", "five and a quarter", "tens of thousands".
 * @param isMoney whether "5m" means five million
 */
export function numberAt(tokens: readonly Token[], index: number, isMoney = false): NumberReading | undefined {
  const token = tokenAt(tokens, index);
  if (token.kind === 'number') {
    const share = ratioAt(tokens, index, wordsAt);
    if (share) return reading(share.value, share.next, { hasDigits: true, isFraction: true });
    const number = digitsAt(tokens, index, isMoney);
    return number && withRest(tokens, withPart(tokens, number));
  }
  const sign = token.kind === 'sign' ? fractionSign(token.text) : undefined;
  if (sign !== undefined) return scaledAt(tokens, reading(sign, index + 1, { isFraction: true }), false);
  if (token.kind !== 'word' || !mayBeNumber(token.lower)) return undefined;
  const vague = vagueAt(tokens, index);
  if (vague) return vague;
  const fraction = fractionAt(tokens, index);
  if (fraction) return ofScale(tokens, fraction);
  const ratio = ratioAt(tokens, index, wordsAt);
  if (ratio) return reading(ratio.value, ratio.next, { isFraction: true });
  const words = articleAt(tokens, index) ?? wordsAt(tokens, index);
  return words && (dividedAt(tokens, words) ?? repeated(tokens, withPart(tokens, words)));
}

/** "A hundred trillionths", "ninety-five hundred fifths", "one hundred thirty-fifths": a whole scale over the ordinal's plural. */
function dividedAt(tokens: readonly Token[], number: NumberReading): NumberReading | undefined {
  if (number.scale < 100) return undefined;
  const at = /^[-–‑]$/u.test(tokenAt(tokens, number.next).text) ? number.next + 1 : number.next;
  const { lower } = tokenAt(tokens, at);
  const ordinal = lower.endsWith('s') ? ORDINALS.get(lower.slice(0, -1)) : undefined;
  if (ordinal === undefined) return undefined;
  // The tens before the ordinal are of what is divided by.
  const tens = ordinal < 10 ? (TENS.get(tokenAt(tokens, number.next - 1).lower) ?? 0) : 0;
  const over = number.value - tens;
  if (over % number.scale !== 0 || tens + ordinal < 3) return undefined;
  return reading(Number((over / (tens + ordinal)).toPrecision(15)), at + 1, { isFraction: true });
}

/** Whether a number can begin with a word: most words are none, and this is asked about every one of them. */
const mayBeNumber = (lower: string): boolean =>
  lower === 'a' ||
  lower === 'an' ||
  lower === 'half' ||
  SMALL.has(lower) ||
  TENS.has(lower) ||
  VAGUE.has(lower) ||
  SCALES.has(lower) ||
  lower === 'quarter';

/** More digits than these are no number that anybody wrote down to be read. */
const LONGEST = 30;

function digitsAt(tokens: readonly Token[], index: number, isMoney: boolean): NumberReading | undefined {
  const joined = spacedGroups(tokens, index) ?? indianGroups(tokens, index) ?? continental(tokens, index);
  const digits = joined?.text ?? tokenAt(tokens, index).text.replaceAll(',', '');
  if (digits.indexOf('.') !== digits.lastIndexOf('.') || digits.length > LONGEST) return undefined;
  let value = Number(digits);
  let next = joined?.next ?? index + 1;
  const slash = joined ? undefined : slashFraction(tokens, index);
  if (slash) return scaledAt(tokens, reading(slash.value, slash.next, { hasDigits: true, isFraction: true }), isMoney);
  const part = tokenAt(tokens, next);
  const sign = part.glued || Number.isInteger(value) ? fractionSign(part.text) : undefined;
  const mixed = sign === undefined && Number.isInteger(value) && !part.glued ? slashFraction(tokens, next) : undefined;
  if (mixed) return reading(value + mixed.value, mixed.next, { hasDigits: true, isFraction: true });
  if (sign !== undefined) {
    value += sign;
    next++;
  }
  const power = powerOfTen(tokens, next);
  if (power) return reading(value * 10 ** power.exponent, power.next, { hasDigits: true });
  const raised = exponentAt(tokens, next);
  if (raised && value > 0 && value <= LARGEST)
    return reading(Number((value ** raised.exponent).toPrecision(15)), raised.next, { hasDigits: true });
  return scaledAt(tokens, pointed(tokens, reading(value, next, { hasDigits: true })), isMoney);
}

/** "1 234 567", "40 000": groups of three with single spaces; a single group only where it is all zeros. */
function spacedGroups(tokens: readonly Token[], index: number): { text: string; next: number } | undefined {
  let text = tokenAt(tokens, index).text;
  if (!/^[1-9]\d{0,2}$/u.test(text)) return undefined;
  let next = index + 1;
  for (; next < index + 6; next++) {
    const group = tokenAt(tokens, next);
    if (!/^\d{3}(?:\.\d+)?$/u.test(group.text) || group.start !== tokenAt(tokens, next - 1).end + 1) break;
    text += group.text;
    if (group.text.length > 3) return { text, next: next + 1 };
  }
  const isGrouped = next > index + 2 || (next === index + 2 && tokenAt(tokens, next - 1).text === '000');
  return isGrouped ? { text, next } : undefined;
}

/** "12,34,567.89", "1,23,45,678": groups of two before the last of three, as in India. */
function indianGroups(tokens: readonly Token[], index: number): { text: string; next: number } | undefined {
  let text = tokenAt(tokens, index).text;
  if (!/^[1-9]\d?$/u.test(text)) return undefined;
  for (let at = index + 1; at < index + 10; at += 2) {
    const group = tokenAt(tokens, at + 1);
    if (tokenAt(tokens, at).text !== ',' || !tokenAt(tokens, at).glued || !group.glued) return undefined;
    text += group.text.replaceAll(',', '');
    if (/^\d{2},\d{3}(?:\.\d+)?$/u.test(group.text)) return { text, next: at + 2 };
    if (!/^\d{2}$/u.test(group.text)) return undefined;
  }
  return undefined;
}

/**
 * "1.111,11": points between groups of three and a comma before one or two decimals, as on the Continent; "5,00" without
 * groups, where the decimals are those of a price, or a sign says that it is one: "3,75" may be two numbers of a list.
 */
function continental(tokens: readonly Token[], index: number): { text: string; next: number } | undefined {
  const [comma, decimals, after] = [1, 2, 3].map((step) => tokenAt(tokens, index + step));
  const { text } = tokenAt(tokens, index);
  if (comma?.text !== ',' || !comma.glued || !decimals?.glued || !/^\d{1,2}$/u.test(decimals.text)) return undefined;
  if (after?.glued && (after.kind !== 'sign' || tokenAt(tokens, index + 4).glued)) return undefined;
  const isMarked =
    /^\p{Sc}$/u.test(tokenAt(tokens, index - 1).text) || /^[\p{Sc}%]$/u.test(tokenAt(tokens, index + 3).text);
  const isPrice = isMarked || (/^[05]0$/u.test(decimals.text) && !tokenAt(tokens, index).glued);
  const isPlain = isPrice && decimals.text.length === 2 && /^\d{1,3}$/u.test(text);
  if (!isPlain && !/^[1-9]\d{0,2}(?:\.\d{3})+$/u.test(text)) return undefined;
  return { text: `${text.replaceAll('.', '')}.${decimals.text}`, next: index + 3 };
}

/** "e10", "e+14" close behind digits. */
function powerOfTen(tokens: readonly Token[], index: number): { exponent: number; next: number } | undefined {
  const e = tokenAt(tokens, index);
  if (!e.glued || e.lower !== 'e') return undefined;
  const sign = tokenAt(tokens, index + 1);
  const at = /^[+-]$/u.test(sign.text) && sign.glued ? index + 2 : index + 1;
  const digits = tokenAt(tokens, at);
  if (!digits.glued || !/^\d{1,2}$/u.test(digits.text)) return undefined;
  return { exponent: Number(digits.text) * (sign.text === '-' ? -1 : 1), next: at + 1 };
}

/** "^6", "^-1" close behind digits. */
function exponentAt(tokens: readonly Token[], index: number): { exponent: number; next: number } | undefined {
  const caret = tokenAt(tokens, index);
  if (caret.text !== '^' || !caret.glued) return undefined;
  const isMinus = tokenAt(tokens, index + 1).text === '-' && tokenAt(tokens, index + 1).glued;
  const digits = tokenAt(tokens, isMinus ? index + 2 : index + 1);
  if (!digits.glued || !/^\d$/u.test(digits.text)) return undefined;
  return { exponent: Number(digits.text) * (isMinus ? -1 : 1), next: isMinus ? index + 3 : index + 2 };
}

/** "1 point 1" */
function pointed(tokens: readonly Token[], number: NumberReading): NumberReading {
  if (tokenAt(tokens, number.next).lower !== 'point') return number;
  const digits = tokenAt(tokens, number.next + 1).text;
  if (!/^\d{1,6}$/u.test(digits) || !Number.isInteger(number.value)) return number;
  return { ...number, value: number.value + Number(`0.${digits}`), next: number.next + 2 };
}

/** Scale words behind a number: "million", "hundred thousand", a hyphen or nothing between, "bn"; "and a half". */
function scaledAt(tokens: readonly Token[], number: NumberReading, isMoney: boolean): NumberReading {
  let { value, next, scale } = number;
  for (let rounds = 0; rounds < 3 && value <= LARGEST; rounds++) {
    const at = tokenAt(tokens, next).text === '-' ? next + 1 : next;
    const by = scaleOf(tokens, at, isMoney);
    if (by === undefined) break;
    value *= by;
    scale *= by;
    next = at + 1;
  }
  return { ...number, value, scale, next };
}

function scaleOf(tokens: readonly Token[], index: number, isMoney: boolean): number | undefined {
  const token = tokenAt(tokens, index);
  if (token.kind !== 'word') return undefined;
  const scale = scaleInWords(token);
  if (scale !== undefined) return scale;
  if (tokenAt(tokens, index - 1).kind !== 'number') return undefined;
  const after = tokenAt(tokens, index + 1);
  const isEnd = !after.glued || after.kind === 'sign';
  if (token.glued && isEnd && CAPITAL_SCALES.has(token.text)) return CAPITAL_SCALES.get(token.text);
  if (token.lower.length === 1 && !token.glued && token.lower !== 'k') return undefined;
  return (
    SHORT_SCALES.get(token.lower) ??
    (isMoney && token.glued ? MONEY_SCALES.get(token.lower) : moneyWord(token, isMoney))
  );
}

/** "Cr" is short for crore behind words too; in capitals it is a name. */
function scaleInWords({ text, lower }: Token): number | undefined {
  if (lower === 'dozens') return SCALES.get('dozen');
  return SCALES.get(lower) ?? (text === 'cr' || text === 'Cr' ? SHORT_SCALES.get('cr') : undefined);
}

const moneyWord = (token: Token, isMoney: boolean) =>
  isMoney && token.lower.length > 1 ? MONEY_SCALES.get(token.lower) : undefined;

/** "Five and a quarter", "3 million and a half", "one billion and a half million", "one hundred and thirty-two fifths". */
function withPart(tokens: readonly Token[], number: NumberReading): NumberReading {
  if (tokenAt(tokens, number.next).lower !== 'and' || number.isFraction) return number;
  const part = fractionAt(tokens, number.next + 1) ?? bareHalf(tokens, number.next + 1);
  if (!part || tokenAt(tokens, part.next).lower === 'of') return number;
  const late = SCALES.get(tokenAt(tokens, part.next).lower);
  // "Two and a half million": the scale comes last. "One billion and a half million": it is the part's.
  if (late && number.scale === 1)
    return { ...number, value: (number.value + part.value) * late, scale: late, next: part.next + 1 };
  if (late && late < number.scale) return { ...number, value: number.value + part.value * late, next: part.next + 1 };
  if (part.value >= 1 && number.scale === 100) {
    const value = (number.value + part.value * part.under) / part.under;
    return { ...number, value, next: part.next, isFraction: true };
  }
  const of = number.scale > 100 && number.value % number.scale === 0 ? number.scale : 1;
  return { ...number, value: number.value + part.value * of, next: part.next };
}

/** "and a half" */
function bareHalf(
  tokens: readonly Token[],
  index: number,
): Pick<FractionReading, 'value' | 'next' | 'under'> | undefined {
  const at = /^(?:an?|one)$/u.test(tokenAt(tokens, index).lower) ? index + 1 : index;
  const word = tokenAt(tokens, at).lower;
  if (at === index || (word !== 'half' && word !== 'quarter')) return undefined;
  const under = word === 'half' ? 2 : 4;
  return { value: 1 / under, next: at + 1, under };
}

/** "3 hundred and 21", "6 crore and two hundred": what is smaller than the scale is added. */
function withRest(tokens: readonly Token[], number: NumberReading): NumberReading {
  const isSpelled = number.scale === 100 || number.scale === 1e5 || number.scale === 1e7;
  if (!isSpelled || tokenAt(tokens, number.next).lower !== 'and') return number;
  const digits = tokenAt(tokens, number.next + 1);
  const rest = /^\d{1,2}$/u.test(digits.text)
    ? reading(Number(digits.text), number.next + 2)
    : wordsAt(tokens, number.next + 1);
  const isScaled = rest && SCALES.has(tokenAt(tokens, rest.next).lower);
  return rest && !isScaled && rest.value < number.scale
    ? { ...number, value: number.value + rest.value, next: rest.next }
    : number;
}

/** "Forty-five (45)": said twice. */
function repeated(tokens: readonly Token[], number: NumberReading): NumberReading {
  const [open, digits, close] = [0, 1, 2].map((step) => tokenAt(tokens, number.next + step));
  const isSame =
    open?.text === '(' &&
    close?.text === ')' &&
    digits?.kind === 'number' &&
    Number(digits.text.replaceAll(',', '')) === number.value;
  return isSame ? { ...number, next: number.next + 3 } : number;
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

/** "Two thirds of a million", "half a million", "a quarter million", "half a dozen". */
function ofScale(
  tokens: readonly Token[],
  fraction: { value: number; next: number; isPlain: boolean },
): NumberReading | undefined {
  const { value, next } = fraction;
  const at = tokenAt(tokens, next).lower === 'of' ? next + 1 : next;
  const article = /^an?$/u.test(tokenAt(tokens, at).lower) ? at + 1 : at;
  const scale = article > at || at === next ? SCALES.get(tokenAt(tokens, article).lower) : undefined;
  if (scale !== undefined && (scale > 100 || article > at)) return reading(value * scale, article + 1, { scale });
  return fraction.isPlain ? reading(value, next, { isFraction: true }) : undefined;
}

/** "a million", "a hundred and seventy", "a dozen". */
function articleAt(tokens: readonly Token[], index: number): NumberReading | undefined {
  if (tokenAt(tokens, index).lower !== 'a' || !SCALES.has(tokenAt(tokens, index + 1).lower)) return undefined;
  return wordsAt(tokens, index + 1, 1);
}

/** Beyond it, words in a row are a list of scales and no number. */
const LARGEST = 1e18;

/** A number in words, as long as each word can follow the ones before. @param first what a scale word that begins it multiplies */
export function wordsAt(tokens: readonly Token[], index: number, first?: number): NumberReading | undefined {
  let total = 0;
  let group = first ?? bareScale(tokens, index);
  let scale = 1;
  let highest = Number.POSITIVE_INFINITY;
  let next = index;
  for (;;) {
    const at = next === index ? index : joinedWord(tokens, next);
    const { lower } = tokenAt(tokens, at);
    const small = SMALL.get(lower) ?? TENS.get(lower);
    const by = scaleInWords(tokenAt(tokens, at));
    // "six million and two thirds": the numerator is not the million's.
    if (at > next && tokenAt(tokens, next).lower === 'and' && fractionAt(tokens, at)) break;
    if (small !== undefined) {
      const isRead =
        group !== undefined && at === next && total === 0 && next === index + 1 && isHundreds(tokens, at, group, small);
      if (group !== undefined && !isRead && !canAdd(group, small)) break;
      group = (group ?? 0) * (isRead ? 100 : 1) + small;
    } else if (by !== undefined && group !== undefined && by < highest && group * by <= LARGEST) {
      scale = by;
      if (by <= 100) group *= by;
      else {
        total += group * by;
        group = undefined;
        highest = by;
      }
    } else if (by !== undefined && group === undefined && total > 0 && by > highest && total * by <= LARGEST) {
      // "five hundred thousand million" and the like: the last scale multiplies all.
      total *= by;
      highest = by;
      scale *= by;
    } else break;
    next = at + 1;
  }
  if (next === index) return undefined;
  return withPoint(tokens, reading(total + (group ?? 0), next, { scale }));
}

/** "Thousand liters", "hundred and seventy": one of the scale, where it begins and no number or article is before it. */
function bareScale(tokens: readonly Token[], index: number): number | undefined {
  const { lower, text } = tokenAt(tokens, index);
  if (lower !== 'hundred' && lower !== 'thousand' && lower !== 'million' && lower !== 'billion') return undefined;
  const before = tokenAt(tokens, index - 1);
  const isHeld =
    before.kind === 'number' || /^(?:a|an|per|the|few|several|many|-|half|quarter|couple)$/u.test(before.lower);
  return isHeld || text !== lower ? undefined : 1;
}

/** Where the number's next word is: behind a hyphen or an "and" within the number, else right here. */
function joinedWord(tokens: readonly Token[], index: number): number {
  const token = tokenAt(tokens, index);
  if (/^[-–—‐‑]$/u.test(token.text) && (token.glued || TENS.has(tokenAt(tokens, index - 1).lower))) return index + 1;
  if (token.lower !== 'and') return index;
  return SCALES.has(tokenAt(tokens, index - 1).lower) ? index + 1 : index;
}

/** Whether a word of this value can follow within a group: "twenty" then "five", "two hundred" then "forty". */
function canAdd(group: number, small: number): boolean {
  if (small === 0) return false;
  return small < 10 ? group % 10 === 0 && (group % 100 >= 20 || group % 100 === 0) : group % 100 === 0;
}

/** "Two fifty" is two hundred and fifty, as people say it; "two fifty-year-old trees" are two. */
function isHundreds(tokens: readonly Token[], index: number, group: number, small: number): boolean {
  return group > 0 && group < 10 && small > 19 && !tokenAt(tokens, index + 1).glued;
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
  return scaledAt(tokens, { ...number, value: Number(value.toPrecision(12)), next }, false);
}

/** An ordinal as it was read. */
export interface OrdinalReading {
  readonly value: number;
  readonly next: number;
}

const ORDINAL_ENDINGS = new Set(['st', 'nd', 'rd', 'th']);

/** Reads the ordinal that begins at a token: "43rd", "first", "twenty-first", "hundred and fifth". */
export function ordinalAt(tokens: readonly Token[], index: number): OrdinalReading | undefined {
  const token = tokenAt(tokens, index);
  if (token.kind === 'number') {
    const ending = tokenAt(tokens, index + 1);
    const isOrdinal = ending.glued && ORDINAL_ENDINGS.has(ending.lower) && /^[\d,]{1,15}$/u.test(token.text);
    return isOrdinal ? { value: Number(token.text.replaceAll(',', '')), next: index + 2 } : undefined;
  }
  const alone = ORDINALS.get(token.lower);
  if (alone !== undefined) return { value: alone, next: index + 1 };
  if (token.kind !== 'word' || !(SMALL.has(token.lower) || TENS.has(token.lower) || SCALES.has(token.lower)))
    return undefined;
  const before = wordsAt(tokens, index);
  if (!before) return undefined;
  const at = joinedWord(tokens, before.next);
  const last = ORDINALS.get(tokenAt(tokens, at).lower);
  if (last === undefined || (last < 10 && before.value % 100 < 20 && before.value % 100 > 0)) return undefined;
  return { value: last >= 100 ? before.value * last : before.value + last, next: at + 1 };
}
