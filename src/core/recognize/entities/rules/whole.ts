import { type Gazetteer, KINDS } from '../gazetteer';
import type { Passage } from '../tagger/passage';
import type { NameSpan } from '../tagger/spans';
import type { WordType } from '../tagger/wordTypes';
import { SIDES } from './headWords';
import { BODIES, EVERYDAY, knownKinds, PEOPLE, PLACES } from './known';
import { NORP, ORG, PLACE } from './types';

const GOVERNED = KINDS.city | KINDS.country | KINDS.region;
const SURE = 0.9;

/**
 * Names that the gazetteer holds as a whole are whole: "North Korean" is one group, "RFE/RL" one organization, and
 * "China-Russia" are two places, for the two are known and the pair is not.
 */
export function whole(passage: Passage, names: readonly NameSpan[], gazetteer: Gazetteer): NameSpan[] {
  const apart = names.flatMap((name) => split(passage, name, gazetteer));
  const known = knownNames(passage);
  if (known.length === 0) return apart.sort((a, b) => a.from - b.from);
  const knownAt = new Int32Array(passage.length).fill(-1);
  for (const [index, { from, to }] of known.entries()) knownAt.fill(index, from, to);
  const holder = ({ from, to }: NameSpan) => (knownAt[from] === knownAt[to - 1] ? (knownAt[from] ?? -1) : -1);
  // A known name that another one crosses or holds is a part of that: "Bank of America".
  const isPart = new Set<number>();
  for (const name of apart) {
    if (holder(name) < 0) for (let word = name.from; word < name.to; word++) isPart.add(knownAt[word] ?? -1);
  }
  const kept = apart.filter((name) => holder(name) < 0 || isPart.has(holder(name)));
  return [...kept, ...known.filter((_, index) => !isPart.has(index))].sort((a, b) => a.from - b.from);
}

/** "China-Russia" is two names. */
function split(passage: Passage, name: NameSpan, gazetteer: Gazetteer): NameSpan[] {
  let hyphen = name.from + 1;
  while (hyphen < name.to && passage.types[hyphen]?.text !== '-') hyphen++;
  if (hyphen >= name.to - 1 || name.type !== PLACE || knownKinds(passage, name.from, name.to, gazetteer) !== 0)
    return [name];
  const halves = [
    { ...name, to: hyphen },
    { ...name, from: hyphen + 1 },
  ];
  const areKnown = halves.every(({ from, to }) => (knownKinds(passage, from, to, gazetteer) & GOVERNED) !== 0);
  return areKnown ? halves : [name];
}

/** Names of several words, and groups of one, that are nothing else. */
function knownNames(passage: Passage): NameSpan[] {
  const names: NameSpan[] = [];
  const { types, matchPlace } = passage;
  for (let from = 0; from < passage.length; ) {
    // Most words are neither written as a name nor stand before one.
    if (matchPlace[from] !== 1 && !mayBeName(types[from]) && !mayBeName(types[from + 1])) {
      from++;
      continue;
    }
    const { to, type } = knownNameAt(passage, from);
    if (type !== undefined && isWritten(passage.types, from, to)) names.push({ from, to, type, confidence: SURE });
    from = to;
  }
  return names;
}

/** What is known to begin at a word, and its type where it is nothing else; else the word, without a type. */
function knownNameAt(
  { types, matchKinds, matchPlace, length }: Passage,
  from: number,
): { to: number; type: number | undefined } {
  let to = from + 1;
  if (matchPlace[from] === 1) while (to < length && matchPlace[to - 1] !== 2) to++;
  const kinds = to > from + 1 ? (matchKinds[from] ?? 0) : (types[from]?.kinds ?? 0);
  if (to > from + 1) return { to, type: typeOfKnown(kinds, to - from) };
  if (isPlatform(types, from)) return { to, type: ORG };
  if (isCountryCode(types, from)) return { to, type: PLACE };
  if (isTheWest(types, from)) return { to, type: NORP };
  return isSideOf(types, from) ? { to: to + 1, type: NORP } : { to, type: typeOfKnown(kinds, 1) };
}

/** "wrote on X.", "posted on X, formerly Twitter": the letter is a name where nothing follows that it could belong to. */
function isPlatform(types: Passage['types'], index: number): boolean {
  const isAlone = types[index]?.text === 'X' && types[index - 1]?.text === 'on';
  return isAlone && /^(?:[.,;)]|formerly|\()?$/.test(types[index + 1]?.text ?? '');
}

/** "US" and "UK" are countries in capitals alone, where words around them have small letters. */
function isCountryCode(types: Passage['types'], index: number): boolean {
  const neighbor = types[index + 1]?.isWord ? types[index + 1] : types[index - 1];
  return /^(?:US|USA|UK|UAE)$/.test(types[index]?.text ?? '') && neighbor?.isAllCaps !== true;
}

/** "Western sanctions": of the countries called so, where nothing follows that it could be a part of the name of. */
function isTheWest(types: Passage['types'], index: number): boolean {
  const next = types[index + 1];
  return index > 0 && types[index]?.text === 'Western' && next?.isWord === true && !next.isCapital;
}

/** "South American", "Eastern European": part of a people is one too. */
function isSideOf(types: Passage['types'], index: number): boolean {
  const people = types[index + 1];
  return people?.isCapital === true && typeOfKnown(people.kinds, 1) === NORP && SIDES.has(types[index]?.lower ?? '');
}

/** Whether the words are written as a name: the first and the last with capitals. */
function isWritten(types: Passage['types'], from: number, to: number): boolean {
  return mayBeName(types[from]) && mayBeName(types[to - 1]);
}

const mayBeName = (type: WordType | undefined) => type?.isCapital === true || type?.isCaseless === true;

/** The one type that such an entry can have. */
function typeOfKnown(kinds: number, length: number): number | undefined {
  const has = (some: number) => (kinds & some) !== 0;
  if (has(KINDS.group) && !has(PLACES | PEOPLE | BODIES | EVERYDAY)) return NORP;
  if (length < 2) return has(KINDS.country) && !has(PEOPLE | BODIES | KINDS.group | EVERYDAY) ? PLACE : undefined;
  if (has(PEOPLE | KINDS.group | KINDS.event | EVERYDAY)) return undefined;
  if (has(GOVERNED) && !has(BODIES)) return PLACE;
  return has(BODIES) && !has(PLACES) ? ORG : undefined;
}
