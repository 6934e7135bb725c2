import * as vscode from 'vscode';
import type { Annotation } from '../../../core/annotation/annotation';
import { t } from '../../../core/l10n';
import { saidInWords } from '../../../core/mentions/disputes';
import { type AnnotationFinding, finding, findingsIn } from '../../../core/mentions/findings';
import type { Steps } from '../../../core/slices';
import { toRange } from '../../adapt/position';
import type { OpenArticle } from '../../articles/openArticle';
import { setProblems } from '../../articles/problems';
import { PROBLEM_SOURCE, quickFix } from '../../articles/quickFixes';
import type { MentionLink } from '../../articles/target';
import { COMMANDS } from '../../contributions';

/** A disputed annotation, and the side that is right: an index into its `conflicts`, or -1 for what stands. */
export interface SideLink extends MentionLink {
  readonly side: number;
}

export function isSideLink(value: unknown): value is SideLink {
  return typeof value === 'object' && value !== null && 'side' in value && typeof value.side === 'number';
}

/** Lists in Problems what is not right with the annotations of an article, on their words. */
export function* listFindings(problems: vscode.DiagnosticCollection, { uri, session }: OpenArticle): Steps<void> {
  const findings = yield* finding(session.set);
  setProblems(
    problems,
    uri,
    findings.map(({ annotation, message, code }) => {
      const range = toRange(session.text, annotation);
      const problem = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Warning);
      problem.source = PROBLEM_SOURCE;
      problem.code = code;
      return problem;
    }),
  );
}

export const DISPUTE: AnnotationFinding['code'] = 'dispute';

/** What can be done about disputes, as fixes of their problems. */
export function fixesOf(article: OpenArticle, problems: readonly vscode.Diagnostic[]): vscode.CodeAction[] {
  const findings = findingsIn(article.session.set).filter(({ code }) => code === DISPUTE);
  return problems.flatMap((problem) => {
    const finding = findings.find(
      ({ message, annotation }) =>
        message === problem.message && toRange(article.session.text, annotation).isEqual(problem.range),
    );
    return finding ? fixesFor(article, finding.annotation, problem) : [];
  });
}

function fixesFor(article: OpenArticle, annotation: Annotation, problem: vscode.Diagnostic): vscode.CodeAction[] {
  const words = annotation.quote.replace(/\s+/g, ' ');
  const fix = (title: string, side: number) => {
    const link: SideLink = { uri: article.uri.toString(), keys: [annotation.id], side };
    return quickFix(title, COMMANDS.settleDispute, [link], [problem]);
  };
  const others = (annotation.conflicts ?? []).map((said, side) =>
    fix(t('Take for “{0}” what is said by {1}', words, saidInWords(said, article.session.set)), side),
  );
  return [fix(t('Keep “{0}” as it is', words), -1), ...others];
}
