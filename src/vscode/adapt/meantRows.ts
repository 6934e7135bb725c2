import * as vscode from 'vscode';

/**
 * The rows that a key pressed in a tree is about, as a context menu would have it: the selected ones, unless the one with
 * the focus is not among them; then that one alone. Arrow keys move the focus and leave the selection behind, and the
 * editor tells extensions of the selection alone; so the focused row is found by what toggling it changes.
 */
export async function meantRows<T>(view: vscode.TreeView<T>): Promise<readonly T[]> {
  const before = view.selection;
  const after = await toggled(view);
  await toggled(view);
  const added = after.filter((row) => !before.includes(row));
  return added.length > 0 ? added : before;
}

/** Adds the focused row to the selection or takes it out. @returns the selection then */
async function toggled<T>(view: vscode.TreeView<T>): Promise<readonly T[]> {
  await vscode.commands.executeCommand('list.toggleSelection');
  return view.selection;
}
