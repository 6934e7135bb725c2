import * as vscode from 'vscode';
import { say } from '../../adapt/say';
import { COMMANDS } from '../../contributions';
import { isIndexed, notIndexedInWords } from '../../corpus/isIndexed';
import type { Services } from '../../services';
import { registerIndexing } from './indexing';

/** What concerns the index over all articles as a whole. */
export function registerCorpus(services: Services): vscode.Disposable {
  const { corpus } = services;
  const onIndex = (id: string, act: () => void | Promise<void>) =>
    vscode.commands.registerCommand(id, () => (isIndexed() ? act() : say(notIndexedInWords())));
  return vscode.Disposable.from(
    registerIndexing(services),
    onIndex(COMMANDS.pauseIndexing, () => corpus.pause()),
    onIndex(COMMANDS.resumeIndexing, () => corpus.resume()),
    onIndex(COMMANDS.rebuildIndex, () => corpus.rebuild()),
  );
}
