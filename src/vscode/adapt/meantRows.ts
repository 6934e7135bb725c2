import * as vscode from 'vscode';
import { pause } from './slices';

/** How long the two changes of a key's selection may be apart, in milliseconds: they come at once. */
const TOGETHER = 500;

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
  readonly #idOf: (row: T) => string;
  readonly #listening: vscode.Disposable;
  /** The last two selections that the editor told of since a key was pressed. */
  #told: readonly { readonly rows: readonly T[]; readonly at: number }[] = [];

  constructor(view: vscode.TreeView<T>, idOf: (row: T) => string) {
    this.#view = view;
    this.#idOf = idOf;
    this.#listening = view.onDidChangeSelection(({ selection }) => {
      this.#told = [...this.#told.slice(-1), { rows: selection, at: Date.now() }];
    });
  }

  /** @param argument what the command was given */
  async now({ byKey = false }: ByKey = {}): Promise<readonly T[]> {
    const toggled = byKey ? this.#toggledByKey() : [];
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

  #toggledByKey(): readonly T[] {
    const [toggled, restored] = this.#told;
    this.#told = [];
    if (!toggled || !restored || restored.at - toggled.at > TOGETHER) return [];
    const added = this.#without(toggled.rows, restored.rows);
    const removed = this.#without(restored.rows, toggled.rows);
    if (added.length + removed.length !== 1) return [];
    return added.length > 0 ? added : restored.rows;
  }

  async #toggledNow(): Promise<readonly T[]> {
    const before = this.#view.selection;
    const after = await this.#toggle();
    await this.#toggle();
    this.#told = [];
    const added = this.#without(after, before);
    return added.length > 0 ? added : before;
  }

  /** Adds the focused row to the selection or takes it out. @returns the selection then */
  async #toggle(): Promise<readonly T[]> {
    await vscode.commands.executeCommand('list.toggleSelection');
    return this.#view.selection;
  }

  #without(rows: readonly T[], others: readonly T[]): readonly T[] {
    const ids = new Set(others.map(this.#idOf));
    return rows.filter((row) => !ids.has(this.#idOf(row)));
  }
}
