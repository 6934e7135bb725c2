import * as vscode from 'vscode';
import { ARTICLE_LANGUAGES } from '../adapt/selector';
import type { OpenArticle } from './openArticle';
import type { OpenArticles } from './openArticles';

/** Who lists the problems; the editor shows it behind each. */
export const PROBLEM_SOURCE = 'Newsmark';

const { QuickFix } = vscode.CodeActionKind;

/** Offers what can be done about problems of one kind, where there are any at the place that is asked about. */
export function registerQuickFixes(
  articles: OpenArticles,
  kind: string,
  fixesOf: (article: OpenArticle, problems: readonly vscode.Diagnostic[], range: vscode.Range) => vscode.CodeAction[],
): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions(document, range, { diagnostics }) {
      const article = articles.get(document.uri);
      const problems = diagnostics.filter(({ source, code }) => source === PROBLEM_SOURCE && code === kind);
      return article && problems.length > 0 ? fixesOf(article, problems, range) : [];
    },
  };
  return vscode.languages.registerCodeActionsProvider(ARTICLE_LANGUAGES, provider, {
    providedCodeActionKinds: [QuickFix],
  });
}

/** A command as a fix of some problems. */
export function quickFix(
  title: string,
  command: string,
  args: unknown[],
  problems: readonly vscode.Diagnostic[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, QuickFix);
  action.command = { command, title, arguments: args };
  action.diagnostics = [...problems];
  return action;
}
