import { type Gazetteer, KINDS } from '../gazetteer';
import type { Passage } from '../tagger/passage';
import type { NameSpan } from '../tagger/spans';
import { withoutEverydayWord } from './complete';
import { EVERYDAY } from './known';
import { type NameTree, nameTree, repeats } from './repeats';
import { ORG, PERSON } from './types';
import type { Verdict, Verdicts } from './verdict';

/** A passage of an article with the names in it. */
export interface NamedPassage {
  readonly passage: Passage;
  readonly names: readonly NameSpan[];
}

/** Names of an article's passages, each of them in sight of the others. */
export interface Agreement {
  /** The names of each passage; for a passage that is the same object as before, the same list where nothing has changed. */
  namesOf(passages: readonly NamedPassage[]): (readonly NameSpan[])[];
}

/**
 * The same name is the same thing throughout the article, a surname goes with its full name, initials with the
 * organization that they stand for, and what is a name in one place is found in the others. Time linear in the article;
 * where it is asked again, only passages that have words whose verdicts are new are gone through.
 */
export function agreement(gazetteer: Gazetteer): Agreement {
  let agreedOn: Verdicts = new Map();
  let members = new Map<NamedPassage, Member>();

  function agreed({ passage, names }: NamedPassage, verdicts: Verdicts, tree: NameTree): NameSpan[] {
    const isPerson = (words: string) => verdicts.get(words)?.type === PERSON;
    const same = names.map((found) => {
      const name = withoutEverydayWord(passage, found, isPerson);
      const verdict = verdicts.get(wordsOf(passage, name));
      return verdict && verdict.type !== name.type ? { ...name, type: verdict.type } : name;
    });
    return [...same, ...repeats(passage, same, tree)].sort((a, b) => a.from - b.from);
  }

  function namesOf(passages: readonly NamedPassage[]) {
    const next = new Map(passages.map((named) => [named, members.get(named) ?? memberOf(named, gazetteer)]));
    const verdicts = verdictsOf(passages.flatMap((named) => next.get(named) ?? []));
    const changed = changedWords(agreedOn, verdicts);
    let tree: NameTree | undefined;
    for (const [named, member] of next) {
      if (member.agreed && !hasAny(member.firstWords, changed)) continue;
      tree ??= nameTree([...verdicts].filter(([words]) => canBeLookedFor(words, gazetteer)));
      const names = agreed(named, verdicts, tree);
      member.agreed = member.agreed && areSame(member.agreed, names) ? member.agreed : names;
    }
    agreedOn = verdicts;
    members = next;
    return passages.map((named) => next.get(named)?.agreed ?? []);
  }

  return Object.freeze({ namesOf });
}

/** A passage with what its names say for the rest of the article. */
interface Member {
  readonly names: readonly NameSpan[];
  /** The words of each name, and of those of several words what they may be called besides. */
  readonly words: readonly string[];
  readonly surnames: readonly (readonly string[])[];
  readonly initials: readonly Initials[];
  /** What a name that concerns this passage can begin with. */
  readonly firstWords: ReadonlySet<string>;
  agreed?: readonly NameSpan[];
}

/** What an organization's name says of shorter ones. */
interface Initials {
  readonly name: NameSpan;
  readonly letters: string;
  /** What stands in brackets behind it: "(UNDP)". */
  readonly bracketed: string | undefined;
}

function memberOf({ passage, names }: NamedPassage, gazetteer: Gazetteer): Member {
  const isPlace = (word: string) => (gazetteer.kindsOf(word) & (KINDS.country | KINDS.city)) !== 0;
  const firstWords = new Set(names.map(({ from }) => passage.types[from]?.text ?? ''));
  for (const { isCapital, text } of passage.types) if (isCapital) firstWords.add(text);
  return {
    names,
    words: names.map((name) => wordsOf(passage, name)),
    surnames: names.map((name) =>
      name.to - name.from < 2 ? [] : surnamesOf(passage, name).filter((surname) => !isPlace(surname)),
    ),
    initials: names.flatMap((name) =>
      name.type === ORG && name.to - name.from > 1 ? [initialsOf(passage, name)] : [],
    ),
    firstWords,
  };
}

/** First words of the names whose verdicts are others than before. */
function changedWords(before: Verdicts, now: Verdicts): Set<string> {
  const changed = new Set<string>();
  const firstOf = (words: string) => words.split(' ', 1)[0] ?? '';
  for (const [words, verdict] of now) {
    const old = before.get(words);
    if (old?.type !== verdict.type || old.confidence !== verdict.confidence) changed.add(firstOf(words));
  }
  for (const words of before.keys()) if (!now.has(words)) changed.add(firstOf(words));
  return changed;
}

function hasAny(words: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  const [fewer, more] = words.size < wanted.size ? [words, wanted] : [wanted, words];
  for (const word of fewer) if (more.has(word)) return true;
  return false;
}

function areSame(some: readonly NameSpan[], others: readonly NameSpan[]): boolean {
  return some.length === others.length && some.every((name, index) => isSame(name, others[index]));
}

function isSame(a: NameSpan, b: NameSpan | undefined): boolean {
  return a.from === b?.from && a.to === b.to && a.type === b.type && a.confidence === b.confidence;
}

function verdictsOf(members: readonly Member[]): Verdicts {
  const verdicts = settled(members);
  settleSurnames(members, verdicts);
  settleInitials(members, verdicts);
  return verdicts;
}

/** The words of a name as they stand, a space between them. */
export function wordsOf({ types }: Passage, { from, to }: NameSpan): string {
  return types
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
}

/** Each name's type by the weight of its mentions. */
function settled(members: readonly Member[]): Map<string, Verdict> {
  const votes = new Map<string, Map<number, number>>();
  for (const { names, words } of members) {
    names.forEach((name, index) => {
      const key = words[index] ?? '';
      const byType = votes.get(key) ?? new Map<number, number>();
      votes.set(key, byType);
      byType.set(name.type, (byType.get(name.type) ?? 0) + name.confidence);
    });
  }
  return new Map([...votes].map(([words, byType]) => [words, heaviest(byType)]));
}

/** How finely verdicts tell how sure they are: one mention more or less of many changes nothing. */
const STEPS = 64;

function heaviest(byType: ReadonlyMap<number, number>): Verdict {
  let best: Verdict = { type: -1, confidence: -1 };
  let all = 0;
  for (const [type, weight] of byType) {
    all += weight;
    if (weight > best.confidence) best = { type, confidence: weight };
  }
  return { type: best.type, confidence: all > 0 ? Math.round((STEPS * best.confidence) / all) / STEPS : 0 };
}

/** "Sher" is who "Nathaniel Sher" is, and "Xi" who "Xi Jinping" is, except where it is a country or a city. */
function settleSurnames(members: readonly Member[], verdicts: Map<string, Verdict>): void {
  for (const { words, surnames } of members) {
    surnames.forEach((some, index) => {
      const verdict = some.length > 0 ? verdicts.get(words[index] ?? '') : undefined;
      if (verdict?.type === PERSON) for (const surname of some) verdicts.set(surname, verdict);
    });
  }
}

/** The last word; of Chinese and Korean names, where the family's comes first and is short, the first too. */
function surnamesOf({ types }: Passage, { from, to }: NameSpan): string[] {
  const first = types[from];
  const last = types[to - 1]?.text ?? '';
  const isFamilyFirst = first && first.text.length < 5 && (first.kinds & KINDS.surname) !== 0;
  const surnames = isFamilyFirst ? [last, first.text] : [last];
  return surnames.filter((surname) => /^\p{Lu}\p{L}*\p{Ll}/u.test(surname));
}

/** "UNDP" is an organization where "United Nations Development Programme (UNDP)" is one. */
function settleInitials(members: readonly Member[], verdicts: Map<string, Verdict>): void {
  for (const { initials } of members) {
    for (const { name, letters, bracketed } of initials) {
      const verdict = { type: ORG, confidence: name.confidence };
      if (verdicts.has(letters)) verdicts.set(letters, verdict);
      if (bracketed !== undefined) verdicts.set(bracketed, verdict);
    }
  }
}

function initialsOf({ types }: Passage, name: NameSpan): Initials {
  const capitals = types.slice(name.from, name.to).filter(({ isCapital }) => isCapital);
  const [opening, behind = '', closing] = types.slice(name.to, name.to + 3).map(({ text }) => text);
  const isBracketed = opening === '(' && closing === ')' && /^\p{Lu}{2,}$/u.test(behind);
  return {
    name,
    letters: capitals.map(({ text }) => text.charAt(0)).join(''),
    bracketed: isBracketed ? behind : undefined,
  };
}

/** Whether a name may be taken for one wherever its words stand: not where it is an everyday word too. */
function canBeLookedFor(words: string, gazetteer: Gazetteer): boolean {
  if (!/^\p{Lu}/u.test(words)) return false;
  if (words.includes(' ') || /^\p{Lu}{2,}$/u.test(words)) return true;
  return words.length > 1 && (gazetteer.kindsOf(words) & EVERYDAY) === 0;
}
