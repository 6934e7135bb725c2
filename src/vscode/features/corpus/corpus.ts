import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import type { Services } from '../../services';
import { registerIndexing } from './indexing';

/** What concerns the index over all articles as a whole. */
export function registerCorpus(services: Services): vscode.Disposable {
  const { corpus } = services;
  return vscode.Disposable.from(
    registerIndexing(services),
    vscode.commands.registerCommand(COMMANDS.pauseIndexing, () => corpus.pause()),
    vscode.commands.registerCommand(COMMANDS.resumeIndexing, () => corpus.resume()),
    vscode.commands.registerCommand(COMMANDS.rebuildIndex, () => corpus.rebuild()),
  );
}
