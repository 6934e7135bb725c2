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
    const { state, words, keys } = describe(curator, session);
    const count = t('{0} done, {1} left', done, open);
    // What the words are, the text shows.
    this.#item.text = `$(git-compare) ${[state, count, ...keys].join(' · ').replaceAll('$(', '$\u200b(')}`;
    this.#item.accessibilityInformation = { label: [state, words, count, ...keys].join(', '), role: 'status' };
    this.#item.show();
  }

  hide(): void {
    this.#item.hide();
  }

  dispose(): void {
    this.#item.dispose();
  }
}

/** What there is to decide, about which words, and what the keys do. */
function describe({ focus, progress }: Curator, { text, labels }: ArticleSession) {
  const leave = t('Esc leave');
  if (!focus) return { state: t('Nobody has marked anything'), words: '', keys: [leave] };
  const words = `“${shortened(text.slice(focus.start, focus.end))}”`;
  if (progress.open === 0) return { state: t('Everything is decided'), words, keys: [t('Z undo'), leave] };
  const choices = focus.choices.map(
    (choice, index) => `${index + 1} ${choiceInWords(choice, focus, text.value, labels)}`,
  );
  const state = focus.verdict === 'open' ? kindInWords(focus.kind) : verdictInWords(focus, labels);
  return { state, words, keys: [...choices, t('Backspace neither'), t('↓ next')] };
}
