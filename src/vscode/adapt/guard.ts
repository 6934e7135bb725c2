import * as vscode from 'vscode';

/**
 * Keeps an article under review from being typed into: it is read-only meanwhile, as the editor's own command makes it,
 * so that typing elsewhere is not slowed and other extensions that handle typing are left alone.
 *
 * That command is about the active editor alone. So an article that is closed under review is set free when it is opened
 * the next time.
 */
export class Guard {
  readonly #guarded = new Set<string>();
  readonly #log: vscode.LogOutputChannel;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
  }

  /** Makes the active editor's article read-only for the time being. */
  async raise(uri: vscode.Uri): Promise<void> {
    if (!isActive(uri) || this.#guarded.has(uri.toString()) || canNotGuard(uri)) return;
    this.#guarded.add(uri.toString());
    await this.#run('workbench.action.files.setActiveEditorReadonlyInSession');
  }

  /** Lets the active editor's article be typed into again, if it was this guard that forbade it. */
  async lift(uri: vscode.Uri): Promise<void> {
    if (!isActive(uri) || !this.#guarded.delete(uri.toString())) return;
    await this.#run('workbench.action.files.resetActiveEditorReadonlyInSession');
  }

  async #run(command: string): Promise<void> {
    try {
      await vscode.commands.executeCommand(command);
    } catch (error) {
      this.#log.error(`${command}:`, error);
    }
  }
}

function isActive(uri: vscode.Uri): boolean {
  return vscode.window.activeTextEditor?.document.uri.toString() === uri.toString();
}

/** A document that no file has yet can't be made read-only, and what is on a read-only file system is so anyway. */
function canNotGuard(uri: vscode.Uri): boolean {
  return uri.scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false;
}
