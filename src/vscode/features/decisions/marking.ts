import type * as vscode from 'vscode';
import { snapped, wordAt } from '../../../core/marking/words';
import { type Span, withoutOuterSpace } from '../../../core/text/span';
import { toSpan } from '../../adapt/position';
import { settingsFor } from '../../adapt/settings';
import type { OpenArticle } from '../../articles/openArticle';

/**
 * The spans a person means with the selections: their words without space around, whole words unless a setting says
 * otherwise, or the word under a bare cursor.
 */
export function markedSpans(editor: vscode.TextEditor, { session, uri }: OpenArticle): readonly Span[] {
  const { text } = session;
  const { snapToWords } = settingsFor(uri);
  const spans = editor.selections.map((selection) => {
    const span = toSpan(text, selection);
    if (selection.isEmpty) return wordAt(text.value, span.start) ?? span;
    const words = withoutOuterSpace(text.value, span);
    return snapToWords && words.end > words.start ? snapped(text.value, words) : words;
  });
  // Two cursors in one word mean it once.
  const unique = new Map(spans.map((span) => [`${span.start}-${span.end}`, span]));
  return [...unique.values()].filter((span) => span.end > span.start);
}
