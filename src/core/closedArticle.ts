import type { Analyzer } from './analyzer';
import { type AnnotationSet, NO_ANNOTATIONS } from './annotation/annotation';
import type { LabelSet } from './annotation/labelSet';
import { layerMentions } from './mentions/layerMentions';
import type { Mention } from './mentions/mention';
import type { Cancellation } from './ports';
import { suggestionsIn } from './recognizeArticle';
import { placeSidecar } from './sidecar/place';
import { readSidecar } from './sidecar/read';
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
  const { published: _, ...article } = read(source);
  return { ...article, mentions: layerMentions(article.text.value, [], article.set, article.labels) };
}

/** The files' content, and the publication date that the sidecar names, where it names one. */
function read({ raw, sidecar, labels }: ClosedSource) {
  const text = Text.of(raw);
  const reading = sidecar === undefined ? undefined : readSidecar(sidecar);
  if (reading === undefined || !('sidecar' in reading))
    return { text, set: NO_ANNOTATIONS, labels, published: undefined };
  const { published } = reading.sidecar.article;
  return { text, set: placeSidecar(reading.sidecar, text.value), labels, published };
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
  const { text, set, labels, published: said } = read(source);
  const known = {
    fileName: source.fileName,
    setting: published,
    ...(said !== undefined && { sidecar: { published: said } }),
  };
  const suggestions = await suggestionsIn(analyzer, text, known, cancellation);
  return suggestions && { text, set, labels, mentions: layerMentions(text.value, suggestions, set, labels) };
}
