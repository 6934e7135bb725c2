import type { Span } from '../../text/span';
import { startsSentence, type Token, tokenAt, tokenize } from '../words/tokens';

/** A word as names are made of: possessive endings left out, initials and hyphenated parts together. UTF-16 offsets. */
export interface NameWord extends Span {
  readonly text: string;
  readonly lower: string;
  readonly isCapital: boolean;
  readonly isPossessive: boolean;
  readonly startsSentence: boolean;
  /** Whether only white space (or an opening bracket's partner) is between it and the word before it. */
  readonly joins: boolean;
  /** Whether a comma is all that is between it and the word before it. */
  readonly afterComma: boolean;
}

/**
 * Cuts a passage into words; numbers and signs only show in what joins what.
 * @param isName whether a word is a name of its own: "China-Russia" is two words then, "Jean-Luc" one
 */
export function nameWords(passage: string, isName: (word: string) => boolean): NameWord[] {
  const tokens = tokenize(passage);
  const words: NameWord[] = [];
  let before = 0;
  for (let index = 0; index < tokens.length; ) {
    if (tokenAt(tokens, index).kind !== 'word') {
      index++;
      continue;
    }
    const next = wordEnd(tokens, index, isName);
    words.push(wordOf(passage, tokens, before, index, next));
    before = next;
    index = next;
  }
  return words;
}

function wordOf(passage: string, tokens: readonly Token[], before: number, index: number, next: number): NameWord {
  const { start, text: first } = tokenAt(tokens, index);
  const whole = passage.slice(start, tokenAt(tokens, next - 1).end);
  const text = whole.replace(/['’]s?$/i, '');
  const behind = tokenAt(tokens, next);
  const pluralPossessive = /^['’]$/.test(behind.text) && behind.glued && text.endsWith('s');
  const signs = tokens.slice(before, index).map((token) => token.text);
  return {
    start,
    end: start + text.length,
    text,
    lower: text.toLowerCase().replaceAll('’', "'"),
    isCapital: /^\p{Lu}/u.test(first) || /^al-\p{Lu}/u.test(text),
    isPossessive: text !== whole || pluralPossessive,
    startsSentence: startsSentence(tokens, index) && !endsInAbbreviation(tokens, index),
    joins: before > 0 && (signs.length === 0 || closesBrackets(tokens, before)),
    afterComma: signs.length === 1 && signs[0] === ',',
  };
}

/** "[Korean] Peninsula": an editor's brackets around one word divide no name. */
function closesBrackets(tokens: readonly Token[], at: number): boolean {
  const isAlone = tokenAt(tokens, at + 1).kind === 'word' && tokenAt(tokens, at).glued;
  return isAlone && tokenAt(tokens, at).text === ']' && tokenAt(tokens, at - 2).text === '[';
}

const ABBREVIATIONS =
  /^(?:mr|mrs|ms|dr|gen|lt|col|maj|capt|sgt|adm|sen|rep|gov|rev|prof|st|mt|jr|sr|hon|pres|supt|fr|no|vs|\p{L})$/u;

/** A dot behind "Mr" or an initial ends no sentence. */
function endsInAbbreviation(tokens: readonly Token[], index: number): boolean {
  return tokenAt(tokens, index - 1).text === '.' && ABBREVIATIONS.test(tokenAt(tokens, index - 2).lower);
}

/** The index behind the word that begins at a token. */
function wordEnd(tokens: readonly Token[], index: number, isName: (word: string) => boolean): number {
  const first = tokenAt(tokens, index);
  const dot = tokenAt(tokens, index + 1);
  if (dot.text === '.' && dot.glued && /^\p{Lu}/u.test(first.text)) {
    const initials = initialsEnd(tokens, index);
    if (initials > index + 2) return initials;
    if (ABBREVIATIONS.test(first.lower) && tokenAt(tokens, index + 2).kind === 'word') return index + 2;
  }
  let next = index + 1;
  while (isInner(tokens, next) && !areNames(tokens, next, isName)) next += 2;
  return next;
}

/** Behind "U.S." and the like: letters and dots in turn, nothing between. */
function initialsEnd(tokens: readonly Token[], index: number): number {
  let next = index;
  for (;;) {
    const letter = tokenAt(tokens, next);
    const dot = tokenAt(tokens, next + 1);
    const isNext = /^\p{Lu}$/u.test(letter.text) && (next === index || letter.glued) && dot.text === '.' && dot.glued;
    if (!isNext) return next;
    next += 2;
  }
}

/** Whether both sides of a hyphen are names of their own, and the whole is none. */
function areNames(tokens: readonly Token[], index: number, isName: (word: string) => boolean): boolean {
  const [before, after] = [tokenAt(tokens, index - 1).text, tokenAt(tokens, index + 1).text];
  return tokenAt(tokens, index).text === '-' && isName(before) && isName(after) && !isName(`${before}-${after}`);
}

const PREFIXES =
  /^(?:pro|anti|non|ex|mid|post|pre|then|self|inter|trans|ultra|neo|co|former|vice|north|south|east|west)$/;

/** Whether a sign at this index joins two parts of one word: "Jean-Luc", "Siberia-2", "RFE/RL", "AT&T". */
function isInner(tokens: readonly Token[], index: number): boolean {
  const before = tokenAt(tokens, index - 1);
  const sign = tokenAt(tokens, index);
  const after = tokenAt(tokens, index + 1);
  if (!sign.glued || !after.glued) return false;
  const capitals = /^\p{Lu}+$/u.test(before.text) && /^\p{Lu}+$/u.test(after.text);
  if (sign.text === '/' || sign.text === '&') return capitals;
  if (sign.text !== '-' || PREFIXES.test(before.text)) return false;
  if (after.kind === 'number') return /^\p{Lu}/u.test(before.text);
  const isFrenchMiddle =
    /^(?:on|de|la|le|sur|i|e|al|el|ul|ur)$/.test(after.text) && tokenAt(tokens, index + 2).text === '-';
  return /^\p{Lu}/u.test(after.text) || isFrenchMiddle || isGivenName(tokens, index);
}

/** "Park Geun-hye", "Yau Wai-ching": behind a family name, a short given name in two parts; not "Mr Moscow-based". */
function isGivenName(tokens: readonly Token[], index: number): boolean {
  const family = tokenAt(tokens, index - 2);
  const isShort = /^\p{Lu}\p{Ll}{1,4}$/u.test(tokenAt(tokens, index - 1).text);
  const second = tokenAt(tokens, index + 1).text;
  if (family.kind !== 'word' || !/^\p{Lu}\p{Ll}{1,5}$/u.test(family.text) || tokenAt(tokens, index - 1).glued)
    return false;
  return (
    isShort &&
    /^\p{Ll}{2,5}$/u.test(second) &&
    !/^(?:based|led|run|born|made|held|wide|era|style|bound|owned|like|only|long|area)$/.test(second)
  );
}
