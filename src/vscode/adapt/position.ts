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
 * The text after the editor's content changes, with the change that leads to it. What is not edited is not looked at,
 * unless the two turn out to differ.
 */
export function edited(
  before: Text,
  { document, contentChanges }: vscode.TextDocumentChangeEvent,
): { readonly change: Change; readonly text: Text } {
  const replacements = contentChanges.map(
    ({ range, text }): Replacement => ({ ...toSpan(before, range), insert: withLf(text) }),
  );
  if (isFalling(replacements)) {
    const change = toChange(replacements);
    const text = before.edited(change);
    if (isTextOf(document, text, contentChanges)) return { change, text };
  }
  const text = textOf(document);
  return { change: changeOf(before, text, contentChanges), text };
}

function withLf(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Whether a document has these lines: as many, the last one, and those that begin where it was edited. */
function isTextOf(
  document: vscode.TextDocument,
  text: Text,
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): boolean {
  const last = document.lineCount - 1;
  if (text.lineCount !== document.lineCount) return false;
  const lines = new Set([
    0,
    last,
    ...changes.slice(0, MOST_COMPARED).map(({ range }) => Math.min(range.start.line, last)),
  ]);
  return [...lines].every((line) => document.lineAt(line).text === text.line(line));
}

/** Of so many edited places the lines are compared. */
const MOST_COMPARED = 20;

/** Whether each replacement comes before the one before it, so that all are in the text as it was. */
function isFalling(replacements: readonly Replacement[]): boolean {
  return replacements.every(({ end }, index) => end <= (replacements[index - 1]?.start ?? end));
}

/**
 * The editor's content changes as a change of the text as it was. Their ranges are in that text as long as they come
 * from its end to its beginning, which is nearly always. Otherwise (edits undone together with a change of line ends)
 * each is made on what those before it leave; then what they come to is taken from the texts.
 */
function changeOf(before: Text, after: Text, changes: readonly vscode.TextDocumentContentChangeEvent[]): Change {
  const replacements = changes.map(
    (change): Replacement => ({ ...toSpan(before, change.range), insert: Text.of(change.text).value }),
  );
  return isFalling(replacements) ? toChange(replacements) : changeBetween(before.value, after.value);
}
