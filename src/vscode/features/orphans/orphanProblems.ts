import * as vscode from 'vscode';
import type { Annotation } from '../../../core/annotation/annotation';
import type { LabelSet } from '../../../core/annotation/labelSet';
import { t } from '../../../core/l10n';
import { toRange } from '../../adapt/position';
import type { OpenArticle } from '../../articles/openArticle';
import type { OpenArticles } from '../../articles/openArticles';
import { COMMANDS } from '../../contributions';
import { lastLine } from './orphanPlace';
import type { OrphanLink } from './orphanTarget';

const SOURCE = 'Newsmark';
const CODE = 'orphan';

/** Lists orphans in Problems, at the line where their words stood. */
export function listOrphans(problems: vscode.DiagnosticCollection, { uri, session }: OpenArticle): void {
  problems.set(
    uri,
    session.orphans.map((orphan) => {
      const problem = new vscode.Diagnostic(
        toRange(session.text, lastLine(session.text, orphan)),
        messageOf(orphan, session.labels),
        vscode.DiagnosticSeverity.Warning,
      );
      problem.source = SOURCE;
      problem.code = CODE;
      return problem;
    }),
  );
}

function messageOf({ quote, prefix, suffix, label }: Annotation, labels: LabelSet): string {
  const flat = (words: string) => words.replace(/\s+/g, ' ');
  return t(
    '{0} “{1}” is not in the text any more. It stood in “…{2}…”.',
    labels.of(label).title,
    flat(quote),
    flat(`${prefix}${quote}${suffix}`),
  );
}

/** What can be done about an orphan, as quick fixes of its problem. */
export class OrphanFixes implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.QuickFix];
  readonly #articles: OpenArticles;

  constructor(articles: OpenArticles) {
    this.#articles = articles;
  }

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const article = this.#articles.get(document.uri);
    if (!article) return [];
    return diagnostics
      .filter(({ source, code }) => source === SOURCE && code === CODE)
      .flatMap((problem) => {
        const orphan = article.session.orphans.find(
          (annotation) => messageOf(annotation, article.session.labels) === problem.message,
        );
        return orphan ? fixesFor(article, orphan, problem) : [];
      });
  }
}

function fixesFor(article: OpenArticle, orphan: Annotation, problem: vscode.Diagnostic): vscode.CodeAction[] {
  const words = orphan.quote.replace(/\s+/g, ' ');
  const link: OrphanLink = { uri: article.uri.toString(), orphans: [orphan.id] };
  const fix = (title: string, command: string) => {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { command, title, arguments: [link] };
    action.diagnostics = [problem];
    return action;
  };
  return [
    fix(t('Re-attach “{0}” to the best place…', words), COMMANDS.reattachToBest),
    fix(t('Re-attach “{0}” to the selection', words), COMMANDS.reattachToSelection),
    fix(t('Delete the annotation “{0}”', words), COMMANDS.deleteOrphan),
  ];
}
