import type { Span } from '../../text/span';
import type { Recognizer } from '../recognizer';
import type { Suggestion } from '../suggestion';
import { memory } from './memory';
import type { NameRules } from './rules/nameRules';
import type { NameSpan } from './tagger/spans';
import type { Reading, Tagger } from './tagger/tagger';

const ID = 'names';

const LABELS = Object.freeze(['PERSON', 'NORP', 'ORG', 'GPE', 'LOC', 'FAC', 'EVENT', 'PRODUCT', 'WORK_OF_ART', 'LAW']);

/**
 * Names of people, groups, organizations and places, by a trained tagger and rules over what it finds: first paragraph
 * by paragraph, then with the whole article in sight.
 */
export function names(tagger: Tagger, rules: NameRules): Recognizer {
  const readingOf = memory((passage: string) => tagger.read(passage));
  return Object.freeze({
    id: ID,
    labels: LABELS,
    run: (passage: string) => {
      const reading = readingOf(passage);
      return suggestionsOf(0, reading, rules.inPassage(reading.passage, tagger.namesIn(reading)), rules);
    },
    prepare: (passage: string) => void readingOf(passage),
    refine: (text: string, _: readonly Suggestion[], passages: readonly Span[] = [{ start: 0, end: text.length }]) => {
      const readings = passages.map(({ start, end }) => readingOf(text.slice(start, end)));
      const tagged = tagger.namesInArticle(readings);
      const found = rules.inArticle(readings.map(({ passage }, index) => ({ passage, names: tagged[index] ?? [] })));
      return readings.flatMap((reading, index) =>
        suggestionsOf(passages[index]?.start ?? 0, reading, found[index] ?? [], rules),
      );
    },
  });
}

function suggestionsOf(from: number, { passage }: Reading, names: readonly NameSpan[], rules: NameRules): Suggestion[] {
  return names.map((name) => {
    const start = passage.starts[name.from] ?? 0;
    const end = passage.ends[name.to - 1] ?? start;
    const label = rules.labelOf(passage, name);
    return { start: from + start, end: from + end, label, recognizer: ID, confidence: name.confidence };
  });
}
