import type { Analyzer } from './analyzer';
import { type AnnotationSet, NO_ANNOTATIONS } from './annotation/annotation';
import { type LabelSet, ONTONOTES } from './annotation/labelSet';
import { type MetadataInput, readMetadata } from './article/readMetadata';
import { readStructure } from './article/structure';
import { layerMentions } from './mentions/layerMentions';
import type { Mention } from './mentions/mention';
import type { Cancellation } from './ports';
import type { Suggestion } from './recognize/suggestion';
import { Text } from './text/text';

/** An article to recognize outside the editor. */
export interface ArticleSource {
  /** Its content as the file has it; line ends and byte-order mark do not matter. */
  readonly raw: string;
  /** Its file's name without folders, where it has one: a date in it counts. */
  readonly fileName?: string;
  /** Publication date, ISO 8601, where it is known from elsewhere; stands before what the article says. */
  readonly published?: string;
}

/** What suggestions are layered with. */
export interface RecognizeOptions {
  /** What is decided about the article. */
  readonly set?: AnnotationSet;
  /** Labels under which mentions come. */
  readonly labels?: LabelSet;
}

/**
 * What an article mentions: the same that the editor shows.
 */
export async function recognizeArticle(
  analyzer: Analyzer,
  { raw, fileName = '', published }: ArticleSource,
  { set = NO_ANNOTATIONS, labels = ONTONOTES }: RecognizeOptions = {},
): Promise<{ readonly text: Text; readonly mentions: readonly Mention[] }> {
  const text = Text.of(raw);
  const known = { fileName, ...(published !== undefined && { sidecar: { published } }) };
  const suggestions = await suggestionsIn(analyzer, text, known);
  return { text, mentions: layerMentions(text.value, suggestions ?? [], set, labels) };
}

/**
 * What recognizers suggest in an article that no session is open on.
 * @param known of the article, beside its text
 * @returns undefined where the question was canceled
 */
export async function suggestionsIn(
  analyzer: Analyzer,
  { value: text }: Text,
  known: Omit<MetadataInput, 'text'>,
  cancellation?: Cancellation,
): Promise<readonly Suggestion[] | undefined> {
  const { published } = readMetadata({ text, ...known });
  const { body } = readStructure(text);
  return analyzer.analyze({ text, body, ...(published !== undefined && { published }) }, cancellation);
}
