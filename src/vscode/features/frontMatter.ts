import * as vscode from 'vscode';
import { toRange } from '../adapt/position';
import type { OpenArticle } from '../articles/openArticle';
import { setProblems } from '../articles/problems';
import { whenStill } from '../articles/whenStill';
import type { Services } from '../services';

/** Lists in Problems what is wrong with an article's front matter: a date or title that can't be read is not used. */
export function registerFrontMatter({ articles }: Services): vscode.Disposable {
  const problems = vscode.languages.createDiagnosticCollection('newsmark front matter');
  return vscode.Disposable.from(
    problems,
    whenStill(articles, {
      on: ['opened', 'suggestions'],
      draw: (article) => setProblems(problems, article.uri, diagnosticsOf(article)),
      gone: (article) => problems.delete(article.uri),
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
