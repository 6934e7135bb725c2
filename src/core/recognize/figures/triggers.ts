import { fractionSign } from '../words/fractions';
import { ORDINALS, SCALES, SMALL, TENS, VAGUE } from '../words/numberWords';
import type { Token } from '../words/tokens';

/** What only ordinals begin with that are counted from the end, or from where one is. */
const RELATIVE = new Set(['the', 'next', 'last', 'previous', 'penultimate', 'antepenultimate']);

/** Words that a figure can begin with beside digits and currency signs: number words, and what stands before an amount. */
const WORDS: ReadonlySet<string> = new Set([
  ...SMALL.keys(),
  ...TENS.keys(),
  ...SCALES.keys(),
  ...VAGUE.keys(),
  ...ORDINALS.keys(),
  ...'a an half quarter fourth third minus negative'.split(' '),
  ...RELATIVE,
  ...'us u a au c ca hk nt nz s r mx mex can cad aud mxn usd rs rm tk'.split(' '),
  ...'ringgit ringgits rupee rupees yen yuan rupiah baht peso pesos sen rmb malaysian malaysia'.split(' '),
]);

/** Whether all that can begin at a token is an ordinal: "next to last". */
export const onlyOrdinal = ({ lower }: Token): boolean => RELATIVE.has(lower);

/** Whether a figure can begin at a token. Cheap: it is asked about every word of an article. */
export function mayBegin(token: Token): boolean {
  if (token.kind === 'number') return true;
  if (token.kind === 'sign') return isSign(token.text);
  if (WORDS.has(token.lower)) return true;
  return token.text.length === 3 && isCode(token.text);
}

const LAST_ASCII = 0x7f;

function isSign(text: string): boolean {
  // Nearly all signs are of ASCII, and of those only two count.
  if (text.charCodeAt(0) <= LAST_ASCII) return text === '$' || text === '-';
  return /^[\p{Sc}−–]$/u.test(text) || fractionSign(text) !== undefined;
}

const PLAIN_CODES = new Set(['eur', 'gbp', 'jpy', 'cny', 'chf', 'hkd', 'inr', 'rub']);

/** Codes of currencies are in capitals; some are no words in lower case either. */
function isCode(text: string): boolean {
  const first = text.charCodeAt(0);
  const isLower = first >= 0x61 && first <= 0x7a;
  return isLower ? PLAIN_CODES.has(text) : text === text.toUpperCase();
}
