import * as vscode from 'vscode';
import type { Replacement } from '../../core/text/change';
import { type Change, changeBetween, toChange } from '../../core/text/change';
import type { Span } from '../../core/text/span';
import { Text } from '../../core/text/text';

/**
 * The border between the editor's lines and characters and the core's offsets over LF text. A document with CRLF has
 * other offsets than its `Text`, but the same lines and characters; so this is the only way across.
 */

export function textOf(document: vscode.TextDocument): Text {
  return Text.of(document.getText());
}

export function toRange(text: Text, span: Span): vscode.Range {
  return new vscode.Range(toPosition(text, span.start), toPosition(text, span.end));
}

export function toPosition(text: Text, offset: number): vscode.Position {
  const { line, character } = text.positionAt(offset);
  return new vscode.Position(line, character);
}

export function toOffset(text: Text, position: vscode.Position): number {
  return text.offsetAt(position);
}

export function toSpan(text: Text, range: vscode.Range): Span {
  return { start: text.offsetAt(range.start), end: text.offsetAt(range.end) };
}

/**
 * The editor's content changes as a change of the text as it was. Their ranges are in that text as long as they come
 * from its end to its beginning, which is nearly always. Otherwise (edits undone together with a change of line ends)
 * each is made on what those before it leave; then what they come to is taken from the texts.
 */
export function changeOf(before: Text, after: Text, changes: readonly vscode.TextDocumentContentChangeEvent[]): Change {
  const replacements = changes.map(
    (change): Replacement => ({ ...toSpan(before, change.range), insert: Text.of(change.text).value }),
  );
  const isFalling = replacements.every(({ end }, index) => end <= (replacements[index - 1]?.start ?? end));
  return isFalling ? toChange(replacements) : changeBetween(before.value, after.value);
}
