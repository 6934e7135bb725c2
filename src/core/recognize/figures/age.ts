import { type Token, tokenAt } from '../words/tokens';
import type { Amount } from './amounts';

const OLDEST = 120;

/** A bare number as an age, where the words around say so: "aged 45", "Nathaniel Sher, 45, said". */
export function asAge(tokens: readonly Token[], amount: Amount): Amount {
  if (amount.label !== 'CARDINAL' || amount.high !== undefined || !amount.number.hasDigits) return amount;
  const isAge = amount.low >= 1 && amount.low <= OLDEST && Number.isInteger(amount.low);
  return isAge && saysAge(tokens, amount) ? { ...amount, label: 'QUANTITY', unit: 'a' } : amount;
}

function saysAge(tokens: readonly Token[], amount: Amount): boolean {
  const before = tokenAt(tokens, amount.at - 1);
  if (before.lower === 'aged' || before.lower === 'age') return true;
  const name = tokenAt(tokens, amount.at - 2);
  const isApposition = before.text === ',' && tokenAt(tokens, amount.next).text === ',';
  return isApposition && /^\p{Lu}\p{Ll}/u.test(name.text) && tokenAt(tokens, amount.next + 1).kind === 'word';
}
