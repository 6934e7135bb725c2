import type { Gazetteer } from '../gazetteer';
import type { Passage } from '../tagger/passage';
import type { NameSpan } from '../tagger/spans';
import { agreed, type NamedPassage } from './agreement';
import { isNoName, retyped } from './retype';
import { trimmed } from './trim';

/** What readers of guidelines know and a tagger learns only in part: how names are drawn, and that articles agree. */
export interface NameRules {
  /** Names of one passage, each by itself. */
  inPassage(passage: Passage, names: readonly NameSpan[]): NameSpan[];
  /** Names of all passages of an article, with all of it in sight. */
  inArticle(passages: readonly NamedPassage[]): NameSpan[][];
}

/** The rules, with what is known of names. */
export function nameRules(gazetteer: Gazetteer): NameRules {
  const inPassage = (passage: Passage, names: readonly NameSpan[]) =>
    names
      .map((name) => retyped(passage, trimmed(passage, name, gazetteer), gazetteer))
      .filter((name) => !isNoName(passage, name));
  return Object.freeze({
    inPassage,
    inArticle: (passages: readonly NamedPassage[]) =>
      agreed(
        passages.map(({ passage, names }) => ({ passage, names: inPassage(passage, names) })),
        gazetteer,
      ),
  });
}
