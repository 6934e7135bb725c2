import type { Analyzer } from './analyzer';
import { type AnnotationSet, NO_ANNOTATIONS } from './annotation/annotation';
import type { LabelSet } from './annotation/labelSet';
import { layerMentions } from './mentions/layerMentions';
import type { Mention } from './mentions/mention';
import type { Cancellation } from './ports';
import { suggestionsIn } from './recognizeArticle';
import { placing } from './sidecar/place';
import { reading } from './sidecar/read';
import { atOnce, type Steps } from './slices';
import { Text } from './text/text';

/** An article that is not open, with what its sidecar says. */
export interface ClosedArticle {
  readonly text: Text;
  readonly set: AnnotationSet;
  readonly labels: LabelSet;
  /** In reading order: what is decided, and what recognizers suggest, where they were asked. */
  readonly mentions: readonly Mention[];
}

export interface ClosedSource {
  /** The article's content as the file has it. */
  readonly raw: string;
  readonly fileName: string;
  /** The sidecar's content; undefined where there is none. */
  readonly sidecar: string | undefined;
  /** What the labels mean. */
  readonly labels: LabelSet;
}

/** An article and its decisions as files have them; no decisions where the sidecar can't be read. */
export function readClosed(source: ClosedSource): ClosedArticle {
  return layered(atOnce(readingClosed(source)));
}

/** The files' content, and the publication date that the sidecar names, where it names one. */
export interface ReadArticle extends Omit<ClosedArticle, 'mentions'> {
  readonly published: string | undefined;
}

/** Reads an article's files, in steps. */
export function* readingClosed({ raw, sidecar, labels }: ClosedSource): Steps<ReadArticle> {
  const text = Text.of(raw);
  const read = sidecar === undefined ? undefined : yield* reading(sidecar);
  if (read === undefined || !('sidecar' in read)) return { text, set: NO_ANNOTATIONS, labels, published: undefined };
  const { published } = read.sidecar.article;
  return { text, set: yield* placing(read.sidecar, text.value), labels, published };
}

/** With the mentions that are decided. */
export function layered({ published: _, ...article }: ReadArticle): ClosedArticle {
  return { ...article, mentions: layerMentions(article.text.value, [], article.set, article.labels) };
}

/**
 * The article with what recognizers suggest beside its decisions: the mentions that it shows when it is opened.
 * @param published the date that a setting gives for articles that do not tell theirs
 * @returns undefined where the question was canceled
 */
export async function analyzeClosed(
  analyzer: Analyzer,
  source: ClosedSource,
  published: string,
  cancellation?: Cancellation,
): Promise<ClosedArticle | undefined> {
  return analyzeRead(analyzer, atOnce(readingClosed(source)), source.fileName, published, cancellation);
}

/** The same of an article that is read already. */
export async function analyzeRead(
  analyzer: Analyzer,
  { text, set, labels, published: said }: ReadArticle,
  fileName: string,
  published: string,
  cancellation?: Cancellation,
): Promise<ClosedArticle | undefined> {
  const known = {
    fileName,
    setting: published,
    ...(said !== undefined && { sidecar: { published: said } }),
  };
  const suggestions = await suggestionsIn(analyzer, text, known, cancellation);
  return suggestions && { text, set, labels, mentions: layerMentions(text.value, suggestions, set, labels) };
}
