import * as vscode from 'vscode';
import { shortened } from '../../../core/mentions/decide';
import type { Review } from '../../../core/review/review';
import type { ArticleSession } from '../../../core/session';
import { COMMANDS } from '../../contributions';

/**
 * The line of review mode in the status bar: what is to be decided, what the keys do, how much is left. As a live region
 * of its own it is also how a screen reader hears what comes next.
 */
export class ReviewLine implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('newsmark.review', vscode.StatusBarAlignment.Left, 1_000);

  constructor() {
    this.#item.name = 'Newsmark: Review';
    this.#item.command = COMMANDS.reviewKeys;
    this.#item.tooltip = 'Review mode: click, or press ?, to see all keys.';
  }

  show(review: Review, session: ArticleSession): void {
    const { done, undecided } = review.progress;
    const { what, words, keys } = describe(review, session);
    this.#item.text = `$(checklist) ${[what, ...keys].join(' · ')}`;
    const spoken = [what, ...(words ? [`“${words}”`] : []), `${done} done, ${undecided} left`, ...keys];
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
  if (mention) {
    const { title } = labels.of(mention.label);
    const isOpen = mention.status === 'suggested' || review.isResized;
    const keys = ['Enter yes', 'Backspace no', 'letter: label', '←→ words', '↓ skip', '? keys'];
    if (isOpen) return { what: `${title}?`, words, keys };
    return { what: `${title}, ${mention.status}`, words, keys: ['↓ next', '? keys'] };
  }
  if (review.progress.undecided === 0)
    return { what: 'Everything is decided', keys: ['Z undo', 'Esc leave', '? keys'] };
  if (words === '') return { what: 'Review', keys: ['↓ next', '? keys'] };
  return { what: 'Not marked', words, keys: ['letter: label', '←→ words', '↓ next', '? keys'] };
}
