import * as vscode from 'vscode';

const STATE = 'newsmark.tree.folding';

/** How many rows are remembered; the ones that were folded or unfolded last. */
const REMEMBERED = 1_000;

/** How long changes are gathered before they are written down, in milliseconds. */
const GATHER = 1_000;

/** What is folded and unfolded in the tree: kept while other articles are looked at, and when the window is closed. */
export class Folding implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #unfolded: Map<string, boolean>;
  #writing: ReturnType<typeof setTimeout> | undefined;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    const stored = memory.get<unknown>(STATE);
    this.#unfolded = new Map(Array.isArray(stored) ? stored.filter(isEntry) : []);
  }

  /** The state of a row that can be unfolded. */
  of(id: string, usual: vscode.TreeItemCollapsibleState): vscode.TreeItemCollapsibleState {
    const isUnfolded = this.#unfolded.get(id);
    if (isUnfolded === undefined) return usual;
    return isUnfolded ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
  }

  note(id: string, isUnfolded: boolean): void {
    this.#unfolded.delete(id);
    this.#unfolded.set(id, isUnfolded);
    const [oldest] = this.#unfolded.keys();
    if (this.#unfolded.size > REMEMBERED && oldest !== undefined) this.#unfolded.delete(oldest);
    this.#writing ??= setTimeout(() => {
      this.#writing = undefined;
      void this.#memory.update(STATE, [...this.#unfolded]);
    }, GATHER);
  }

  dispose(): void {
    clearTimeout(this.#writing);
  }
}

function isEntry(value: unknown): value is [string, boolean] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'boolean';
}
