import type { Language } from '../language';
import type { Recognizer } from '../recognizer';
import type { Suggestion } from '../suggestion';
import { consistent } from './consistency';
import { nameLore } from './nameLore';
import { type NameWord, nameWords } from './nameWords';
import { type Part, partsOf } from './parts';
import { capitalRuns } from './runs';

const ID = 'names';

const LABELS = Object.freeze(['PERSON', 'NORP', 'ORG', 'GPE', 'LOC', 'FAC', 'EVENT', 'LAW']);

/**
 * Names of people, groups, organizations and places: capitalized words, cut and labelled by word lists, by the words
 * that names are made of, and by the words around them.
 */
export function names(language: Language): Recognizer {
  const lore = nameLore(language);
  return Object.freeze({
    id: ID,
    labels: LABELS,
    run: (passage: string) => {
      const words = nameWords(passage, lore.isName);
      const sure = isHeadline(passage, words) ? 0.6 : 0;
      const parts = capitalRuns(words, lore).flatMap((run) => partsOf(words, run, lore));
      return parts.filter((part) => part.confidence > sure).map((part) => suggestionOf(passage, words, part));
    },
    refine: (text: string, suggestions: readonly Suggestion[]) => consistent(text, suggestions, lore, ID),
  });
}

function suggestionOf(passage: string, words: readonly NameWord[], part: Part): Suggestion {
  const start = words[part.from]?.start ?? 0;
  const end = words[part.to - 1]?.end ?? start;
  return { ...withBrackets(passage, start, end), label: part.label, recognizer: ID, confidence: part.confidence };
}

/** A name that begins in an editor's brackets begins with the bracket: "[Korean] Peninsula" has both its halves. */
function withBrackets(passage: string, start: number, end: number): { start: number; end: number } {
  const inside = passage.slice(start, end);
  const opens = inside.includes(']') && !inside.includes('[') && passage.charAt(start - 1) === '[';
  return { start: opens ? start - 1 : start, end };
}

const LONGEST_HEADLINE = 160;

/** In a headline all words are capitalized: only what is surely a name counts there. */
function isHeadline(passage: string, words: readonly NameWord[]): boolean {
  if (passage.length > LONGEST_HEADLINE || /[.!?]["”’)]?$/.test(passage)) return false;
  const long = words.filter((word) => word.text.length > 3);
  return long.length > 3 && long.filter((word) => word.isCapital).length > long.length * 0.7;
}
