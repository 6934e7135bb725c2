import { type OrdinalReading, ordinalAt } from '../words/numbers';
import { type Token, tokenAt } from '../words/tokens';

/** An ordinal with its normal form: `43 #`, and `end-1 #rel` of one that is counted from the end. */
export interface CountingOrdinal {
  readonly value: string;
  readonly next: number;
}

/** Phrases that count from the end, or from where one is, and what they count: "next to last" is the one before the end. */
const RELATIVE: readonly (readonly [words: readonly string[], value: string])[] = (
  [
    ['the one before the last one', 'end-1 #rel'],
    ['next to last', 'end-1 #rel'],
    ['next - to - last', 'end-1 #rel'],
    ['second to last', 'end-1 #rel'],
    ['second - to - last', 'end-1 #rel'],
    ['last but one', 'end-1 #rel'],
    ['penultimate', 'end-1 #rel'],
    ['third to last', 'end-2 #rel'],
    ['last but two', 'end-2 #rel'],
    ['previous one', 'current-1 #rel'],
    ['next one', 'current+1 #rel'],
  ] as const
).map(([words, value]) => [words.split(' '), value]);

/** Reads an ordinal that counts: not "30 seconds", "a second", "at first", nor the "third" of "two thirds". */
export function countingOrdinalAt(tokens: readonly Token[], index: number): CountingOrdinal | undefined {
  const relative = relativeAt(tokens, index);
  if (relative) return relative;
  const found = ordinalAt(tokens, index);
  return found && counts(tokens, index, found) ? { value: `${found.value} #`, next: found.next } : undefined;
}

function relativeAt(tokens: readonly Token[], index: number): CountingOrdinal | undefined {
  const first = tokenAt(tokens, index).lower;
  if (!/^(?:the|next|second|last|penultimate|third|previous)$/u.test(first)) return undefined;
  const found = RELATIVE.find(([words]) => words.every((word, step) => tokenAt(tokens, index + step).lower === word));
  return found && { value: found[1], next: index + found[0].length };
}

function counts(tokens: readonly Token[], index: number, found: OrdinalReading): boolean {
  const before = tokenAt(tokens, index - 1);
  const behind = tokenAt(tokens, found.next);
  if (tokenAt(tokens, index).glued && (before.kind !== 'sign' || /^[/.@#_]$/u.test(before.text))) return false;
  const { lower } = tokenAt(tokens, index);
  if (lower === 'first' && (before.lower === 'at' || behind.lower === 'of')) return false;
  if (lower === 'second' && /^(?:a|per|each|every|split)$/u.test(before.lower) && !isNoun(behind)) return false;
  return !((before.lower === 'a' || before.lower === 'an') && (behind.lower === 'of' || behind.text === ''));
}

const NO_NOUN = new Set('of and or to for in at on the later after before is was with as that'.split(' '));

const isNoun = (token: Token) => token.kind === 'word' && !NO_NOUN.has(token.lower);
