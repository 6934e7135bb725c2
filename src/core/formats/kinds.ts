import { tabled } from '../l10n';

/** What an article's annotations may have that a format may be unable to hold, with the English words for a count of it. */
export const KINDS = Object.freeze({
  orphan: 'annotations whose words are not in the text',
  empty: 'annotations of no words',
  rejection: 'rejections',
  undecided: 'suggestions written like decided annotations',
  crossing: 'annotations that cross another',
  nested: 'annotations inside another, or on the same words',
  partOfToken: 'annotations that begin or end inside a token',
  outerSpace: 'annotations that begin or end with white space',
  acrossParagraphs: 'annotations that run over the end of a paragraph',
  label: 'labels written otherwise',
  entity: 'names and notes of entities',
  links: 'links of entities',
  value: 'values',
  quotation: 'parts of quotations',
  note: 'notes',
  source: 'names of who or what proposed an annotation',
  by: 'names of annotators',
  at: 'times of decisions',
  unknown: 'fields of other programs',
  relation: 'relations',
  metadata: 'facts about the article (title, date, …)',
  whiteSpace: 'articles whose white space is not kept',
  character: 'characters that the format forbids',
});

export type Kind = keyof typeof KINDS;

/** How much of each kind was left out or changed; kinds that nothing was lost of are not in it. */
export type Losses = ReadonlyMap<Kind, number>;

/** A sum of losses that grows with each article. */
export class LossCount {
  readonly #counts = new Map<Kind, number>();

  add(kind: Kind, count = 1): void {
    if (count > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
  }

  addAll(losses: Losses): void {
    for (const [kind, count] of losses) this.add(kind, count);
  }

  get losses(): Losses {
    return this.#counts;
  }
}

/** A kind, in the person's language. */
export function kindInWords(kind: Kind): string {
  return tabled(KINDS[kind]);
}

/** A kind and how often it came, in the person's language: `relations: 3`. */
export function lossInWords(kind: Kind, count: number): string {
  return `${kindInWords(kind)}: ${count}`;
}

/** All kinds but these: what a format holds is mostly easier told by what it does not. */
export function allKinds(...but: readonly Kind[]): ReadonlySet<Kind> {
  return new Set((Object.keys(KINDS) as Kind[]).filter((kind) => !but.includes(kind)));
}
