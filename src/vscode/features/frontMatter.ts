import * as vscode from 'vscode';
import { toRange } from '../adapt/position';
import type { OpenArticle } from '../articles/openArticle';
import type { Services } from '../services';

/** Lists in Problems what is wrong with an article's front matter: a date or title that can't be read is not used. */
export function registerFrontMatter({ articles }: Services): vscode.Disposable {
  const problems = vscode.languages.createDiagnosticCollection('newsmark front matter');
  return vscode.Disposable.from(
    problems,
    articles.onDidChange(({ article, event }) => {
      if (event === 'closed') problems.delete(article.uri);
      else if (event === 'opened' || event === 'suggestions') problems.set(article.uri, diagnosticsOf(article));
    }),
  );
}

function diagnosticsOf({ session }: OpenArticle): vscode.Diagnostic[] {
  return session.structure.problems.map((problem) => {
    const range = toRange(session.text, problem);
    const diagnostic = new vscode.Diagnostic(range, problem.message, vscode.DiagnosticSeverity.Warning);
    diagnostic.source = 'Newsmark';
    return diagnostic;
  });
}
