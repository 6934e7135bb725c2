import * as vscode from 'vscode';
import { t } from '../../../core/l10n';
import { shortened } from '../../../core/mentions/decide';
import type { Review } from '../../../core/review/review';
import type { ArticleSession } from '../../../core/session';
import { COMMANDS } from '../../contributions';

/**
 * The line of review mode in the status bar: what is to be decided and what the keys do. As a live region of its own it is
 * also how a screen reader hears what comes next, and how much is left.
 */
export class ReviewLine implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('newsmark.review', vscode.StatusBarAlignment.Left, 1_000);

  constructor() {
    this.#item.name = t('Newsmark: Review');
    this.#item.command = COMMANDS.reviewKeys;
    this.#item.tooltip = t('Review mode: click, or press ?, to see all keys.');
  }

  show(review: Review, session: ArticleSession): void {
    const { done, undecided } = review.progress;
    const { what, words, keys } = describe(review, session);
    this.#item.text = `$(checklist) ${[what.replaceAll('$(', '$\u200b('), ...keys].join(' · ')}`;
    const count = t('{0} done, {1} left', done, undecided);
    const spoken = [what, ...(words ? [`“${words}”`] : []), count, ...keys];
    this.#item.accessibilityInformation = { label: spoken.join(', '), role: 'status' };
    this.#item.show();
  }

  hide(): void {
    this.#item.hide();
  }

  dispose(): void {
    this.#item.dispose();
  }
}

/** What the line says: what there is to decide, about which words, and what the keys do. */
interface Description {
  readonly what: string;
  /** Spoken only: in the text they are marked. */
  readonly words?: string;
  readonly keys: readonly string[];
}

function describe(review: Review, { text, labels }: ArticleSession): Description {
  const { mention, span } = review.focus;
  const words = shortened(text.slice(span.start, span.end));
  const allKeys = t('? keys');
  const next = t('↓ next');
  const letter = t('letter: label');
  const edges = t('←→ words');
  if (mention) {
    const { title } = labels.of(mention.label);
    const isOpen = mention.status === 'suggested' || review.isResized;
    if (isOpen)
      return {
        what: `${title}?`,
        words,
        keys: [t('Enter yes'), t('Backspace no'), letter, edges, t('↓ skip'), allKeys],
      };
    const what = mention.status === 'accepted' ? t('{0}, accepted', title) : t('{0}, rejected', title);
    return { what, words, keys: [next, allKeys] };
  }
  if (review.progress.undecided === 0)
    return { what: t('Everything is decided'), keys: [t('Z undo'), t('Esc leave'), allKeys] };
  if (words === '') return { what: t('Review'), keys: [next, allKeys] };
  return { what: t('Not marked'), words, keys: [letter, edges, next, allKeys] };
}
