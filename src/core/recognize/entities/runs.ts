import type { NameLore } from './nameLore';
import type { NameWord } from './nameWords';
import { ORGANIZATION_HEADS } from './organizations';
import { PARTICLES, TITLES } from './persons';
import { LOCATION_STARTS } from './places';

/** Words of a passage that may make a name together, from the first to before the last. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Capitalized words in a row, with the small words that names hold: "Council on Foreign Relations", "Kim Jong Un". */
export function capitalRuns(words: readonly NameWord[], lore: NameLore): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < words.length; ) {
    if (!isNamePart(words, from, lore)) {
      from++;
      continue;
    }
    const to = runEnd(words, from, lore);
    runs.push({ from, to });
    from = to;
  }
  return runs;
}

/** No name is longer, and a line of nothing but capitals stays cheap. */
const LONGEST_RUN = 14;

function runEnd(words: readonly NameWord[], from: number, lore: NameLore): number {
  let to = from + 1;
  while (to - from < LONGEST_RUN) {
    const before = words[to - 1];
    if (!before || (before.isPossessive && !INNER_POSSESSIVE.has(before.lower))) return to;
    const skip = connectorLength(words, from, to, lore);
    const next = words[to + skip];
    if (!next?.joins || !isNamePart(words, to + skip, lore)) return to;
    if (skip === 0 && next.startsSentence) return to;
    to += skip + 1;
  }
  return to;
}

const INNER_POSSESSIVE = new Set([
  'people',
  'moody',
  'lloyd',
  'women',
  'men',
  'children',
  'workers',
  'veterans',
  "int'l",
]);

function isNamePart(words: readonly NameWord[], index: number, lore: NameLore): boolean {
  const word = words[index];
  if (!word?.isCapital) return false;
  if (lore.isCalendar(word.lower)) return isMay(words, index, lore);
  return !lore.isGrammar(word.lower) || isNameAllTheSame(words, index, lore);
}

/** "Theresa May" is no month. */
function isMay(words: readonly NameWord[], index: number, lore: NameLore): boolean {
  const before = words[index - 1];
  return before?.isCapital === true && words[index]?.joins === true && lore.isFirstName(before.lower);
}

/** Grammar words that are names too, where they stand like names: "Will Smith", "Al Gore", "US". */
function isNameAllTheSame(words: readonly NameWord[], index: number, lore: NameLore): boolean {
  const word = words[index];
  if (!word) return false;
  if (/^\p{Lu}{2,}$/u.test(word.text) && lore.labelOf(word.text) !== undefined) return true;
  if (word.text.includes('.') || word.text.includes('-')) return true;
  const next = words[index + 1];
  return lore.isFirstName(word.lower) && next?.joins === true && next.isCapital && !lore.isCommon(next.lower);
}

/** How many small words may stand at `to` within the name that began at `from`. */
function connectorLength(words: readonly NameWord[], from: number, to: number, lore: NameLore): number {
  const small = words[to];
  if (!small?.joins || small.isCapital) return 0;
  if (PARTICLES.has(small.lower) && !small.isPossessive) return 1;
  const phrase = words.slice(from, to).map((word) => word.lower);
  const hasHead = phrase.some((word) => ORGANIZATION_HEADS.has(word) || ORGANIZATION_HEADS.has(word.replace(/s$/, '')));
  const last = phrase.at(-1) ?? '';
  const next = words[to + 1];
  if (small.lower === 'of')
    return canTakeOf(phrase, last, hasHead, lore, words[to + 1]?.lower === 'the') ? ofLength(words, to) : 0;
  if (small.lower === 'on' || small.lower === 'for') return hasHead && !known(next, lore) ? ofLength(words, to) : 0;
  const isInner = phrase.includes('of') || phrase.includes('for') || /^(?:food|truth|health)$/.test(last);
  if (small.lower === 'and' || small.lower === '&') return hasHead && isInner && !known(next, lore) ? 1 : 0;
  return 0;
}

const known = (word: NameWord | undefined, lore: NameLore) =>
  word !== undefined && lore.labelOf(word.text) !== undefined;

function ofLength(words: readonly NameWord[], to: number): number {
  return words[to + 1]?.lower === 'the' ? 2 : 1;
}

/** "Bank of England", "Gulf of Aden", "Power of Siberia-2"; but "Secretary of State" only to be cut off again. */
function canTakeOf(
  phrase: readonly string[],
  last: string,
  hasHead: boolean,
  lore: NameLore,
  hasThe: boolean,
): boolean {
  if (hasHead || LOCATION_STARTS.has(last) || /^(?:republic|kingdom|church|ministry|islands?)$/.test(last)) return true;
  if (/^(?:secretary|minister)$/.test(last)) return true;
  if (TITLES.has(last) || TITLES.has(phrase.join(' ')) || hasThe) return false;
  return lore.labelOf(last) === undefined && !lore.isFirstName(last) && lore.isNominal(last);
}
