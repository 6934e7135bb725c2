import type { Span } from '../../text/span';
import { figureValue } from '../../values/figureValue';
import type { Recognizer } from '../recognizer';
import type { Suggestion } from '../suggestion';
import { addressesIn } from '../words/addresses';
import { type Token, tokenAt, tokenize } from '../words/tokens';
import { asAge } from './age';
import { type Amount, type AmountLabel, amountAt } from './amounts';
import { asAngle } from './angle';
import { between } from './bounds';
import { type CountedThing, countedThing } from './countedThing';
import { countingOrdinalAt } from './ordinals';
import { type FigurePhrase, phraseOf } from './phrases';
import { scoreAt } from './scores';
import { isPronoun, isYear, standsAlone } from './standing';
import { mayBegin, onlyOrdinal } from './triggers';

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

/** A figure, or a number that is none; and where to read on. */
interface Found {
  readonly suggestion?: Suggestion;
  readonly next: number;
}

function figuresIn(passage: string): Suggestion[] {
  const isAddress = addressesIn(passage);
  const tokens = tokenize(passage);
  const found: Suggestion[] = [];
  for (let index = 0; index < tokens.length; ) {
    const token = tokenAt(tokens, index);
    const read = mayBegin(tokens, index) && !isAddress(token.start) ? figureAt(passage, tokens, index) : undefined;
    if (read?.suggestion) found.push(read.suggestion);
    index = read?.next ?? index + 1;
  }
  return found;
}

function figureAt(passage: string, tokens: readonly Token[], index: number): Found | undefined {
  const ordinal = countingOrdinalAt(tokens, index);
  if (ordinal) return { suggestion: plainSuggestion(tokens, index, 'ORDINAL', ordinal), next: ordinal.next };
  if (onlyOrdinal(tokenAt(tokens, index))) return undefined;
  const score = scoreAt(tokens, index);
  if (score) return { suggestion: plainSuggestion(tokens, index, 'CARDINAL', score), next: score.next };
  const read = amountAt(tokens, index);
  if (!read) return undefined;
  const amount = asAngle(tokens, asAge(tokens, read));
  if (!isFigure(tokens, amount)) return { next: Math.max(amount.number.next, index + 1) };
  const phrase = phraseOf(tokens, amount);
  const bounded = between(tokens, amount, phrase);
  const [whole, around] = bounded ? [bounded.amount, bounded.phrase] : [amount, phrase];
  return { suggestion: amountSuggestion(passage, tokens, whole, around), next: whole.next };
}

function isFigure(tokens: readonly Token[], amount: Amount): boolean {
  return (
    standsAlone(tokens, amount) && !isYear(tokens, amount) && !isPronoun(tokens, amount) && !isDashed(tokens, amount)
  );
}

interface Plain {
  readonly value: string;
  readonly next: number;
  readonly modifier?: string;
}

function plainSuggestion(
  tokens: readonly Token[],
  index: number,
  label: string,
  { value, next, modifier }: Plain,
): Suggestion {
  const span = spanOf(tokens, index, next);
  return { ...span, label, recognizer: ID, confidence: 0.9, value, ...(modifier !== undefined && { modifier }) };
}

/** "2-3" alone is more likely a score, a model or an address than a range. */
function isDashed(tokens: readonly Token[], amount: Amount): boolean {
  if (amount.high === undefined || amount.label !== 'CARDINAL' || amount.number.scale > 1) return false;
  const isHyphened = tokens.slice(amount.at, amount.next).some((token) => /^[-–—]$/u.test(token.text));
  return isHyphened && !countedThing(tokens, amount.next);
}

function amountSuggestion(passage: string, tokens: readonly Token[], amount: Amount, phrase: FigurePhrase): Suggestion {
  const span = spanOf(tokens, amount.at, amount.next);
  const counted = amount.label === 'CARDINAL' ? countedThing(tokens, amount.next) : undefined;
  const full = spanOf(tokens, phrase.from, phrase.to);
  const isWider = full.start < span.start || full.end > span.end;
  return {
    ...span,
    label: amount.label,
    recognizer: ID,
    confidence: CONFIDENCE[amount.label],
    value: figureValue(
      phrase.sign,
      amount.low,
      amount.high,
      counted && !isShare(amount) ? `{${counted.thing}}` : amount.unit,
    ),
    ...(phrase.modifier !== undefined && { modifier: phrase.modifier }),
    ...(isWider && { full }),
    ...(counted && { counted: wordsOf(passage, tokens, counted) }),
  };
}

/** "1 in 4 residents" is a quarter of them, and not a quarter resident. */
const isShare = ({ number, low }: Amount) => number.isFraction && Math.abs(low) < 1;

function wordsOf(passage: string, tokens: readonly Token[], { from, to }: CountedThing): string {
  const { start, end } = spanOf(tokens, from, to);
  return passage.slice(start, end);
}

function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  return { start: tokenAt(tokens, from).start, end: tokenAt(tokens, to - 1).end };
}
