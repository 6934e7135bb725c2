import * as vscode from 'vscode';
import type { CorpusProgress } from '../../../core/corpus/corpusProgress';
import { t } from '../../../core/l10n';
import { COMMANDS } from '../../contributions';
import type { Services } from '../../services';

/** Fewer articles are done before anybody has read that they are being indexed. */
const WORTH_SAYING = 20;

/** Says in the status bar how far indexing is; a click holds it, and another one lets it go on. */
export function registerIndexing({ corpus }: Services): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('newsmark.indexing', vscode.StatusBarAlignment.Right, 99);
  item.name = t('Newsmark: Index of Articles');
  const draw = ({ state, done, total }: CorpusProgress) => {
    const isBusy = state === 'indexing' || state === 'paused';
    if (!isBusy || total < WORTH_SAYING) return item.hide();
    const isPaused = state === 'paused';
    item.text = `$(${isPaused ? 'debug-pause' : 'sync~spin'}) ${t('{0} of {1} articles', done, total)}`;
    item.tooltip = isPaused
      ? t('Newsmark: indexing is held. Click to go on.')
      : t('Newsmark is indexing the articles of the workspace. Click to hold it.');
    item.command = isPaused ? COMMANDS.resumeIndexing : COMMANDS.pauseIndexing;
    item.show();
  };
  return vscode.Disposable.from(item, corpus.onDidProgress(draw));
}
