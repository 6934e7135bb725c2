import { isTimeWord } from '../words/fractions';
import { type OrdinalReading, ordinalAt } from '../words/numbers';
import { type Token, tokenAt } from '../words/tokens';

/** An ordinal with its normal form: `43 #`, and `end-1 #rel` of one that is counted from the end. */
export interface CountingOrdinal {
  readonly value: string;
  readonly next: number;
}

/** Phrases that count from the end, or from where one is, and what they count: "next to last" is the one before the end. */
const RELATIVE: ReadonlyMap<string, string> = new Map([
  ['the one before the last one', 'end-1 #rel'],
  ['next to last', 'end-1 #rel'],
  ['next - to - last', 'end-1 #rel'],
  ['penultimate', 'end-1 #rel'],
  ['antepenultimate', 'end-2 #rel'],
  ['previous one', 'current-1 #rel'],
  ['next one', 'current+1 #rel'],
  ...numbered('one two three four five', 'last but *'),
  ...numbered('second third fourth fifth sixth', '* to last, * - to - last, * from last, * last, * - last'),
]);

/** Phrases for each of some words, the first of which is the one before the end. */
function numbered(words: string, patterns: string): [phrase: string, value: string][] {
  return words
    .split(' ')
    .flatMap((word, index) =>
      patterns.split(', ').map((pattern): [string, string] => [pattern.replace('*', word), `end-${index + 1} #rel`]),
    );
}

const FIRST_WORDS: ReadonlySet<string> = new Set([...RELATIVE.keys()].map((phrase) => phrase.split(' ')[0] ?? ''));
const LONGEST = 6;

/** Reads an ordinal that counts: not "30 seconds", "a second", "at first", nor the "third" of "two thirds". */
export function countingOrdinalAt(tokens: readonly Token[], index: number): CountingOrdinal | undefined {
  const relative = relativeAt(tokens, index);
  if (relative) return relative;
  const found = ordinalAt(tokens, index);
  return found && counts(tokens, index, found) ? { value: `${found.value} #`, next: found.next } : undefined;
}

function relativeAt(tokens: readonly Token[], index: number): CountingOrdinal | undefined {
  const { lower: first } = tokenAt(tokens, index);
  // "The" begins one phrase only, and stands before every tenth word.
  if (!FIRST_WORDS.has(first) || (first === 'the' && tokenAt(tokens, index + 1).lower !== 'one')) return undefined;
  for (let next = Math.min(index + LONGEST, tokens.length); next > index; next--) {
    const words = tokens.slice(index, next).map(({ lower }) => lower);
    const value = RELATIVE.get(words.join(' '));
    if (value === undefined) continue;
    // "It was the second last year" tells when it was.
    const isDated = words.length === 2 && words[1] === 'last' && isTimeWord(tokenAt(tokens, next).lower);
    return isDated ? undefined : { value, next };
  }
  return undefined;
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
