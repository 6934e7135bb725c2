import type { AnnotationSet, AnnotationStatus, Entity, Relation } from '../annotation/annotation';
import type { QuotationParts } from '../annotation/quotationParts';
import type { FiledArticle } from '../sidecar/filed';
import type { Span } from '../text/span';
import type { Kind } from './kinds';
import type { OffsetUnit } from './offsetUnits';
import type { Tokenizer } from './tokenizers';

/** An article with what is decided about it, as formats are given it and give it back. */
export interface AnnotatedArticle {
  /** Its file's name without folders, or what stands for it in a file of many: `story.txt`, `7`. */
  readonly name: string;
  /** LF line ends, no byte-order mark; the annotations' offsets are UTF-16 code units of it. */
  readonly text: string;
  /** Title, date, source and so on. */
  readonly article: FiledArticle;
  readonly set: AnnotationSet;
}

/** How tags of tokens are written: `B-` only between neighbors, `B-` at every beginning, or with ends and singles too. */
export type TagScheme = 'iob1' | 'iob2' | 'bioes';

export const TAG_SCHEMES: readonly TagScheme[] = ['iob1', 'iob2', 'bioes'];

/** What a writer can be told. */
export interface WriteOptions {
  /** For formats of tokens. */
  readonly tokenizer: Tokenizer;
  /** For formats with one tag a token. */
  readonly scheme: TagScheme;
}

/** A file that is written for an article: its name is the article's with this ending. */
export interface Part {
  readonly ending: string;
  readonly content: string;
}

/** A file to read. */
export interface Source {
  /** Its name without folders. */
  readonly name: string;
  readonly content: string;
  /** The number of its first line, where it is a stretch of a file whose every line is an article. */
  readonly line?: number;
  /** The content of the file beside it whose name has this ending in place of its own; undefined where there is none. */
  beside?(ending: string): string | undefined;
}

/** Something in a file that was not understood, or not all of it. Lines count from 1. */
export interface ReadProblem {
  readonly line?: number;
  readonly message: string;
  /** Whether an article, or all of the file, is missing for it; else only what the message names is. */
  readonly isSerious: boolean;
  /** Whether nothing is missing for it: it is worth knowing. */
  readonly isHint?: boolean;
}

/** An annotation as a file has it, before its offsets are understood. */
export interface ReadSpan extends Span {
  /** Tells it from the others of its article. */
  readonly id: string;
  readonly label: string;
  /** Its words, where the file has them: they tell in which unit the offsets count. */
  readonly quote?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  /** What a person said of it, where the file knows. */
  readonly status?: AnnotationStatus;
  readonly entity?: string;
  readonly value?: unknown;
  /** In the unit of the span. */
  readonly quotation?: QuotationParts;
  readonly note?: string;
  readonly source?: string;
  readonly by?: string;
  readonly at?: string;
  readonly unknown?: Readonly<Record<string, unknown>>;
  readonly line?: number;
}

/** What a file says of one article. */
export interface ReadArticle {
  readonly name: string;
  /** Set where the file has no name for it, so that the name only tells it from the file's others. */
  readonly isNumbered?: boolean;
  /** The text, where the file has it or it can be put together of its tokens. */
  readonly text?: string;
  readonly article?: FiledArticle;
  readonly spans: readonly ReadSpan[];
  readonly entities: readonly Entity[];
  /** Between spans, by their ids. */
  readonly relations: readonly Relation[];
  /** What offsets may count, the likeliest first. */
  readonly units: readonly OffsetUnit[];
}

export interface Reading {
  readonly articles: readonly ReadArticle[];
  readonly problems: readonly ReadProblem[];
}

/** What stands around the articles in a file that holds many. */
export interface Frame {
  readonly head: string;
  readonly between: string;
  readonly foot: string;
}

/** A file format of another tool, both ways. */
export interface Format {
  /** What people type: `brat`. */
  readonly id: string;
  readonly title: string;
  /** Endings of its files; the first is written. */
  readonly endings: readonly [string, ...string[]];
  /** Set where one file holds many articles. */
  readonly frame?: Frame;
  /** Whether every line is an article by itself, so that a file may be read line by line, however long it is. */
  readonly isLinewise?: boolean;
  /** Endings of files that belong to the one that is read: the text beside the annotations. */
  readonly companions?: readonly string[];
  /** What it can hold beside spans and labels. All else is left out, and counted. */
  readonly holds: ReadonlySet<Kind>;
  /** Whether each token has a tag, so that a scheme of tags may be chosen. */
  readonly hasTags?: boolean;
  /** How a label is written, where not every string may be one. */
  labelForm?(label: string): string;
  /** Writes an article that has nothing but what the format holds (see `fitArticle`). */
  write(article: AnnotatedArticle, options: WriteOptions): readonly Part[];
  /** Whether a file looks like one of this format, for files whose ending several formats share. */
  looksLike?(content: string): boolean;
  /** Never throws on what a file holds: that comes back as problems. */
  read(source: Source): Reading;
}
