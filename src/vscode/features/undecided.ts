import * as vscode from 'vscode';
import { t } from '../../core/l10n';
import { isPressing } from '../../core/mentions/mention';
import { sameSpan } from '../../core/text/span';
import { toRange, toSpan } from '../adapt/position';
import { say } from '../adapt/say';
import { settingsFor } from '../adapt/settings';
import type { OpenArticle } from '../articles/openArticle';
import { COMMANDS } from '../contributions';
import type { Services } from '../services';

/** The commands that go from one undecided suggestion to the next, around the article's end. */
export function registerUndecided({ articles }: Services): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(COMMANDS.nextUndecided, () => goToUndecided(articles.active, 1)),
    vscode.commands.registerCommand(COMMANDS.previousUndecided, () => goToUndecided(articles.active, -1)),
  );
}

function goToUndecided(article: OpenArticle | undefined, direction: 1 | -1): void {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !article || editor.document !== article.document) return;
  const { text, mentions } = article.session;
  const hidden = new Set(settingsFor(article.uri).hiddenLabels);
  const open = mentions.filter((mention) => isPressing(mention) && !hidden.has(mention.label));
  const { selection } = editor;
  const here = toSpan(text, selection);
  // The one the cursor stands before counts as ahead, unless it is the one that is selected.
  const ahead = open.filter((mention) =>
    direction > 0 ? mention.start >= here.start && !sameSpan(mention, here) : mention.start < here.start,
  );
  const next = direction > 0 ? (ahead[0] ?? open[0]) : (ahead.at(-1) ?? open.at(-1));
  if (!next) {
    say(t('Every suggestion of this article is decided.'));
    return;
  }
  const range = toRange(text, next);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
