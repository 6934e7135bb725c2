import type { Span } from '../../text/span';
import { figureValue } from '../../values/figureValue';
import type { Recognizer } from '../recognizer';
import type { Suggestion } from '../suggestion';
import { comparatorBefore, comparatorBehind } from '../words/comparators';
import { type Token, tokenAt, tokenize } from '../words/tokens';
import { addresses } from './addresses';
import { asAge } from './age';
import { type Amount, type AmountLabel, amountAt } from './amounts';
import { countedThing } from './countedThing';
import { countingOrdinalAt } from './ordinals';
import { isPronoun, isYear, standsAlone } from './standing';

const ID = 'figures';

const CONFIDENCE: Readonly<Record<AmountLabel, number>> = { MONEY: 0.95, PERCENT: 0.95, QUANTITY: 0.9, CARDINAL: 0.8 };

/**
 * Amounts of money, percentages, quantities, counts and ordinals, by rules. The span is the number with its unit
 * ("$300 million"), `full` adds the words that compare it ("more than $300 million"), `value` is its normal form.
 */
export const figures: Recognizer = Object.freeze({
  id: ID,
  labels: Object.freeze(['MONEY', 'PERCENT', 'QUANTITY', 'CARDINAL', 'ORDINAL']),
  run: figuresIn,
});

function figuresIn(passage: string): Suggestion[] {
  const masked = addresses(passage);
  const tokens = tokenize(passage);
  const found: Suggestion[] = [];
  let mask = 0;
  for (let index = 0; index < tokens.length; ) {
    const { start } = tokenAt(tokens, index);
    while (mask < masked.length && (masked[mask]?.end ?? 0) <= start) mask++;
    const isMasked = (masked[mask]?.start ?? Number.POSITIVE_INFINITY) <= start;
    const read = isMasked ? undefined : figureAt(tokens, index);
    if (read?.suggestion) found.push(read.suggestion);
    index = read?.next ?? index + 1;
  }
  return found;
}

/** The figure at a token, and where to read on; where there is a number that is no figure, only where to read on. */
function figureAt(tokens: readonly Token[], index: number): { suggestion?: Suggestion; next: number } | undefined {
  const ordinal = countingOrdinalAt(tokens, index);
  if (ordinal) return { suggestion: ordinalSuggestion(tokens, index, ordinal.next, ordinal.value), next: ordinal.next };
  const read = amountAt(tokens, index);
  if (!read) return undefined;
  const amount = asAge(tokens, read);
  const isFigure = standsAlone(tokens, amount) && !isYear(tokens, amount) && !isPronoun(tokens, amount);
  return isFigure && !isScore(tokens, amount)
    ? { suggestion: amountSuggestion(tokens, amount), next: amount.next }
    : { next: Math.max(amount.number.next, index + 1) };
}

function ordinalSuggestion(tokens: readonly Token[], index: number, next: number, value: number): Suggestion {
  const span = spanOf(tokens, index, next);
  return { ...span, label: 'ORDINAL', recognizer: ID, confidence: 0.9, value: figureValue('', value, undefined, '#') };
}

/** "2-3" alone is more likely a score than a range. */
function isScore(tokens: readonly Token[], amount: Amount): boolean {
  if (amount.high === undefined || amount.label !== 'CARDINAL' || amount.number.scale > 1) return false;
  const isHyphened = tokens.slice(amount.at, amount.next).some((token) => /^[-–—]$/.test(token.text));
  return isHyphened && !countedThing(tokens, amount.next);
}

function amountSuggestion(tokens: readonly Token[], amount: Amount): Suggestion {
  const span = spanOf(tokens, amount.at, amount.next);
  const wide = surroundings(tokens, amount);
  const thing = amount.label === 'CARDINAL' ? countedThing(tokens, amount.next) : undefined;
  const unit = thing ? `{${thing}}` : amount.unit;
  const full = spanOf(tokens, wide.from, wide.to);
  const isWider = full.start < span.start || full.end > span.end;
  return {
    ...span,
    label: amount.label,
    recognizer: ID,
    confidence: CONFIDENCE[amount.label],
    value: figureValue(wide.sign, amount.low, amount.high, unit),
    ...(wide.modifier ? { modifier: wide.modifier } : {}),
    ...(isWider ? { full } : {}),
  };
}

interface Surroundings {
  readonly sign: string;
  readonly modifier: string | undefined;
  readonly from: number;
  readonly to: number;
}

/** The words around an amount that compare or color it: "more than", "a record", "between", "or so". */
function surroundings(tokens: readonly Token[], amount: Amount): Surroundings {
  const before = comparatorBefore(tokens, amount.at);
  const behind = before ? undefined : comparatorBehind(tokens, amount.next);
  let from = before?.at ?? amount.at;
  if (amount.high !== undefined && /^(?:between|from)$/.test(tokenAt(tokens, from - 1).lower)) from--;
  const modifier = modifierBefore(tokens, from);
  if (modifier === 'record') from -= tokenAt(tokens, from - 2).lower === 'a' ? 2 : 1;
  const vague = amount.number.isVague ? '>=' : '';
  return { sign: before?.sign ?? behind?.sign ?? vague, modifier, from, to: behind?.at ?? amount.next };
}

function modifierBefore(tokens: readonly Token[], index: number): string | undefined {
  const before = tokenAt(tokens, index - 1).lower;
  const word = before === 'by' ? tokenAt(tokens, index - 2).lower : before;
  return /^(?:record|up|down)$/.test(word) ? word : undefined;
}

function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  return { start: tokenAt(tokens, from).start, end: tokenAt(tokens, to - 1).end };
}
