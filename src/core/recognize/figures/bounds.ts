import { comparatorBefore } from '../words/comparators';
import { type Token, tokenAt } from '../words/tokens';
import { type Amount, amountAt } from './amounts';
import type { FigurePhrase } from './phrases';

/** "Greater than 100 and smaller than 300": two bounds of one thing are a range. */
export function between(
  tokens: readonly Token[],
  low: Amount,
  phrase: FigurePhrase,
): { amount: Amount; phrase: FigurePhrase } | undefined {
  if (!phrase.sign.startsWith('>') || low.number.isVague || low.high !== undefined) return undefined;
  if (!/^(?:and|but|,)$/u.test(tokenAt(tokens, low.next).lower)) return undefined;
  const start = comparatorEnd(tokens, low.next + 1);
  const high = start === undefined ? undefined : amountAt(tokens, start);
  const sign = high && comparatorBefore(tokens, high.at)?.sign;
  if (!high || !sign?.startsWith('<') || high.high !== undefined || high.low <= low.low) return undefined;
  const unit = low.unit || high.unit;
  if ((low.unit || unit) !== unit || (high.unit || unit) !== unit) return undefined;
  const label = low.unit ? low.label : high.label;
  const amount = { ...high, label, unit, low: low.low, high: high.low, at: low.at };
  return { amount, phrase: { ...phrase, sign: '', to: high.next } };
}

/** Where the number behind a comparator's words begins. */
function comparatorEnd(tokens: readonly Token[], index: number): number | undefined {
  if (!/^(?:less|fewer|lower|smaller|under|below|at|no|not|up|<)$/u.test(tokenAt(tokens, index).lower))
    return undefined;
  for (let at = index + 1; at < index + 6; at++) {
    const { kind, lower } = tokenAt(tokens, at);
    if (kind === 'number' || (kind === 'word' && !/^(?:than|or|equal|to|most|more|a|an)$/u.test(lower))) return at;
    if (/^an?$/u.test(lower) || (kind === 'sign' && /^[$€£¥]$/u.test(lower))) return at;
  }
  return undefined;
}
