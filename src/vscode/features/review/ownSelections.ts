import * as vscode from 'vscode';

/**
 * Tells the selections that review mode sets from those of the person. The editor reports either, and reports late: while
 * keys are pressed fast, a report may be about where the review was two decisions ago.
 */
export class OwnSelections {
  #awaited: readonly vscode.Selection[] = [];

  /** Selects a range, from its start to its end. */
  set(editor: vscode.TextEditor, range: vscode.Range): void {
    const selection = new vscode.Selection(range.start, range.end);
    if (editor.selections.length === 1 && editor.selection.isEqual(selection)) return;
    this.#awaited = [...this.#awaited, selection];
    editor.selection = selection;
  }

  /** Whether what an editor reports is one of these selections. Reports of earlier ones will not come any more. */
  isEchoed(editor: vscode.TextEditor): boolean {
    const index = this.#awaited.findIndex((selection) => selection.isEqual(editor.selection));
    if (index < 0 || editor.selections.length !== 1) {
      // The person moved on: whatever is still to be reported was before that.
      this.#awaited = [];
      return false;
    }
    this.#awaited = this.#awaited.slice(index + 1);
    return true;
  }
}
