import { type Token, tokenAt } from './tokens';

/** How a figure compares, and where the words that say so begin. */
export interface ComparatorReading {
  readonly sign: string;
  /** Index of the first token of the phrase, or of the first behind it for one that follows the number. */
  readonly at: number;
}

const table = (sign: string, phrases: string): [string, string][] =>
  phrases.split(',').map((phrase) => [phrase.trim(), sign]);

/** What stands before a number. */
const BEFORE: ReadonlyMap<string, string> = new Map([
  ...table('>', 'more than, greater than, higher than, larger than, over, above, well over, just over, exceeding'),
  ...table(
    '>',
    'in excess of, upwards of, north of, better than, longer than, a little over, well above, a bit over, >',
  ),
  ...table('>', 'exceed, exceeds, exceeded, surpass, surpasses, surpassed, surpassing, topping, topped'),
  ...table(
    '>=',
    'greater than or equal to, more than or equal to, larger or equal than, greater or equal than, higher or equal than',
  ),
  ...table('>=', 'equal to or more than, equal to or greater than, at least or equal to, starting at'),
  ...table(
    '<=',
    'less than or equal to, fewer than or equal to, smaller or equal than, less or equal than, lower or equal than',
  ),
  ...table('<=', 'equal to or less than, no greater than, not exceeding'),
  ...table('>=', 'at least, no less than, no fewer than, not less than, a minimum of, minimum of, > =, ≥'),
  ...table('<', 'less than, fewer than, lower than, smaller than, under, below, just under, well under, just below, <'),
  ...table('<', 'short of, just short of, well below'),
  ...table('<=', 'at most, up to, no more than, not more than, as much as, as high as, < =, ≤'),
  ...table('<=', 'a maximum of, maximum of, as many as'),
  ...table(
    '~',
    'about, around, nearly, almost, approximately, roughly, some, an estimated, estimated, close to, circa',
  ),
  ...table('~', 'approx, approx ., near, just about, an average of, ~, something like, in the region of'),
]);

const BEHIND: ReadonlyMap<string, string> = new Map([
  ...table('>=', 'or more, or greater, and more, and up, and above, and over, or above, or over'),
  ...table('<=', 'or less, or fewer, or under, or below'),
  ...table('~', 'or so'),
]);

const LONGEST = 6;

/** Their last words: before most numbers stands none of them. */
const LAST_WORDS: ReadonlySet<string> = new Set([...BEFORE.keys()].map((words) => words.split(' ').at(-1) ?? ''));

/** The comparator that ends right before a token: "more than", "at least", "about". */
export function comparatorBefore(tokens: readonly Token[], index: number): ComparatorReading | undefined {
  if (!LAST_WORDS.has(tokenAt(tokens, index - 1).lower)) return undefined;
  for (let length = Math.min(LONGEST, index); length > 0; length--) {
    const sign = BEFORE.get(phrase(tokens, index - length, length));
    if (sign && isSign(tokens, index - length)) return undefined;
    if (sign) return widened(tokens, { sign, at: index - length });
  }
  return undefined;
}

/** "<>", "=>" and "=<" compare nothing. */
const isSign = (tokens: readonly Token[], index: number) =>
  /^[<>=]$/u.test(tokenAt(tokens, index).text) &&
  tokenAt(tokens, index).glued &&
  /^[<>=]$/u.test(tokenAt(tokens, index - 1).text);

/** "at least about", "or more than": a hedge before a comparator belongs to the phrase and changes nothing. */
function widened(tokens: readonly Token[], found: ComparatorReading): ComparatorReading {
  const before = tokenAt(tokens, found.at - 1).lower;
  return /^(?:slightly|just|only|significantly|considerably|somewhat|far|well|much)$/.test(before)
    ? { ...found, at: found.at - 1 }
    : found;
}

/** The comparator that begins at a token behind the number: "or more", a plus sign glued to it. */
export function comparatorBehind(tokens: readonly Token[], index: number): ComparatorReading | undefined {
  const token = tokenAt(tokens, index);
  if (token.text === '+' && token.glued) return { sign: '>=', at: index + 1 };
  const sign = BEHIND.get(phrase(tokens, index, 2));
  return sign ? { sign, at: index + 2 } : undefined;
}

const phrase = (tokens: readonly Token[], from: number, length: number) =>
  tokens
    .slice(from, from + length)
    .map((token) => token.lower)
    .join(' ');
