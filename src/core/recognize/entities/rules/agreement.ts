import { type Gazetteer, KINDS } from '../gazetteer';
import type { Passage } from '../tagger/passage';
import type { NameSpan } from '../tagger/spans';
import { withoutEverydayWord } from './complete';
import { EVERYDAY } from './known';
import { repeats } from './repeats';
import { ORG, PERSON } from './types';
import type { Verdict } from './verdict';

/** A passage of an article with the names in it. */
export interface NamedPassage {
  readonly passage: Passage;
  readonly names: readonly NameSpan[];
}

/**
 * The same name is the same thing throughout the article, a surname goes with its full name, initials with the
 * organization that they stand for, and what is a name in one place is found in the others. Time linear in the article.
 */
export function agreed(passages: readonly NamedPassage[], gazetteer: Gazetteer): NameSpan[][] {
  const verdicts = settled(passages);
  const isPerson = (words: string) => verdicts.get(words)?.type === PERSON;
  settleSurnames(passages, verdicts, gazetteer);
  settleInitials(passages, verdicts);
  const known = new Map([...verdicts].filter(([words]) => canBeLookedFor(words, gazetteer)));
  return passages.map(({ passage, names }) => {
    const same = names.map((found) => {
      const name = withoutEverydayWord(passage, found, isPerson);
      const verdict = verdicts.get(wordsOf(passage, name));
      return verdict && verdict.type !== name.type ? { ...name, type: verdict.type } : name;
    });
    return [...same, ...repeats(passage, same, known)].sort((a, b) => a.from - b.from);
  });
}

/** The words of a name as they stand, a space between them. */
export function wordsOf({ types }: Passage, { from, to }: NameSpan): string {
  return types
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
}

/** Each name's type by the weight of its mentions. */
function settled(passages: readonly NamedPassage[]): Map<string, Verdict> {
  const votes = new Map<string, Map<number, number>>();
  for (const { passage, names } of passages) {
    for (const name of names) {
      const words = wordsOf(passage, name);
      const byType = votes.get(words) ?? new Map<number, number>();
      votes.set(words, byType);
      byType.set(name.type, (byType.get(name.type) ?? 0) + name.confidence);
    }
  }
  return new Map([...votes].map(([words, byType]) => [words, heaviest(byType)]));
}

function heaviest(byType: ReadonlyMap<number, number>): Verdict {
  let best: Verdict = { type: -1, confidence: -1 };
  let all = 0;
  for (const [type, weight] of byType) {
    all += weight;
    if (weight > best.confidence) best = { type, confidence: weight };
  }
  return { type: best.type, confidence: all > 0 ? best.confidence / all : 0 };
}

/** "Sher" is who "Nathaniel Sher" is, and "Xi" who "Xi Jinping" is, except where it is a country or a city. */
function settleSurnames(passages: readonly NamedPassage[], verdicts: Map<string, Verdict>, gazetteer: Gazetteer): void {
  for (const { passage, names } of passages) {
    for (const name of names) {
      const verdict = verdicts.get(wordsOf(passage, name));
      if (name.to - name.from < 2 || verdict?.type !== PERSON) continue;
      for (const surname of surnamesOf(passage, name)) {
        const isPlace = (gazetteer.kindsOf(surname) & (KINDS.country | KINDS.city)) !== 0;
        if (!isPlace) verdicts.set(surname, verdict);
      }
    }
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
function settleInitials(passages: readonly NamedPassage[], verdicts: Map<string, Verdict>): void {
  for (const { passage, names } of passages) {
    for (const name of names) {
      if (name.type !== ORG || name.to - name.from < 2) continue;
      const capitals = passage.types.slice(name.from, name.to).filter(({ isCapital }) => isCapital);
      const initials = capitals.map(({ text }) => text.charAt(0)).join('');
      const [opening, behind, closing] = passage.types.slice(name.to, name.to + 3).map(({ text }) => text);
      const verdict = { type: ORG, confidence: name.confidence };
      if (verdicts.has(initials)) verdicts.set(initials, verdict);
      if (opening === '(' && closing === ')' && behind && /^\p{Lu}{2,}$/u.test(behind)) verdicts.set(behind, verdict);
    }
  }
}

/** Whether a name may be taken for one wherever its words stand: not where it is an everyday word too. */
function canBeLookedFor(words: string, gazetteer: Gazetteer): boolean {
  if (!/^\p{Lu}/u.test(words)) return false;
  if (words.includes(' ') || /^\p{Lu}{2,}$/u.test(words)) return true;
  return words.length > 1 && (gazetteer.kindsOf(words) & EVERYDAY) === 0;
}
