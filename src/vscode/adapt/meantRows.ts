import * as vscode from 'vscode';
import { ToggledRows } from '../../core/tree/toggledRows';
import { pause } from './slices';

/** How often it is asked again which rows are meant, and how long a tree may be drawn between, in milliseconds. */
const TRIES = 3;
const REDRAW = 30;

/** What a key hands to its command, after it has toggled the selection of the row with the focus twice. */
export interface ByKey {
  readonly byKey?: boolean;
}

/**
 * The rows that a key pressed in a tree is about, as a context menu would have it: the selected ones, unless the one with
 * the focus is not among them; then that one alone. Arrow keys move the focus and leave the selection behind, and the
 * editor tells extensions of the selection alone; so the focused row is found by what toggling it changes. Keys toggle it
 * twice themselves (`runCommands`), at the moment they are pressed: asked for from here, the focus may have moved on.
 */
export class MeantRows<T> implements vscode.Disposable {
  readonly #view: vscode.TreeView<T>;
  readonly #toggled: ToggledRows<T>;
  readonly #listening: vscode.Disposable;

  /** @param idOf what tells a row from all others */
  constructor(view: vscode.TreeView<T>, idOf: (row: T) => string) {
    this.#view = view;
    this.#toggled = new ToggledRows(idOf);
    this.#listening = view.onDidChangeSelection(({ selection }) => this.#toggled.hear(selection, Date.now()));
  }

  /** @param argument what the command was given */
  async now({ byKey = false }: ByKey = {}): Promise<readonly T[]> {
    const toggled = byKey ? this.#toggled.next(Date.now()) : [];
    if (toggled.length > 0) return toggled;
    for (let tries = 0; ; tries++) {
      const rows = await this.#toggledNow();
      if (rows.length > 0 || tries === TRIES) return rows;
      // A tree that is being drawn anew knows no rows for a moment.
      await pause(REDRAW);
    }
  }

  dispose(): void {
    this.#listening.dispose();
  }

  async #toggledNow(): Promise<readonly T[]> {
    const before = this.#view.selection;
    const after = await this.#toggle();
    await this.#toggle();
    this.#toggled.forget();
    const added = this.#toggled.without(after, before);
    return added.length > 0 ? added : before;
  }

  /** Adds the focused row to the selection or takes it out. @returns the selection then */
  async #toggle(): Promise<readonly T[]> {
    await vscode.commands.executeCommand('list.toggleSelection');
    return this.#view.selection;
  }
}
