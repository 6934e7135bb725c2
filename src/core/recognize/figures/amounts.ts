import { type NumberReading, numberAt } from '../words/numbers';
import { type Token, tokenAt } from '../words/tokens';
import { currencyBefore, currencyBehind } from './currencies';
import { ageBehind, unitBehind } from './units';

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
  return first && (rangeFrom(tokens, first) ?? withSmaller(tokens, first) ?? first);
}

/** "Thirteen dollars and forty-five cents", "5 feet 2 inches": the smaller unit adds to the larger one. */
function withSmaller(tokens: readonly Token[], first: Amount): Amount | undefined {
  const isMoney = first.label === 'MONEY';
  if (!isMoney && first.unit !== '[ft_i]') return undefined;
  const joint = tokenAt(tokens, first.next).lower === 'and' ? first.next + 1 : first.next;
  const second = tokenAt(tokens, joint).kind === 'sign' ? undefined : singleAt(tokens, joint);
  if (!second) return undefined;
  const isCents = isMoney && /^(?:cents?|pence)$/.test(tokenAt(tokens, second.next - 1).lower);
  if (isCents) return { ...first, low: first.low + second.low, next: second.next };
  return second.unit === '[in_i]' ? { ...first, low: first.low + second.low / 12, next: second.next } : undefined;
}

function singleAt(tokens: readonly Token[], index: number): Amount | undefined {
  const before = currencyBefore(tokens, index);
  const minus = isMinus(tokens, before?.next ?? index);
  const at = (before?.next ?? index) + (minus ? 1 : 0);
  const inMoney = numberAt(tokens, at, true);
  if (!inMoney) return undefined;
  const behind = currencyBehind(tokens, inMoney.next);
  const sign = minus ? -1 : 1;
  if (before) {
    // "$10 dollars" says it twice; "$5 a" does not.
    const next = behind && behind.code === before.code ? behind.next : inMoney.next;
    return { label: 'MONEY', low: sign * inMoney.value, unit: before.code, number: inMoney, at: index, next };
  }
  if (behind && isMoneyName(tokens, inMoney, behind.next)) {
    const low = sign * inMoney.value * behind.factor;
    return { label: 'MONEY', low, unit: behind.code, number: inMoney, at: index, next: behind.next };
  }
  const number = numberAt(tokens, at) ?? inMoney;
  return { ...measured(tokens, number), low: sign * number.value, number, at: index };
}

/** "5 won" is money, "the five won the cup" is not; a second amount's sign is not this one's unit. */
function isMoneyName(tokens: readonly Token[], number: NumberReading, next: number): boolean {
  const name = tokenAt(tokens, next - 1);
  return name.lower !== 'won' || number.hasDigits || number.scale > 1;
}

function isMinus(tokens: readonly Token[], index: number): boolean {
  const token = tokenAt(tokens, index);
  if (token.lower === 'minus') return tokenAt(tokens, index + 1).kind === 'number';
  return (token.text === '-' || token.text === '−') && !token.glued && tokenAt(tokens, index + 1).glued;
}

function measured(tokens: readonly Token[], number: NumberReading): Pick<Amount, 'label' | 'unit' | 'next'> {
  const percent = percentBehind(tokens, number.next);
  if (percent) return { label: 'PERCENT', ...percent };
  const age = ageBehind(tokens, number.next);
  if (age) return { label: 'QUANTITY', unit: age.code, next: age.next };
  const unit = number.isFraction ? undefined : unitBehind(tokens, number.next, number.hasDigits);
  if (unit) return { label: 'QUANTITY', unit: unit.code, next: unit.next };
  return { label: 'CARDINAL', unit: '', next: number.next };
}

function percentBehind(tokens: readonly Token[], index: number): { unit: string; next: number } | undefined {
  const isHyphen = tokenAt(tokens, index).text === '-' && tokenAt(tokens, index).glued;
  const at = isHyphen ? index + 1 : index;
  const { lower } = tokenAt(tokens, at);
  const following = tokenAt(tokens, at + 1).lower;
  if (lower === 'per' && following === 'cent') return { unit: '%', next: at + 2 };
  if ((lower === 'percentage' || lower === '%') && /^points?$/.test(following)) return { unit: '%{pt}', next: at + 2 };
  return /^(?:%|percents?|pct)$/.test(lower) ? { unit: '%', next: at + 1 } : undefined;
}

/** The range that begins with an amount: "$5-7 billion", "10 to 20 percent", "between 20 and 30". */
function rangeFrom(tokens: readonly Token[], first: Amount): Amount | undefined {
  const joint = tokenAt(tokens, first.next);
  if (!isJoint(tokens, first, joint)) return undefined;
  const second = singleAt(tokens, first.next + 1);
  if (!second || second.number.isVague || first.number.isVague) return undefined;
  const unit = first.unit || second.unit;
  if (second.unit && second.unit !== unit) return undefined;
  // "5 to 7 million": the scale of the second counts for both.
  const shared = first.number.scale === 1 ? first.low * second.number.scale : first.low;
  const low = shared < second.low ? shared : first.low;
  if (low >= second.low) return undefined;
  const label = first.unit ? first.label : second.label;
  return { label, unit, low, high: second.low, number: second.number, at: first.at, next: second.next };
}

/** Whether two amounts can be the ends of one range. "From 20% to 30%" is a change between two amounts, not a range. */
function isJoint(tokens: readonly Token[], first: Amount, joint: Token): boolean {
  const before = tokenAt(tokens, first.at - 1).lower;
  if (joint.lower === 'and') return before === 'between';
  if (joint.lower === 'to') return before !== 'from' || !first.unit;
  return /^[-–—]$/.test(joint.text) && tokenAt(tokens, first.next + 1).glued === joint.glued;
}
