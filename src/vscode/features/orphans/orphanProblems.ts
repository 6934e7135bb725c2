import * as vscode from 'vscode';
import type { Annotation } from '../../../core/annotation/annotation';
import type { LabelSet } from '../../../core/annotation/labelSet';
import { t } from '../../../core/l10n';
import { isDisputed } from '../../../core/mentions/decide';
import { toRange } from '../../adapt/position';
import type { OpenArticle } from '../../articles/openArticle';
import { setProblems } from '../../articles/problems';
import { PROBLEM_SOURCE, quickFix } from '../../articles/quickFixes';
import type { MentionLink } from '../../articles/target';
import { COMMANDS } from '../../contributions';
import { lastLine } from './orphanPlace';
import type { OrphanLink } from './orphanTarget';

/** What problems with annotations that are not in the text are called. */
export const ORPHAN = 'orphan';

/** Lists orphans in Problems, at the line where their words stood. */
export function listOrphans(problems: vscode.DiagnosticCollection, { uri, session }: OpenArticle): void {
  setProblems(
    problems,
    uri,
    session.orphans.map((orphan) => {
      const problem = new vscode.Diagnostic(
        toRange(session.text, lastLine(session.text, orphan)),
        messageOf(orphan, session.labels),
        vscode.DiagnosticSeverity.Warning,
      );
      problem.source = PROBLEM_SOURCE;
      problem.code = ORPHAN;
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

/** What can be done about orphans, as fixes of their problems. */
export function orphanFixes(article: OpenArticle, problems: readonly vscode.Diagnostic[]): vscode.CodeAction[] {
  return problems.flatMap((problem) => {
    const orphan = article.session.orphans.find(
      (annotation) => messageOf(annotation, article.session.labels) === problem.message,
    );
    return orphan ? fixesFor(article, orphan, problem) : [];
  });
}

function fixesFor(article: OpenArticle, orphan: Annotation, problem: vscode.Diagnostic): vscode.CodeAction[] {
  const words = orphan.quote.replace(/\s+/g, ' ');
  const link: OrphanLink = { uri: article.uri.toString(), orphans: [orphan.id] };
  const fix = (title: string, command: string) => quickFix(title, command, [link], [problem]);
  return [
    fix(t('Re-attach “{0}” to the best place…', words), COMMANDS.reattachToBest),
    fix(t('Re-attach “{0}” to the selection', words), COMMANDS.reattachToSelection),
    fix(t('Delete the annotation “{0}”', words), COMMANDS.deleteOrphan),
    ...(isDisputed(orphan) ? [settling(article, orphan, words, problem)] : []),
  ];
}

function settling(
  article: OpenArticle,
  orphan: Annotation,
  words: string,
  problem: vscode.Diagnostic,
): vscode.CodeAction {
  const link: MentionLink = { uri: article.uri.toString(), keys: [orphan.id] };
  return quickFix(t('Settle what is right about “{0}”…', words), COMMANDS.settleDispute, [link], [problem]);
}
