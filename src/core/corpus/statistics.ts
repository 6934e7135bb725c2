import type { AnnotationStatus } from '../annotation/annotation';
import type { AnnotatedArticle } from '../formats/format';

/** Counts of annotations by what was said of them. */
export type StatusCounts = Readonly<Record<AnnotationStatus, number>>;

/** What a corpus has, in numbers. */
export interface Statistics {
  readonly articles: number;
  /** Articles with a decision. */
  readonly decided: number;
  readonly characters: number;
  /** Characters (UTF-16 code units) that accepted annotations stand on. */
  readonly covered: number;
  readonly orphans: number;
  readonly labels: ReadonlyMap<string, StatusCounts>;
  /** Decisions by who made them; '' where nobody is named. */
  readonly annotators: ReadonlyMap<string, StatusCounts>;
  /** Different words of accepted annotations by label, the most frequent first. */
  readonly words: ReadonlyMap<string, readonly (readonly [words: string, count: number])[]>;
  readonly entities: number;
  readonly relations: number;
}

/** Gathers statistics article by article. */
export class StatisticsCount {
  #articles = 0;
  #decided = 0;
  #characters = 0;
  #covered = 0;
  #orphans = 0;
  #entities = 0;
  #relations = 0;
  readonly #labels = new Map<string, Record<AnnotationStatus, number>>();
  readonly #annotators = new Map<string, Record<AnnotationStatus, number>>();
  readonly #words = new Map<string, Map<string, number>>();

  add({ text, set }: AnnotatedArticle): void {
    this.#articles++;
    this.#characters += text.length;
    this.#entities += set.entities.length;
    this.#relations += set.relations.length;
    if (set.annotations.some(({ status }) => status !== 'suggested')) this.#decided++;
    let covered = 0;
    const inOrder = [...set.annotations].sort((a, b) => a.start - b.start);
    for (const { orphan, status, label, by = '', start, end } of inOrder) {
      if (orphan) {
        this.#orphans++;
        continue;
      }
      count(this.#labels, label, status);
      if (status !== 'suggested') count(this.#annotators, by, status);
      if (status !== 'accepted') continue;
      this.#covered += Math.max(0, end - Math.max(start, covered));
      covered = Math.max(covered, end);
      const words = this.#words.get(label) ?? new Map<string, number>();
      this.#words.set(label, words);
      const quote = text.slice(start, end).replace(/\s+/gu, ' ');
      words.set(quote, (words.get(quote) ?? 0) + 1);
    }
  }

  get statistics(): Statistics {
    const words = [...this.#words].map(([label, counts]) => {
      const frequent = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      return [label, frequent] as const;
    });
    return {
      articles: this.#articles,
      decided: this.#decided,
      characters: this.#characters,
      covered: this.#covered,
      orphans: this.#orphans,
      labels: sorted(this.#labels),
      annotators: sorted(this.#annotators),
      words: new Map(words),
      entities: this.#entities,
      relations: this.#relations,
    };
  }
}

function count(counts: Map<string, Record<AnnotationStatus, number>>, key: string, status: AnnotationStatus): void {
  const own = counts.get(key) ?? { accepted: 0, rejected: 0, suggested: 0 };
  own[status]++;
  counts.set(key, own);
}

function sorted<T>(counts: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
