import type { Analyzer } from './analyzer';
import { NO_ANNOTATIONS } from './annotation/annotation';
import { type LabelSet, ONTONOTES } from './annotation/labelSet';
import { readMetadata } from './article/readMetadata';
import { readStructure } from './article/structure';
import { layerMentions } from './mentions/layerMentions';
import type { Mention } from './mentions/mention';
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

/**
 * What an article mentions, by recognizers alone: the same that the editor shows before anybody decides.
 * @param labels under which mentions come
 */
export async function recognizeArticle(
  analyzer: Analyzer,
  { raw, fileName = '', published }: ArticleSource,
  labels: LabelSet = ONTONOTES,
): Promise<{ readonly text: Text; readonly mentions: readonly Mention[] }> {
  const text = Text.of(raw);
  const metadata = readMetadata({
    text: text.value,
    fileName,
    ...(published !== undefined && { sidecar: { published } }),
  });
  const { body } = readStructure(text.value);
  const date = metadata.published;
  const suggestions = await analyzer.analyze({
    text: text.value,
    body,
    ...(date !== undefined && { published: date }),
  });
  return { text, mentions: layerMentions(text.value, suggestions ?? [], NO_ANNOTATIONS, labels) };
}
