import type { IndexedArticle, IndexedMention } from '../corpus/indexedArticle';
import { bySentence, type Collector, type Corpus, type Finding, headingOf, kindsOf, MOST_FINDINGS } from './collector';

/** A figure, and the name that stands nearest before it in its sentence, or else after it. */
export interface MeasuredFinding extends Finding {
  readonly nearest?: IndexedMention;
  /** Key of the entity that the name refers to. */
  readonly nearestKey?: string;
}

/** Gathers the figures of a corpus. */
export class MeasuredCollector implements Collector {
  readonly #corpus: Corpus;
  readonly #fits: (mention: IndexedMention) => boolean;
  readonly #found: MeasuredFinding[] = [];
  #total = 0;

  /** @param fits which figures are wanted */
  constructor(corpus: Corpus, fits: (mention: IndexedMention) => boolean = () => true) {
    this.#corpus = corpus;
    this.#fits = fits;
  }

  add(article: IndexedArticle): void {
    const { isFigure } = kindsOf(this.#corpus.labels);
    const heading = headingOf(article);
    for (const inSentence of bySentence(article.mentions).values()) {
      for (const mention of inSentence) {
        if (!isFigure(mention.label) || !this.#fits(mention)) continue;
        this.#total++;
        if (this.#found.length >= MOST_FINDINGS) continue;
        const nearest = this.#nearest(mention, inSentence);
        const nearestKey = nearest && this.#corpus.keyOf(article, nearest);
        this.#found.push({
          article: heading,
          mention,
          ...(nearest && { nearest }),
          ...(nearestKey !== undefined && { nearestKey }),
        });
      }
    }
  }

  get found(): readonly MeasuredFinding[] {
    return this.#found;
  }

  get total(): number {
    return this.#total;
  }

  #nearest(figure: IndexedMention, inSentence: readonly IndexedMention[]): IndexedMention | undefined {
    const { isName } = kindsOf(this.#corpus.labels);
    const names = inSentence.filter(({ label }) => isName(label));
    return names.findLast(({ end }) => end <= figure.start) ?? names.find(({ start }) => start >= figure.end);
  }
}
