import * as vscode from 'vscode';
import type { Curator } from '../../../core/agreement/curator';
import { t } from '../../../core/l10n';
import { shortened } from '../../../core/mentions/decide';
import type { ArticleSession } from '../../../core/session';
import { COMMANDS } from '../../contributions';
import { choiceInWords, kindInWords, verdictInWords } from './passageWords';

/** The line of curation in the status bar: what there is to decide between, and what the keys do; also for the ear. */
export class CurationLine implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('newsmark.curation', vscode.StatusBarAlignment.Left, 1_000);

  constructor() {
    this.#item.name = t('Newsmark: Curation');
    this.#item.command = COMMANDS.leaveCuration;
    this.#item.tooltip = t('Curation: click, or press Esc, to leave.');
  }

  show(curator: Curator, session: ArticleSession): void {
    const { open, done } = curator.progress;
    const parts = partsOf(curator, session);
    const count = t('{0} done, {1} left', done, open);
    this.#item.text = `$(git-compare) ${[...parts, count].join(' · ').replaceAll('$(', '$\u200b(')}`;
    this.#item.accessibilityInformation = { label: [...parts, count].join(', '), role: 'status' };
    this.#item.show();
  }

  hide(): void {
    this.#item.hide();
  }

  dispose(): void {
    this.#item.dispose();
  }
}

function partsOf({ focus, progress }: Curator, { text, labels }: ArticleSession): string[] {
  if (!focus) return [t('Nobody has marked anything'), t('Esc leave')];
  const words = `“${shortened(text.slice(focus.start, focus.end))}”`;
  const others = [t('Backspace neither'), t('↓ next'), t('Z undo'), t('Esc leave')];
  if (progress.open === 0) return [t('Everything is decided'), words, verdictInWords(focus, labels), ...others];
  const choices = focus.choices.map(
    (choice, index) => `${index + 1} ${choiceInWords(choice, focus, text.value, labels)}`,
  );
  const state = focus.verdict === 'open' ? kindInWords(focus.kind) : verdictInWords(focus, labels);
  return [state, words, ...choices, ...others];
}
