import type { Span } from '../../text/span';
import type { Recognizer } from '../recognizer';
import type { Suggestion } from '../suggestion';
import { memory } from './memory';
import { nameLabel } from './nameLabel';
import type { NameRules } from './rules/nameRules';
import { type NameSpan, typeName } from './tagger/spans';
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
      return suggestionsOf(passage, 0, reading, rules.inPassage(reading.passage, tagger.namesIn(reading)));
    },
    refine: (text: string, _: readonly Suggestion[], passages: readonly Span[] = [{ start: 0, end: text.length }]) => {
      const readings = passages.map(({ start, end }) => readingOf(text.slice(start, end)));
      const tagged = tagger.namesInArticle(readings);
      const found = rules.inArticle(readings.map(({ passage }, index) => ({ passage, names: tagged[index] ?? [] })));
      return passages.flatMap(({ start, end }, index) => {
        const reading = readings[index];
        return reading ? suggestionsOf(text.slice(start, end), start, reading, found[index] ?? []) : [];
      });
    },
  });
}

function suggestionsOf(
  passage: string,
  from: number,
  { passage: words }: Reading,
  spans: readonly NameSpan[],
): Suggestion[] {
  return spans.flatMap((span) => {
    const start = words.starts[span.from] ?? 0;
    const end = words.ends[span.to - 1] ?? start;
    const label = nameLabel(typeName(span.type), passage.slice(start, end), passage.charAt(start - 1));
    if (label === undefined) return [];
    return [{ start: from + start, end: from + end, label, recognizer: ID, confidence: span.confidence }];
  });
}
