import { type Token, tokenAt } from '../words/tokens';
import type { Amount, ReadAmount } from './amounts';

/** The range that begins with an amount: "$5-7 billion", "10 to 20 percent", "between 20 and 30", "2 - ~7 grams". */
export function rangeFrom(tokens: readonly Token[], first: Amount, read: ReadAmount): Amount | undefined {
  const joint = tokenAt(tokens, first.next);
  if (!isJoint(tokens, first, joint)) return undefined;
  const second = read(tokens, hedgedStart(tokens, first.next + 1));
  if (!second || second.number.isVague || first.number.isVague) return undefined;
  if (isYearBeforeMoney(tokens, first, second)) return undefined;
  const unit = first.unit || second.unit;
  if (second.unit && second.unit !== unit) return undefined;
  // "5 to 7 million": the scale of the second counts for both.
  const shared = first.number.scale === 1 ? first.low * second.number.scale : first.low;
  const low = shared < second.low ? shared : first.low;
  if (low >= second.low) return undefined;
  const label = first.unit ? first.label : second.label;
  return { label, unit, low, high: second.low, number: second.number, at: first.at, next: second.next };
}

/** "Since 2012 to nearly $500 million": a year, and an amount with a sign of its own. */
function isYearBeforeMoney(tokens: readonly Token[], first: Amount, second: Amount): boolean {
  const isYear = first.unit === '' && /^(?:1[5-9]|20)\d\d$/u.test(tokenAt(tokens, first.at).text);
  return isYear && second.label === 'MONEY' && tokenAt(tokens, second.at).kind !== 'number';
}

/** "… and about 7.0 g" */
function hedgedStart(tokens: readonly Token[], index: number): number {
  return /^(?:~|about|around|roughly|maybe|perhaps|nearly)$/u.test(tokenAt(tokens, index).lower) ? index + 1 : index;
}

/** Verbs of change, behind which "from 20% to 30%" are two amounts and no range. */
const CHANGE =
  /^(?:rose|rise|rises|fell|fall|falls|grew|grow|grows|up|down|shrank|went|go|goes|rising|falling|growing|gain|gained|.+ed|.+ing)$/u;

function isJoint(tokens: readonly Token[], first: Amount, joint: Token): boolean {
  const before = tokenAt(tokens, first.at - 1).lower;
  if (joint.lower === 'and') return before === 'between';
  if (joint.lower === 'to' || joint.lower === 'through') {
    if (before === 'aged') return true;
    if (before !== 'from') return !CHANGE.test(before) || before === 'between';
    return !first.unit || (first.label === 'QUANTITY' && !changes(tokens, first.at - 2));
  }
  if (joint.text === '~') return true;
  if (!/^[-–—‐‑‒−]$/u.test(joint.text)) return false;
  const after = tokenAt(tokens, first.next + 1);
  // "2 -7 g": spaced on one side only, as in a list that lost its spaces.
  return (
    after.glued === joint.glued ||
    (after.glued && tokenAt(tokens, first.next - 1).kind === 'number') ||
    after.text === '~'
  );
}

/** Whether a verb of change stands before "from", with an adverb or an object between or not. */
function changes(tokens: readonly Token[], index: number): boolean {
  for (let at = index; at > Math.max(-1, index - 4); at--) if (CHANGE.test(tokenAt(tokens, at).lower)) return true;
  return false;
}
