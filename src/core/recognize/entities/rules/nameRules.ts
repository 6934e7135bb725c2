import type { Gazetteer } from '../gazetteer';
import type { Passage } from '../tagger/passage';
import type { NameSpan } from '../tagger/spans';
import { type Agreement, agreement } from './agreement';
import { byHead, completed } from './complete';
import { labelOf } from './label';
import { isNoName, retyped } from './retype';
import { trimmed } from './trim';
import { whole } from './whole';

/** What readers of guidelines know and a tagger learns only in part: how names are drawn, and that articles agree. */
export interface NameRules {
  /** Names of one passage, each by itself. */
  inPassage(passage: Passage, names: readonly NameSpan[]): NameSpan[];
  /** For an article as a whole, whose passages have been gone through by `inPassage`. */
  agreement(): Agreement;
  /** The id of the label of a name. */
  labelOf(passage: Passage, name: NameSpan): string;
}

/** No name has more words; so no row of capitals makes the rules slow. */
const LONGEST_NAME = 20;

/** The rules, with what is known of names. */
export function nameRules(gazetteer: Gazetteer): NameRules {
  const inPassage = (passage: Passage, names: readonly NameSpan[]) => {
    const drawn = names.flatMap((name) => {
      if (name.to - name.from > LONGEST_NAME) return [];
      const known = retyped(passage, byHead(passage, trimmed(passage, name, gazetteer)), gazetteer);
      return completed(passage, known, gazetteer);
    });
    const all = whole(passage, drawn, gazetteer).map((name) => completed(passage, name, gazetteer));
    return all.filter((name) => !isNoName(passage, name));
  };
  return Object.freeze({
    inPassage,
    agreement: () => agreement(gazetteer),
    labelOf: (passage: Passage, name: NameSpan) => labelOf(passage, name, gazetteer),
  });
}
