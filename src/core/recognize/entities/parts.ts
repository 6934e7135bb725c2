import { labelByFollower, labelByHead } from './headWords';
import type { NameLore } from './nameLore';
import type { NameWord } from './nameWords';
import { NO_NAMES } from './organizations';
import { PARTICLES, PERSON_VERBS, ROLES, TITLES } from './persons';
import type { Run } from './runs';

/** A name within a run, labelled. */
export interface Part extends Run {
  readonly label: string;
  readonly confidence: number;
}

/** What surrounds a run, as far as it says what the name is. */
interface Surroundings {
  readonly before: string;
  readonly after: string;
}

const KNOWN = 0.9;
const BY_HEAD = 0.85;
const SAID_BY_CONTEXT = 0.75;
const LIKELY = 0.6;

/** Cuts a run of capitalized words into names: titles left out, nationalities and places before a person by themselves. */
export function partsOf(words: readonly NameWord[], run: Run, lore: NameLore): Part[] {
  const trimmed = withoutSentenceStart(words, run, lore);
  if (!trimmed) return [];
  const title = lastTitle(words, trimmed);
  if (!title || isWholeName(words, trimmed, lore)) return untitled(words, trimmed, lore, false);
  const before =
    title.from > trimmed.from ? knownPrefix(words, { from: trimmed.from, to: title.from }, lore) : undefined;
  const rest = { from: title.to, to: trimmed.to };
  const behind = rest.from < rest.to ? untitled(words, withoutConnector(words, rest), lore, true) : [];
  return before ? [before, ...behind] : behind;
}

const textOf = (words: readonly NameWord[], { from, to }: Run) =>
  words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ');

function isWholeName(words: readonly NameWord[], run: Run, lore: NameLore): boolean {
  const text = textOf(words, run);
  if (lore.labelOf(text) !== undefined) return true;
  const lower = words.slice(run.from, run.to).map((word) => word.lower);
  const label = labelByHead(lower);
  // "General Assembly" and "Justice Department" are bodies; "President Lake" is not.
  return label === 'ORG' && !isTitleAlone(lower[0] ?? '');
}

const isTitleAlone = (word: string) =>
  /^(?:mr|mrs|ms|dr|president|premier|senator|secretary|prime|king|queen|pope)\.?$/.test(word);

/** The last title of a run: "Secretary of State" in "US Secretary of State Antony Blinken". */
function lastTitle(words: readonly NameWord[], run: Run): Run | undefined {
  for (let to = run.to; to > run.from; to--) {
    for (let from = Math.max(run.from, to - 4); from < to; from++) {
      if (TITLES.has(lowerOf(words, from, to).replaceAll('.', ''))) return { from, to };
    }
  }
  return undefined;
}

const lowerOf = (words: readonly NameWord[], from: number, to: number) =>
  words
    .slice(from, to)
    .map((word) => word.lower)
    .join(' ');

/** "Minister of Foreign Affairs": what a title is for is a name by itself, without the small word. */
function withoutConnector(words: readonly NameWord[], run: Run): Run {
  let { from } = run;
  while (from < run.to && !words[from]?.isCapital) from++;
  return { from, to: run.to };
}

/** Leaves out a capitalized everyday word that only begins the sentence. */
function withoutSentenceStart(words: readonly NameWord[], run: Run, lore: NameLore): Run | undefined {
  const first = words[run.from];
  if (!first?.startsSentence || startsKnown(words, run, lore)) return run;
  const isLone = run.to - run.from === 1;
  if (isLone)
    return lore.isFirstName(first.lower) && !lore.isCommon(first.lower)
      ? run
      : keptAlone(first, lore)
        ? run
        : undefined;
  if (!lore.isCommon(first.lower) || TITLES.has(first.lower)) return run;
  if (lore.isFirstName(first.lower) || /^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(words[run.from + 1]?.text ?? '')) return run;
  const lower = words.slice(run.from, run.to).map((word) => word.lower);
  if (labelByHead(lower) !== undefined && lore.isNominal(first.lower)) return run;
  return withoutConnector(words, { from: run.from + 1, to: run.to });
}

function keptAlone(word: NameWord, lore: NameLore): boolean {
  return isAcronym(word) || (!lore.isCommon(word.lower) && lore.isSurname(word.lower));
}

function startsKnown(words: readonly NameWord[], run: Run, lore: NameLore): boolean {
  return knownPrefix(words, run, lore) !== undefined;
}

const MOST_KNOWN_WORDS = 6;

/** The longest beginning of a run that some list holds. */
function knownPrefix(words: readonly NameWord[], run: Run, lore: NameLore): Part | undefined {
  for (let to = Math.min(run.to, run.from + MOST_KNOWN_WORDS); to > run.from; to--) {
    const text = textOf(words, { from: run.from, to });
    const label = lore.labelOf(text);
    if (label && isWrittenAsName(text)) return { from: run.from, to, label, confidence: KNOWN };
  }
  return undefined;
}

/** Short entries of lists are names in capitals only: "US", "Who" and "It" are not. */
function isWrittenAsName(text: string): boolean {
  return text.length > 3 || text.includes('.') || text === text.toUpperCase() || /^(?:Fed|Goa|Fes|Oil|Rio)$/.test(text);
}

/** Names in a run without titles. */
function untitled(words: readonly NameWord[], run: Run, lore: NameLore, isTitled: boolean): Part[] {
  if (run.from >= run.to) return [];
  const lower = words.slice(run.from, run.to).map((word) => word.lower);
  const prefix = knownPrefix(words, run, lore);
  if (prefix?.to === run.to) return [prefix];
  const place = partOfPlace(words, run, lore);
  if (place) return [place];
  const byHead = labelByHead(lower);
  if (byHead && !(isTitled && run.to - run.from < 4 && lore.isFirstName(lower[0] ?? ''))) {
    return [{ ...run, label: byHead, confidence: BY_HEAD }];
  }
  if (isTitled) return [person(words, run, KNOWN)];
  if (prefix) return behindPrefix(words, run, prefix, lore);
  return unknownName(words, run, lore);
}

const person = (words: readonly NameWord[], run: Run, confidence: number): Part => ({
  ...withoutTrailingSmall(words, run),
  label: 'PERSON',
  confidence,
});

function withoutTrailingSmall(words: readonly NameWord[], run: Run): Run {
  let { to } = run;
  while (to > run.from + 1 && !words[to - 1]?.isCapital) to--;
  return { from: run.from, to };
}

const DIRECTION = /^(?:north|south|east|west|northern|southern|eastern|western|central|greater)$/;

/** "Western Australia", "Greater London". */
function partOfPlace(words: readonly NameWord[], run: Run, lore: NameLore): Part | undefined {
  const label = lore.labelOf(textOf(words, { from: run.from + 1, to: run.to }));
  const isPlace = label === 'GPE' || label === 'LOC';
  return isPlace && DIRECTION.test(words[run.from]?.lower ?? '') ? { ...run, label, confidence: BY_HEAD } : undefined;
}

/** A place or nationality before something unknown: two names where a person follows, else one of an organization. */
function behindPrefix(words: readonly NameWord[], run: Run, prefix: Part, lore: NameLore): Part[] {
  const rest = withoutConnector(words, { from: prefix.to, to: run.to });
  if (prefix.label === 'PERSON' || lore.isFirstName(words[prefix.from]?.lower ?? ''))
    return [person(words, run, LIKELY)];
  const behind = rest.from < rest.to ? untitled(words, rest, lore, false) : [];
  if (behind.length > 0) return [prefix, ...behind];
  return [prefix];
}

function unknownName(words: readonly NameWord[], run: Run, lore: NameLore): Part[] {
  return run.to - run.from === 1 ? singleWord(words, run, lore) : severalWords(words, run, lore);
}

function around(words: readonly NameWord[], { from, to }: Run): Surroundings {
  const before = words[from]?.joins ? (words[from - 1]?.lower ?? '') : '';
  const follower = words[to];
  return { before, after: follower?.joins || follower?.afterComma ? follower.lower : '' };
}

const PLACE_BEFORE = /^(?:in|near|outside|across|throughout|northern|southern|eastern|western|central)$/;

function singleWord(words: readonly NameWord[], run: Run, lore: NameLore): Part[] {
  const word = words[run.from];
  if (!word || NO_NAMES.has(word.text.toLowerCase().replaceAll('.', '')) || word.text === 'I') return [];
  const { before, after } = around(words, run);
  const byContext = contextLabel(before, after);
  if (word.text === 'X' && before === 'on') return [{ ...run, label: 'ORG', confidence: LIKELY }];
  if (isAcronym(word)) return [{ ...run, label: 'ORG', confidence: LIKELY }];
  if (word.text.length < 2 || (lore.isCommon(word.lower) && !lore.isFirstName(word.lower))) return [];
  if (byContext) return [{ ...run, label: byContext, confidence: SAID_BY_CONTEXT }];
  if (lore.isFirstName(word.lower) || lore.isSurname(word.lower)) {
    return lore.isCommon(word.lower) ? [] : [{ ...run, label: 'PERSON', confidence: LIKELY }];
  }
  // A lone stranger may be anything: better no name than a wrong one.
  return [];
}

function contextLabel(before: string, after: string): string | undefined {
  const byFollower = labelByFollower(after);
  if (byFollower) return byFollower;
  if (ROLES.has(before) || PERSON_VERBS.has(after)) return 'PERSON';
  return PLACE_BEFORE.test(before) ? 'GPE' : undefined;
}

const isAcronym = (word: NameWord) =>
  /^(?:\p{Lu}[\p{Lu}\d&/-]{1,7}s?|(?:\p{Lu}\.){2,})$/u.test(word.text) &&
  !NO_NAMES.has(word.lower.replace(/-\d+$/, ''));

const MOST_NAME_WORDS = 4;

function severalWords(words: readonly NameWord[], run: Run, lore: NameLore): Part[] {
  const { before, after } = around(words, run);
  const byFollower = labelByFollower(after);
  const all = words.slice(run.from, run.to);
  const first = all[0]?.lower ?? '';
  const capitals = all.filter((word) => word.isCapital);
  const isShort =
    capitals.length <= MOST_NAME_WORDS && !all.some((word) => word.lower === 'of' || word.lower === 'for');
  const strangers = capitals.filter((word) => !lore.isCommon(word.lower) || lore.isSurname(word.lower)).length;
  const last = capitals.at(-1)?.lower ?? '';
  const endsLikeName = capitals.length < 3 || !lore.isCommon(last) || lore.isSurname(last);
  if (isShort && endsLikeName && lore.isFirstName(first) && strangers > 0) return [person(words, run, 0.85)];
  if (isShort && (ROLES.has(before) || /^\p{Lu}\.$/u.test(capitals[1]?.text ?? '')))
    return [person(words, run, SAID_BY_CONTEXT)];
  if (byFollower) return [{ ...run, label: byFollower, confidence: SAID_BY_CONTEXT }];
  if (isShort && strangers === capitals.length) {
    if (all.some((word) => isAcronym(word) && !PARTICLES.has(word.lower)))
      return [{ ...run, label: 'ORG', confidence: LIKELY }];
    if (PLACE_BEFORE.test(before)) return [{ ...run, label: 'GPE', confidence: LIKELY }];
    return [person(words, run, LIKELY)];
  }
  return [];
}
