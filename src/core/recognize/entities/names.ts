import type { FoundPassage, Recognizer } from '../recognizer';
import type { Suggestion } from '../suggestion';
import { memory } from './memory';
import type { Agreement, NamedPassage } from './rules/agreement';
import type { NameRules } from './rules/nameRules';
import type { ArticleTagger } from './tagger/articleTagger';
import type { NameSpan } from './tagger/spans';
import type { Reading, Tagger } from './tagger/tagger';

const ID = 'names';

const LABELS = Object.freeze(['PERSON', 'NORP', 'ORG', 'GPE', 'LOC', 'FAC', 'EVENT', 'PRODUCT', 'WORK_OF_ART', 'LAW']);

/** Articles whose looks at the whole are remembered; a few are edited by turns. */
const MOST_ARTICLES = 4;

/**
 * Names of people, groups, organizations and places, by a trained tagger and rules over what it finds: first paragraph
 * by paragraph, then with the whole article in sight.
 * @param remembered code units of passages to remember, for articles that are edited; enough for a long one unless told
 */
export function names(tagger: Tagger, rules: NameRules, remembered?: number): Recognizer {
  const readingOf = memory((passage: string) => tagger.read(passage), remembered);
  let articles: ArticleNames[] = [];

  /** The remembered article that these are mostly passages of, else a new one. */
  function articleOf(readings: readonly Reading[]): ArticleNames {
    const known = articles.find((article) => 2 * article.overlap(readings) >= readings.length);
    const article = known ?? new ArticleNames(tagger, rules);
    articles = [article, ...articles.filter((other) => other !== article)].slice(0, MOST_ARTICLES);
    return article;
  }

  return Object.freeze({
    id: ID,
    labels: LABELS,
    run: (passage: string) => new ArticleNames(tagger, rules).suggestionsIn([readingOf(passage)])[0] ?? [],
    prepare: (passage: string) => void readingOf(passage),
    refinePassages: (passages: readonly FoundPassage[]) => {
      const readings = passages.map(({ text }) => readingOf(text));
      return articleOf(readings).suggestionsIn(readings);
    },
  });
}

/** Names of one article, which come at the cost of what has changed since it was last looked at. */
class ArticleNames {
  readonly #rules: NameRules;
  readonly #tagger: ArticleTagger<Reading>;
  readonly #agreement: Agreement;
  /** A passage by the names that the tagger found in it, and suggestions by the names that the rules left. */
  readonly #passages = new WeakMap<readonly NameSpan[], NamedPassage>();
  readonly #suggestions = new WeakMap<readonly NameSpan[], readonly Suggestion[]>();

  constructor(tagger: Tagger, rules: NameRules) {
    this.#rules = rules;
    this.#tagger = tagger.article();
    this.#agreement = rules.agreement();
  }

  /** How many of some passages it knows. */
  overlap(readings: readonly Reading[]): number {
    return this.#tagger.overlap(readings);
  }

  /** Of each passage, from its start; the same lists as before where nothing has changed. */
  suggestionsIn(readings: readonly Reading[]): (readonly Suggestion[])[] {
    const tagged = this.#tagger.namesIn(readings);
    const passages = readings.map(({ passage }, index) =>
      once(this.#passages, tagged[index] ?? NO_NAMES, (names) => ({
        passage,
        names: this.#rules.inPassage(passage, names),
      })),
    );
    return this.#agreement
      .namesOf(passages)
      .map((names, index) =>
        once(this.#suggestions, names, () => suggestionsOf(readings[index] as Reading, names, this.#rules)),
      );
  }
}

const NO_NAMES: readonly NameSpan[] = [];

/** What belongs to a key, made when it is first asked for. */
function once<Key extends object, Value>(known: WeakMap<Key, Value>, key: Key, make: (key: Key) => Value): Value {
  const value = known.get(key) ?? make(key);
  known.set(key, value);
  return value;
}

function suggestionsOf({ passage }: Reading, names: readonly NameSpan[], rules: NameRules): Suggestion[] {
  return names.map((name) => {
    const start = passage.starts[name.from] ?? 0;
    const end = passage.ends[name.to - 1] ?? start;
    const label = rules.labelOf(passage, name);
    return { start, end, label, recognizer: ID, confidence: name.confidence };
  });
}
