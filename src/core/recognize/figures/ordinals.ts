import { type OrdinalReading, ordinalAt } from '../words/numbers';
import { type Token, tokenAt } from '../words/tokens';

/** Reads an ordinal that counts: not "30 seconds", "a second", "at first", nor the "third" of "two thirds". */
export function countingOrdinalAt(tokens: readonly Token[], index: number): OrdinalReading | undefined {
  const found = ordinalAt(tokens, index);
  if (!found) return undefined;
  const before = tokenAt(tokens, index - 1);
  const behind = tokenAt(tokens, found.next);
  if (tokenAt(tokens, index).glued && (before.kind !== 'sign' || /^[/.@#_]$/.test(before.text))) return undefined;
  const { lower } = tokenAt(tokens, index);
  if (lower === 'first' && (before.lower === 'at' || behind.lower === 'of')) return undefined;
  if (lower === 'second' && /^(?:a|per|each|every|split)$/.test(before.lower) && !isNoun(behind)) return undefined;
  if (before.lower === 'a' && behind.lower === 'of') return undefined;
  return found;
}

function isNoun(token: Token): boolean {
  return (
    token.kind === 'word' &&
    !/^(?:of|and|or|to|for|in|at|on|the|later|after|before|is|was|with|as|that)$/.test(token.lower)
  );
}
