import * as vscode from 'vscode';
import { labelOf } from '../../../core/annotation/labels';
import { shortened } from '../../../core/mentions/decide';
import type { Review } from '../../../core/review/review';
import type { Text } from '../../../core/text/text';
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

  show(review: Review, text: Text): void {
    const line = lineOf(review, text);
    this.#item.text = `$(checklist) ${line.replaceAll('$(', '$\u200b(')}`;
    this.#item.accessibilityInformation = { label: line, role: 'status' };
    this.#item.show();
  }

  hide(): void {
    this.#item.hide();
  }

  dispose(): void {
    this.#item.dispose();
  }
}

function lineOf(review: Review, text: Text): string {
  const { mention, span } = review.focus;
  const { done, undecided } = review.progress;
  const count = `${done} done, ${undecided} left`;
  const words = `“${shortened(text.slice(span.start, span.end))}”`;
  if (mention && (mention.status === 'suggested' || review.isResized)) {
    return `${labelOf(mention.label).title}? ${words} · Enter yes · Backspace no · letter: other label · ← → words · ↓ skip · ? keys · ${count}`;
  }
  if (mention) return `${labelOf(mention.label).title}, ${mention.status}: ${words} · ↓ goes on · ? keys · ${count}`;
  if (undecided === 0) return `Every suggestion is decided · Esc leaves review · Z undoes · ${count}`;
  if (span.end > span.start) return `${words} · a letter gives a label · ← → words · ↓ goes on · ? keys · ${count}`;
  return `↓ goes to the next suggestion · ? keys · ${count}`;
}
