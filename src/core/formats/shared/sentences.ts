import { firstStartingAt } from '../../text/sorted';
import type { Span } from '../../text/span';
import type { AnnotatedArticle, WriteOptions } from '../format';
import { sentencesOf, tokensOf } from '../tokenizers';
import { type TagSpan, tagsOf } from './tags';

/** A sentence as formats of tokens write it: its tokens, each with its tag. */
export interface TaggedSentence {
  readonly tokens: readonly Span[];
  readonly tags: readonly string[];
}

/** An article's sentences with tags; its annotations are apart from each other and begin and end with tokens (see `fitArticle`). */
export function taggedSentences({ text, set }: AnnotatedArticle, options: WriteOptions): TaggedSentence[] {
  const { annotations } = set;
  const sentences = sentencesOf(text, tokensOf(text, options.tokenizer), annotations);
  return sentences.map((tokens) => {
    const from = firstStartingAt(annotations, tokens[0]?.start ?? 0);
    const to = firstStartingAt(annotations, tokens.at(-1)?.end ?? 0);
    const spans = annotations.slice(from, to).map(({ start, end, label }): TagSpan => {
      const first = firstStartingAt(tokens, start);
      return { start: first, end: Math.max(first + 1, firstStartingAt(tokens, end)), label };
    });
    return { tokens, tags: tagsOf(tokens.length, spans, options.scheme) };
  });
}
