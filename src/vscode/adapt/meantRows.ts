import * as vscode from 'vscode';
import { pause } from './slices';

/** How often it is asked again which rows are meant, and how long a tree may be drawn between, in milliseconds. */
const TRIES = 3;
const REDRAW = 30;

/**
 * The rows that a key pressed in a tree is about, as a context menu would have it: the selected ones, unless the one with
 * the focus is not among them; then that one alone. Arrow keys move the focus and leave the selection behind, and the
 * editor tells extensions of the selection alone; so the focused row is found by what toggling it changes.
 */
export async function meantRows<T>(view: vscode.TreeView<T>, idOf: (row: T) => string): Promise<readonly T[]> {
  for (let tries = 0; ; tries++) {
    const rows = await rowsNow(view, idOf);
    if (rows.length > 0 || tries === TRIES) return rows;
    // A tree that is being drawn anew knows no rows for a moment.
    await pause(REDRAW);
  }
}

async function rowsNow<T>(view: vscode.TreeView<T>, idOf: (row: T) => string): Promise<readonly T[]> {
  const before = view.selection;
  const known = new Set(before.map(idOf));
  const after = await toggled(view);
  await toggled(view);
  const added = after.filter((row) => !known.has(idOf(row)));
  return added.length > 0 ? added : before;
}

/** Adds the focused row to the selection or takes it out. @returns the selection then */
async function toggled<T>(view: vscode.TreeView<T>): Promise<readonly T[]> {
  await vscode.commands.executeCommand('list.toggleSelection');
  return view.selection;
}
