import type * as vscode from 'vscode';
import type { Mention } from '../../../core/mentions/mention';
import { type Span, sameSpan, withoutOuterSpace } from '../../../core/text/span';
import { toSpan } from '../../adapt/position';
import type { OpenArticle } from '../../articles/openArticle';

/** The spans a person means with the selections: their words without space around, or the word under a bare cursor. */
export function markedSpans(editor: vscode.TextEditor, { session }: OpenArticle): readonly Span[] {
  const { text } = session;
  const spans = editor.selections.map((selection) => {
    if (!selection.isEmpty) return withoutOuterSpace(text.value, toSpan(text, selection));
    const word = editor.document.getWordRangeAtPosition(selection.active);
    return word ? toSpan(text, word) : { start: 0, end: 0 };
  });
  return spans.filter((span) => span.end > span.start);
}

/** Labels that these words have elsewhere in the article or here from a recognizer: the likeliest first. */
export function likelyLabels(mentions: readonly Mention[], span: Span, words: string): readonly string[] {
  const here = mentions.filter((mention) => sameSpan(mention, span));
  const alike = mentions.filter((mention) => mention.status !== 'rejected' && mention.text === words);
  const touching = mentions.filter((mention) => mention.start < span.end && span.start < mention.end);
  return [...new Set([...here, ...alike, ...touching].map((mention) => mention.label))].slice(0, 3);
}
