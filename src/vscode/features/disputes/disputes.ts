import * as vscode from 'vscode';
import type { Annotation, Conflict } from '../../../core/annotation/annotation';
import { t } from '../../../core/l10n';
import { isDisputed } from '../../../core/mentions/decide';
import { keepDecision, saidInWords, takeOtherSide } from '../../../core/mentions/disputes';
import { say } from '../../adapt/say';
import { carryOut, deciderFor, groundOf } from '../../articles/deciding';
import type { OpenArticle } from '../../articles/openArticle';
import type { OpenArticles } from '../../articles/openArticles';
import { registerQuickFixes } from '../../articles/quickFixes';
import { canDecide } from '../../articles/sidecarTrouble';
import { isMentionLink, isOrphanRow, targetOf } from '../../articles/target';
import { whenStill } from '../../articles/whenStill';
import { COMMANDS } from '../../contributions';
import type { Services } from '../../services';
import { DISPUTE, fixesOf, isSideLink, listFindings } from './decisionProblems';

/** Decisions that others contradict: shown in Problems with what else is not right with annotations, and settled. */
export function registerDisputes({ articles }: Services): vscode.Disposable {
  const problems = vscode.languages.createDiagnosticCollection('newsmark decisions');
  return vscode.Disposable.from(
    problems,
    whenStill(articles, {
      on: ['opened', 'text', 'decisions', 'labels'],
      draw: (article) => listFindings(problems, article),
      gone: (article) => problems.delete(article.uri),
    }),
    registerQuickFixes(articles, DISPUTE, fixesOf),
    vscode.commands.registerCommand(COMMANDS.settleDispute, (argument?: unknown, selected?: unknown) =>
      settle(articles, argument, selected),
    ),
  );
}

async function settle(articles: OpenArticles, argument: unknown, selected: unknown): Promise<void> {
  const found = await disputed(articles, argument, selected);
  if (!found) return say(t('No decision here is disputed.'));
  if (found === 'left') return;
  const { article, annotation } = found;
  if (!canDecide(article)) return;
  const side = isSideLink(argument) ? sideAt(annotation, argument.side) : await pickSide(article, annotation);
  if (side === undefined) return;
  if (!article.session.set.annotations.includes(annotation))
    return say(t('The annotation changed while you were choosing. Please choose again.'));
  const decider = deciderFor(article);
  carryOut(
    article,
    side === KEPT ? keepDecision(annotation, decider) : takeOtherSide(groundOf(article), annotation, side, decider),
  );
}

const KEPT = 'kept';

function sideAt(annotation: Annotation, side: number): Conflict | typeof KEPT | undefined {
  return side < 0 ? KEPT : annotation.conflicts?.[side];
}

/**
 * The annotation a command is about, be it in the text or not: where it was called on none, of all that are disputed one
 * is asked for.
 * @returns undefined where none is disputed; `left` where the person thought better of it
 */
async function disputed(
  articles: OpenArticles,
  argument: unknown,
  selected: unknown,
): Promise<{ article: OpenArticle; annotation: Annotation } | 'left' | undefined> {
  const target = targetOf(articles, argument, selected);
  for (const { annotation } of target?.mentions ?? [])
    if (target && annotation && isDisputed(annotation)) return { article: target.article, annotation };
  if (argument !== undefined) return orphanNamed(articles, argument);
  const article = articles.active;
  const open = article?.session.set.annotations.filter(isDisputed) ?? [];
  if (!article || open.length === 0) return undefined;
  const annotation = open.length === 1 ? open[0] : await pickAnnotation(article, open);
  return annotation ? { article, annotation } : 'left';
}

/** The disputed orphan of a row in the tree, or of a quick fix. */
function orphanNamed(
  articles: OpenArticles,
  argument: unknown,
): { article: OpenArticle; annotation: Annotation } | undefined {
  const article = isOrphanRow(argument)
    ? argument.article
    : isMentionLink(argument)
      ? articles.get(vscode.Uri.parse(argument.uri))
      : undefined;
  const id = isOrphanRow(argument) ? argument.annotation.id : isMentionLink(argument) ? argument.keys[0] : undefined;
  const annotation = article?.session.orphans.find((orphan) => orphan.id === id && isDisputed(orphan));
  return article && annotation && { article, annotation };
}

async function pickAnnotation(
  { session }: OpenArticle,
  annotations: readonly Annotation[],
): Promise<Annotation | undefined> {
  const items = annotations.map((annotation) => ({
    label: annotation.quote.replace(/\s+/g, ' '),
    description: annotation.orphan
      ? t('not in the text')
      : t('line {0}', session.text.positionAt(annotation.start).line + 1),
    detail: (annotation.conflicts ?? []).map((said) => saidInWords(said, session.set)).join('; '),
    annotation,
  }));
  return (await vscode.window.showQuickPick(items, { title: t('Disputed decision') }))?.annotation;
}

async function pickSide({ session }: OpenArticle, annotation: Annotation): Promise<Conflict | typeof KEPT | undefined> {
  const { by, quote, status, label } = annotation;
  const items: (vscode.QuickPickItem & { side: Conflict | typeof KEPT })[] = [
    { label: `$(pass-filled) ${saidInWords({ by: by ?? t('here'), status, label }, session.set)}`, side: KEPT },
    ...(annotation.conflicts ?? []).map((side) => ({
      label: `$(git-compare) ${saidInWords(side, session.set)}`,
      side,
    })),
  ];
  const title = t('What is right about “{0}”?', quote.replace(/\s+/g, ' '));
  return (await vscode.window.showQuickPick(items, { title }))?.side;
}
