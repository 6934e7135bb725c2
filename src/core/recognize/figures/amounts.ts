import { type NumberReading, numberAt } from '../words/numbers';
import { type Token, tokenAt } from '../words/tokens';
import { currencyBefore, currencyBehind } from './currencies';
import { smallerUnits } from './lengths';
import { rangeFrom } from './ranges';
import { ageBehind, unitBehind } from './units';
import { weighs } from './weights';

export type AmountLabel = 'MONEY' | 'PERCENT' | 'QUANTITY' | 'CARDINAL';

/** A number with its unit, or a range of two, as read; indexes are of tokens. */
export interface Amount {
  readonly label: AmountLabel;
  readonly low: number;
  /** The upper end of a range. */
  readonly high?: number;
  /** ISO 4217, UCUM or "%"; empty for a bare count. */
  readonly unit: string;
  readonly number: NumberReading;
  readonly at: number;
  readonly next: number;
}

/** Reads the amount, or the range of amounts, that begins at a token. */
export function amountAt(tokens: readonly Token[], index: number): Amount | undefined {
  const first = singleAt(tokens, index);
  if (!first) return undefined;
  const whole = withCents(tokens, first) ?? smallerUnits(tokens, first, singleAt) ?? belowZero(tokens, first);
  return whole ?? rangeFrom(tokens, first, singleAt) ?? first;
}

const CENTS = new Set('cent cents pence penny pennies c sen sens kopeck kopecks'.split(' '));

/** "Thirteen dollars and forty-five cents", "20 dollars 43", "US$3 and fourteen": the smaller coin adds to the larger one. */
function withCents(tokens: readonly Token[], first: Amount): Amount | undefined {
  if (first.label !== 'MONEY' || first.number.scale > 1 || !Number.isInteger(first.low)) return undefined;
  const hasAnd = tokenAt(tokens, first.next).lower === 'and';
  const at = hasAnd ? first.next + 1 : first.next;
  const cents = tokenAt(tokens, at).kind === 'sign' ? undefined : numberAt(tokens, at);
  if (!cents || cents.value >= 100 || !Number.isInteger(cents.value) || cents.isFraction) return undefined;
  const isNamed = CENTS.has(tokenAt(tokens, cents.next).lower);
  const low = Number((first.low + cents.value / 100).toPrecision(12));
  if (isNamed) return { ...first, low, next: cents.next + 1 };
  return isEnd(tokens, cents.next) && (hasAnd || cents.value > 9) ? { ...first, low, next: cents.next } : undefined;
}

const isEnd = (tokens: readonly Token[], index: number) => /^(?:|[.!?;]|more)$/u.test(tokenAt(tokens, index).text);

/** "2 degrees below zero", "2 below zero" */
function belowZero(tokens: readonly Token[], first: Amount): Amount | undefined {
  const isTemperature = first.unit === '' || first.unit === 'deg' || first.unit === 'Cel' || first.unit === '[degF]';
  const isBelow =
    tokenAt(tokens, first.next).lower === 'below' && /^(?:zero|freezing)$/u.test(tokenAt(tokens, first.next + 1).lower);
  if (!isTemperature || !isBelow) return undefined;
  return { ...first, label: 'QUANTITY', low: -first.low, unit: first.unit || 'deg', next: first.next + 2 };
}

/** Reads one amount, no range. */
export type ReadAmount = (tokens: readonly Token[], index: number) => Amount | undefined;

const singleAt: ReadAmount = (tokens, index) => {
  const before = currencyBefore(tokens, index);
  const minus = isMinus(tokens, before?.next ?? index);
  const at = (before?.next ?? index) + (minus ? 1 : 0);
  const inMoney: CountReading | undefined = numberAt(tokens, at, true) ?? (before ? undefined : oneOf(tokens, at));
  if (!inMoney) return undefined;
  const behind = currencyBehind(tokens, inMoney.next);
  const sign = minus ? -1 : 1;
  if (before) {
    // "$10 dollars" says it twice; "$5 a" does not.
    const next = behind && behind.code === before.code ? behind.next : inMoney.next;
    return {
      label: 'MONEY',
      low: sign * inMoney.value * before.factor,
      unit: before.code,
      number: inMoney,
      at: index,
      next,
    };
  }
  if (behind && isMoneyName(tokens, inMoney, behind.next)) {
    // "75 USD million"
    const scale = inMoney.scale === 1 ? (LATE_SCALES.get(tokenAt(tokens, behind.next).lower) ?? 1) : 1;
    const low = sign * Number((inMoney.value * behind.factor * scale).toPrecision(15));
    return {
      label: 'MONEY',
      low,
      unit: behind.code,
      number: inMoney,
      at: index,
      next: scale > 1 ? behind.next + 1 : behind.next,
    };
  }
  const number = numberAt(tokens, at) ?? inMoney;
  const part = partOfPercent(tokens, number);
  if (part) return { ...part, low: sign * number.value, number, at: index };
  const found = measured(tokens, number);
  // "A" alone counts only with its unit.
  if (found.label === 'CARDINAL' && inMoney.isArticle === true) return undefined;
  return { ...found, low: sign * number.value, number, at: index };
};

/** Scales that stand behind a currency: "75 USD million". */
const LATE_SCALES: ReadonlyMap<string, number> = new Map([
  ['million', 1e6],
  ['billion', 1e9],
]);

/** Parts of a unit without a numerator. */
const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 1 / 2],
  ['third', 1 / 3],
  ['quarter', 1 / 4],
  ['fourth', 1 / 4],
]);

export const COINS: ReadonlySet<string> = new Set(['dollar', 'euro', 'ruble', 'rouble', 'rupee']);
export const MEASURES: ReadonlySet<string> = new Set(
  'kilogram kilogramme kilo gram liter litre kilometer kilometre meter metre centimeter millimeter mile gallon ton tonne hectare acre'.split(
    ' ',
  ),
);
const LOOSE_BEFORE = new Set([
  '',
  'about',
  'nearly',
  'almost',
  'over',
  'under',
  'than',
  'around',
  'within',
  'half',
  'roughly',
  'only',
  'just',
  'costs',
  'cost',
]);

interface CountReading extends NumberReading {
  readonly isArticle?: boolean;
}

/** "A dollar", "a kilogram", "half a liter", "quarter-litre", "fourth of liter": one of a unit, where nothing else can be meant. */
function oneOf(tokens: readonly Token[], index: number): CountReading | undefined {
  const token = tokenAt(tokens, index);
  const reading = (value: number, next: number) => ({
    value,
    next,
    scale: 1,
    isVague: false,
    hasDigits: false,
    isFraction: false,
    isArticle: true,
  });
  const part = PARTS.get(token.lower);
  if (part !== undefined) {
    let at = index + 1;
    if (/^(?:an?|of|-)$/u.test(tokenAt(tokens, at).lower)) at++;
    if (/^an?$/u.test(tokenAt(tokens, at).lower)) at++;
    return MEASURES.has(tokenAt(tokens, at).lower) ? reading(part, at) : undefined;
  }
  if (token.lower !== 'a' && token.lower !== 'an') return undefined;
  const unit = tokenAt(tokens, index + 1);
  const isLoose = LOOSE_BEFORE.has(tokenAt(tokens, index - 1).lower);
  return isLoose && (COINS.has(unit.lower) || MEASURES.has(unit.lower)) ? reading(1, index + 1) : undefined;
}

/** "5 won" is money, "the five won the cup" is not; "two pounds of meat" and "weighs 200 pounds" are weights. */
function isMoneyName(tokens: readonly Token[], number: NumberReading, next: number): boolean {
  const name = tokenAt(tokens, next - 1).lower;
  if (name === 'won') return number.hasDigits || number.scale > 1;
  if (name === 'mark' || name === 'marks' || name === 'som' || name === 'ether')
    return number.scale > 1 || (number.hasDigits && number.value > 99);
  return !/^pounds?$/u.test(name) || !weighs(tokens, number, next);
}

/** "Plus or minus 3 points" is how far off a figure may be, on either side. */
export function isPlusOrMinus(tokens: readonly Token[], minus: number): boolean {
  const [plus, or] = [tokenAt(tokens, minus - 2).lower, tokenAt(tokens, minus - 1).lower];
  return plus === 'plus' && (or === 'or' || or === '/');
}

/** "+/-3 points" */
export const isPlusSlashMinus = (tokens: readonly Token[], minus: number): boolean =>
  /^[-−–]$/u.test(tokenAt(tokens, minus).text) &&
  tokenAt(tokens, minus - 1).text === '/' &&
  tokenAt(tokens, minus - 2).text === '+';

function isMinus(tokens: readonly Token[], index: number): boolean {
  const token = tokenAt(tokens, index);
  if (token.lower === 'minus' && isPlusOrMinus(tokens, index)) return false;
  if (token.lower === 'minus' || token.lower === 'negative') return numberAt(tokens, index + 1) !== undefined;
  const isCompared = /^[<>=~(]$/u.test(tokenAt(tokens, index - 1).text);
  if (isPlusSlashMinus(tokens, index)) return false;
  if (!/^[-−–]$/u.test(token.text) || (token.glued && !isCompared)) return false;
  const isFirst = index === 0 || tokenAt(tokens, index - 1).lower === 'convert';
  const isBehindNumber = tokenAt(tokens, index - 1).kind === 'number';
  return (
    tokenAt(tokens, index + 1).kind === 'number' && !isBehindNumber && (tokenAt(tokens, index + 1).glued || isFirst)
  );
}

function measured(tokens: readonly Token[], number: NumberReading): Pick<Amount, 'label' | 'unit' | 'next'> {
  const percent = percentBehind(tokens, number.next);
  if (percent) return { label: 'PERCENT', ...percent };
  const age = ageBehind(tokens, number.next);
  if (age) return { label: 'QUANTITY', unit: age.code, next: age.next };
  const unit = unitBehind(tokens, number.next, number.hasDigits || fractionUnit(number));
  if (unit) return { label: 'QUANTITY', unit: unit.code, next: unit.next };
  const joint = tokenAt(tokens, number.next).text === '-' ? number.next + 1 : number.next;
  const isPound = /^(?:pounds?|lbs?)$/u.test(tokenAt(tokens, joint).lower);
  return isPound
    ? { label: 'QUANTITY', unit: '[lb_av]', next: joint + 1 }
    : { label: 'CARDINAL', unit: '', next: number.next };
}

/** "Half of 1 percent", "a quarter of a percentage point", "half a percent". */
function partOfPercent(
  tokens: readonly Token[],
  number: NumberReading,
): Pick<Amount, 'label' | 'unit' | 'next'> | undefined {
  if (!number.isFraction) return undefined;
  const at = tokenAt(tokens, number.next).lower === 'of' ? number.next + 1 : number.next;
  if (!/^(?:1|one|an?)$/u.test(tokenAt(tokens, at).lower)) return undefined;
  const percent = percentBehind(tokens, at + 1);
  return percent && { label: 'PERCENT', ...percent };
}

const fractionUnit = (number: NumberReading) => number.isFraction && number.hasDigits;

function percentBehind(tokens: readonly Token[], index: number): { unit: string; next: number } | undefined {
  const isHyphen = tokenAt(tokens, index).text === '-' && tokenAt(tokens, index).glued;
  const at = isHyphen ? index + 1 : index;
  const { lower } = tokenAt(tokens, at);
  if (lower !== '%' && !lower.startsWith('p') && lower !== '％') return undefined;
  const joint = tokenAt(tokens, at + 1).text === '-' ? at + 2 : at + 1;
  const following = tokenAt(tokens, joint).lower;
  if (lower === 'per' && following === 'cent') return { unit: '%', next: at + 2 };
  if ((lower === 'percentage' || lower === '%' || lower === 'percent') && /^points?$/u.test(following))
    return { unit: '%{pt}', next: joint + 1 };
  if (lower === 'percentage') return tokenAt(tokens, at + 1).kind === 'word' ? undefined : { unit: '%', next: at + 1 };
  return /^(?:%|％|percents?|pct)$/u.test(lower) ? { unit: '%', next: at + 1 } : undefined;
}
