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
export function readClosed({ raw, sidecar, labels }: ClosedSource): ClosedArticle {
  const text = Text.of(raw);
  const reading = sidecar === undefined ? undefined : readSidecar(sidecar);
  const isReadable = reading !== undefined && 'sidecar' in reading;
  const set = isReadable ? placeSidecar(reading.sidecar, text.value) : NO_ANNOTATIONS;
  return { text, set, labels, mentions: layerMentions(text.value, [], set, labels) };
}

/**
 * The article with what recognizers suggest beside its decisions: the mentions that it shows when it is opened.
 * @returns undefined where the question was canceled
 */
export async function analyzeClosed(
  analyzer: Analyzer,
  source: ClosedSource,
  published: string,
  cancellation?: Cancellation,
): Promise<ClosedArticle | undefined> {
  const { text, set, labels } = readClosed(source);
  const known = { fileName: source.fileName, setting: published };
  const suggestions = await suggestionsIn(analyzer, text, known, cancellation);
  return suggestions && { text, set, labels, mentions: layerMentions(text.value, suggestions, set, labels) };
}
