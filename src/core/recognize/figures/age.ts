import { type Token, tokenAt } from '../words/tokens';
import type { Amount } from './amounts';

const OLDEST = 120;

/** A bare number or two as an age, where the words around say so: "aged 45", "aged 5 to 12", "Nathaniel Sher, 45, said". */
export function asAge(tokens: readonly Token[], amount: Amount): Amount {
  if (amount.label !== 'CARDINAL' || !amount.number.hasDigits) return amount;
  if (amount.high !== undefined) return asAges(tokens, amount, amount.high);
  return isAge(amount.low) && saysAge(tokens, amount) ? { ...amount, label: 'QUANTITY', unit: 'a' } : amount;
}

const isAge = (number: number) => number >= 1 && number <= OLDEST && Number.isInteger(number);

/** "Aged between 16 and 21", "ages 18 to 24", "aged 8-10 years". */
function asAges(tokens: readonly Token[], amount: Amount, high: number): Amount {
  if (!isAge(amount.low) || !isAge(high)) return amount;
  const at = /^(?:between|from)$/u.test(tokenAt(tokens, amount.at - 1).lower) ? amount.at - 2 : amount.at - 1;
  if (!/^(?:aged|ages)$/u.test(tokenAt(tokens, at).lower)) return amount;
  const next = tokenAt(tokens, amount.next).lower === 'years' ? amount.next + 1 : amount.next;
  return { ...amount, label: 'QUANTITY', unit: 'a', next };
}

function saysAge(tokens: readonly Token[], amount: Amount): boolean {
  const before = tokenAt(tokens, amount.at - 1);
  if (before.lower === 'aged' || before.lower === 'age') return true;
  if (before.text !== ',') return false;
  const name = lastName(tokens, amount.at - 2);
  if (name === undefined) return false;
  const behind = tokenAt(tokens, amount.next);
  if (behind.text === ',') return tokenAt(tokens, amount.next + 1).kind === 'word';
  // At the end of a sentence one word is too little of a name: "in Michigan, 34."
  const isEnd = /^[.;]$/u.test(behind.text) && !/^\d/u.test(tokenAt(tokens, amount.next + 1).text);
  return isEnd && amount.low >= YOUNGEST_ALONE && isName(tokenAt(tokens, name - 1)) && !tokenAt(tokens, name).glued;
}

/** Younger ones at the end of a sentence are as often something else: a list of goals, a day of the month. */
const YOUNGEST_ALONE = 16;

const isName = ({ text }: Token) => /^\p{Lu}\p{Ll}/u.test(text);

/** Where the word of a name begins that ends at a token: "Sher", "Ka-man". */
function lastName(tokens: readonly Token[], index: number): number | undefined {
  const dash = tokenAt(tokens, index - 1);
  const isJoined = tokenAt(tokens, index).glued && dash.glued && dash.text === '-';
  const at = isJoined ? index - 2 : index;
  return isName(tokenAt(tokens, at)) ? at : undefined;
}
