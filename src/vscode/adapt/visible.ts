import * as vscode from 'vscode';
import type { Span } from '../../core/text/span';
import type { Text } from '../../core/text/text';
import { toOffset } from './position';

/** How many screens before and behind the visible lines are seen to, for the eye to find them ready. */
export const SCREENS = 2;

/** What an editor has in sight of a text, and so many screens before and behind it: whole lines, UTF-16 code units. */
export function visibleIn({ visibleRanges }: Pick<vscode.TextEditor, 'visibleRanges'>, text: Text, screens = 0): Span {
  const first = Math.min(...visibleRanges.map(({ start }) => start.line));
  const last = Math.max(...visibleRanges.map(({ end }) => end.line));
  // Before an editor is laid out nothing is in sight: it will begin at the top.
  const [from, to] = visibleRanges.length > 0 ? [first, last] : [0, LINES];
  const around = screens * Math.max(FEWEST, to - from);
  const line = (at: number) => new vscode.Position(Math.max(0, at), 0);
  return { start: toOffset(text, line(from - around)), end: toOffset(text, line(to + around + 1)) };
}

/** So many lines are looked at where nothing is known of what is in sight. */
const LINES = 40;

/** The fewest that a screen counts for, however long its lines are. */
const FEWEST = 12;
