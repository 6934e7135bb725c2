import type { Span } from '../text/span';
import type { QuotationParts } from './quotationParts';
import type { Quote } from './quote';

/** What a person has said of a mention; `suggested` only for imported ones that nobody has decided on. */
export type AnnotationStatus = 'accepted' | 'rejected' | 'suggested';

/** Fields of a file that this version does not know: carried along untouched. */
export type UnknownFields = Readonly<Record<string, unknown>>;

/** A decision about a span of the article. `start` and `end` are UTF-16 code units of the article's text. */
export interface Annotation extends Span {
  readonly id: string;
  /** The annotated words, as they were when last written. */
  readonly quote: string;
  /** Up to 32 characters before and after, as they were when last written: they tell repeated words apart. */
  readonly prefix: string;
  readonly suffix: string;
  readonly label: string;
  readonly status: AnnotationStatus;
  /** Id of an entity of the same sidecar. */
  readonly entity?: string;
  /** Normal form of a figure or date; other tools may store an object, which is kept. */
  readonly value?: unknown;
  /** The parts of a quotation, in the article's offsets. */
  readonly quotation?: QuotationParts;
  readonly note?: string;
  /** The recognizer or import that proposed it; absent where a person added it. */
  readonly source?: string;
  readonly by?: string;
  /** When it was decided, ISO 8601 in UTC. */
  readonly at?: string;
  /**
   * Set while the words are not in the article: the span they had, in code points as files hold it. `start` and `end`
   * mean nothing then.
   */
  readonly orphan?: Span;
  /**
   * Set while edits have cut something off the words: what they were, the latest last, so that undo can bring them back
   * whole. Lives in memory only.
   */
  readonly past?: readonly Quote[];
  readonly unknown?: UnknownFields;
}

/** What mentions refer to. */
export interface Entity {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  /**
   * Names that mean it in this article: mentions of its label under one of them belong to it, unless somebody has put
   * them elsewhere. Where this is absent, its own name does.
   */
  readonly aliases?: readonly string[];
  /** Ids in knowledge bases, by the base's name: `{ "wikidata": "Q7747" }`. */
  readonly links?: Readonly<Record<string, string>>;
  readonly note?: string;
  readonly unknown?: UnknownFields;
}

/** A typed arrow between two annotations, by their ids. */
export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly unknown?: UnknownFields;
}

/** All decisions about one article. */
export interface AnnotationSet {
  readonly entities: readonly Entity[];
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
}

export const NO_ANNOTATIONS: AnnotationSet = Object.freeze({ entities: [], annotations: [], relations: [] });

/** Order of annotations in files and lists: by place, then label, then id. */
export function byPlace(a: Annotation, b: Annotation): number {
  return a.start - b.start || a.end - b.end || compare(a.label, b.label) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
