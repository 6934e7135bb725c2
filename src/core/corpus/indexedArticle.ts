import type { AnnotationStatus } from '../annotation/annotation';
import type { Span } from '../text/span';

/** What a corpus knows of one of its articles without opening it. Plain and JSON-able: it is kept on disk. */
export interface IndexedArticle {
  /** Where the article is: a URI in the editor, a file path on the command line. */
  readonly path: string;
  /** Its headline, or its file's name. */
  readonly title: string;
  /** Publication date, ISO 8601, where it is known. */
  readonly published?: string;
  /** UTF-16 code units. */
  readonly length: number;
  readonly words: number;
  /** Where its lines start, the first at 0; UTF-16 code units. So a place in it is known without opening it. */
  readonly lineStarts?: readonly number[];
  /** By it, articles that are nearly the same are found: see `fingerprintOf`. */
  readonly fingerprint?: readonly number[];
  /** In reading order, rejected ones left out. */
  readonly mentions: readonly IndexedMention[];
  /** Which of its entities somebody has said not to be which others, by their records: the first is not the second. */
  readonly notSame?: readonly (readonly [string, string])[];
}

/** A mention as a corpus remembers it. Offsets are UTF-16 code units of the article's text with LF line ends. */
export interface IndexedMention extends Span {
  /** Its words. */
  readonly text: string;
  readonly label: string;
  /** The built-in label that a label of the workspace's own stands for; absent where the label is built in itself. */
  readonly kind?: string;
  readonly status: AnnotationStatus;
  /** The fullest name of what it refers to within its article. */
  readonly name: string;
  /** Identifier of what it refers to, where a person gave one. */
  readonly link?: string;
  /** What the knowledge base surely takes it for, where nobody has linked it; an identifier like `link`. */
  readonly guess?: string;
  /** Id of its entity in the article's sidecar, where somebody has said what that is not, or that another one is not it. */
  readonly record?: string;
  /** Normal form of a figure or date. */
  readonly value?: string;
  readonly modifier?: string;
  readonly counted?: string;
  /** What a figure measures, as its sentence calls it: `bilateral trade`, `exports`. */
  readonly measure?: string;
  /** Name of who speaks, for a quotation. */
  readonly speaker?: string;
  /** The sentence around it. */
  readonly sentence: Span;
}
