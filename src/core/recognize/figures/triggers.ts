import { fractionSign } from '../words/fractions';
import { DENOMINATORS, ORDINALS, SCALES, SMALL, TENS, VAGUE } from '../words/numberWords';
import { type Token, tokenAt } from '../words/tokens';
import { COINS, MEASURES } from './amounts';
import { DOLLARS, isCurrencyCode, LOCAL_WORDS } from './currencies';

/**
 * What only ordinals begin with that are counted from the end, or from where one is, and what goes on with them; undefined
 * where that is all.
 */
const RELATIVE: ReadonlyMap<string, readonly string[] | undefined> = new Map([
  ['the', ['one']],
  ['next', ['to', '-', 'one']],
  ['last', ['but']],
  ['previous', ['one']],
  ['penultimate', undefined],
  ['antepenultimate', undefined],
]);

/** Words that a figure can begin with beside digits and signs, whatever follows: number words, and what stands before an amount. */
const WORDS: ReadonlySet<string> = new Set([
  ...SMALL.keys(),
  ...TENS.keys(),
  ...SCALES.keys(),
  ...VAGUE.keys(),
  ...ORDINALS.keys(),
  ...'half quarter fourth third minus negative'.split(' '),
  ...'cad aud mxn usd rs rm tk'.split(' '),
  ...LOCAL_WORDS,
  ...'ringgit ringgits rupee rupees yen yuan rupiah baht peso pesos sen rmb malaysian malaysia'.split(' '),
]);

/** What "a" is one of, or a part of. */
const BEHIND_ARTICLE: ReadonlySet<string> = new Set([
  ...TENS.keys(),
  ...SCALES.keys(),
  ...[...DENOMINATORS.keys()].flatMap((word) => [word, `${word}s`]),
  ...COINS,
  ...MEASURES,
]);

/** Whether all that can begin at a token is an ordinal: "next to last". */
export const onlyOrdinal = ({ lower }: Token): boolean => RELATIVE.has(lower);

/** Whether a figure can begin at a token. Cheap: it is asked about every word of an article. */
export function mayBegin(tokens: readonly Token[], index: number): boolean {
  const { kind, text, lower } = tokenAt(tokens, index);
  if (kind === 'number') return true;
  if (kind === 'sign') return isSign(text) && (!isMinus(text) || tokenAt(tokens, index + 1).kind === 'number');
  if (lower === 'the') return tokenAt(tokens, index + 1).lower === 'one';
  if (WORDS.has(lower)) return true;
  const next = tokenAt(tokens, index + 1);
  if ((lower === 'a' || lower === 'an') && (next.kind !== 'word' || BEHIND_ARTICLE.has(next.lower))) return true;
  if (RELATIVE.has(lower)) return RELATIVE.get(lower)?.includes(next.lower) ?? true;
  // Letters before a dollar sign, "U.S. $" among them.
  if (next.kind === 'sign' && DOLLARS.has(lower)) return true;
  return (next.kind === 'sign' && lower === 'u') || (text.length === 3 && isCurrencyCode(text));
}

const LAST_ASCII = 0x7f;

function isSign(text: string): boolean {
  // Nearly all signs are of ASCII, and of those only two count.
  if (text.charCodeAt(0) <= LAST_ASCII) return text === '$' || text === '-';
  return /^[\p{Sc}−–]$/u.test(text) || fractionSign(text) !== undefined;
}

const isMinus = (text: string) => text === '-' || text === '−' || text === '–';
