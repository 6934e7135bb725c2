import * as vscode from 'vscode';
import type { Entity } from '../../../core/annotation/annotation';
import type { LabelSet } from '../../../core/annotation/labelSet';
import { type Contradiction, contradicting } from '../../../core/curation/contradictions';
import { t } from '../../../core/l10n';
import { isShown } from '../../../core/mentions/mention';
import { atOnce, type Steps } from '../../../core/slices';
import type { Span } from '../../../core/text/span';
import { toRange } from '../../adapt/position';
import { say } from '../../adapt/say';
import { carryOut } from '../../articles/deciding';
import type { OpenArticle } from '../../articles/openArticle';
import { setProblems } from '../../articles/problems';
import { PROBLEM_SOURCE, quickFix, registerQuickFixes } from '../../articles/quickFixes';
import { canDecide } from '../../articles/sidecarTrouble';
import { whenStill } from '../../articles/whenStill';
import { COMMANDS } from '../../contributions';
import type { Services } from '../../services';
import { type Settlement, settled } from './settlement';

const CODE = 'contradiction';

/** Decisions that can't all be right, in Problems, each with quick fixes. */
export function registerContradictions({ articles }: Services): vscode.Disposable {
  const problems = vscode.languages.createDiagnosticCollection('newsmark contradictions');
  return vscode.Disposable.from(
    problems,
    whenStill(articles, {
      on: ['opened', 'text', 'decisions', 'labels'],
      draw: function* (article) {
        setProblems(problems, article.uri, yield* problemsOf(article));
      },
      gone: (article) => problems.delete(article.uri),
    }),
    registerQuickFixes(articles, CODE, fixesOf),
    vscode.commands.registerCommand(COMMANDS.settle, (settlement?: Settlement) => {
      const article = settlement && articles.get(vscode.Uri.parse(settlement.uri));
      if (!article || !canDecide(article)) return;
      const operation = settled(article, settlement);
      if (operation) carryOut(article, operation);
      else say(t('The entities changed meanwhile. Please look again.'));
    }),
  );
}

/** A contradiction, and where it shows in the text. */
interface Placed {
  readonly contradiction: Contradiction;
  readonly spans: readonly Span[];
}

function* placed({ session }: OpenArticle): Steps<readonly Placed[]> {
  return (yield* contradicting(session.set, session.labels)).flatMap((contradiction): Placed[] => {
    if (contradiction.kind === 'two labels') return [{ contradiction, spans: contradiction.odd }];
    const ids = new Set(contradiction.entities.map(({ id }) => id));
    const mention = session.mentions.find((each) => isShown(each) && ids.has(each.entity));
    return [{ contradiction, spans: mention ? [mention] : [{ start: 0, end: 0 }] }];
  });
}

function* problemsOf(article: OpenArticle): Steps<vscode.Diagnostic[]> {
  return (yield* placed(article)).flatMap(({ contradiction, spans }) =>
    spans.map((span) => {
      const problem = new vscode.Diagnostic(
        toRange(article.session.text, span),
        messageOf(contradiction, article.session.labels),
        vscode.DiagnosticSeverity.Information,
      );
      problem.source = PROBLEM_SOURCE;
      problem.code = CODE;
      return problem;
    }),
  );
}

function messageOf(contradiction: Contradiction, labelSet: LabelSet): string {
  if (contradiction.kind === 'two labels') {
    const titles = contradiction.labels.map((label) => labelSet.of(label).title);
    return t('“{0}” is accepted under several labels: {1}.', oneLine(contradiction.name), titles.join(', '));
  }
  const [one, other] = contradiction.entities;
  const { base } = contradiction;
  return contradiction.kind === 'two links'
    ? t('“{0}” has two links in {1}: {2} and {3}.', one.name, base, idIn(one, base), idIn(other, base))
    : t('“{0}” and “{1}” have one link in {2}: {3}.', one.name, other.name, base, idIn(one, base));
}

/** What can be done about contradictions, as fixes of their problems. */
function fixesOf(article: OpenArticle, problems: readonly vscode.Diagnostic[]): vscode.CodeAction[] {
  return atOnce(placed(article)).flatMap(({ contradiction }) => {
    const problem = problems.find(({ message }) => message === messageOf(contradiction, article.session.labels));
    return problem ? fixesFor(article, contradiction, problem) : [];
  });
}

function fixesFor(article: OpenArticle, contradiction: Contradiction, problem: vscode.Diagnostic): vscode.CodeAction[] {
  const uri = article.uri.toString();
  const fix = (title: string, settlement: Settlement) => quickFix(title, COMMANDS.settle, [settlement], [problem]);
  if (contradiction.kind === 'two labels') {
    const { name, labels } = contradiction;
    const ids = contradiction.annotations.map(({ id }) => id);
    return labels.map((label) =>
      fix(t('Label every “{0}” as {1}', oneLine(name), article.session.labels.of(label).title), {
        uri,
        kind: 'relabel',
        ids,
        label,
      }),
    );
  }
  const [one, other] = contradiction.entities;
  const merge = (into: typeof one, rest: typeof one, title: string) =>
    fix(title, { uri, kind: 'merge', into: into.id, other: rest.id });
  const { base } = contradiction;
  if (contradiction.kind === 'two links')
    return [one, other].map((into) => {
      const rest = into === one ? other : one;
      return merge(into, rest, t('Merge both “{0}”, linked to {1}', into.name, idIn(into, base)));
    });
  return [
    merge(one, other, t('Merge “{0}” into “{1}”', other.name, one.name)),
    ...[one, other].map(({ name, id }) =>
      fix(t('Remove the link of “{0}”', name), { uri, kind: 'unlink', entity: id, base }),
    ),
  ];
}

/** An entity's id in a knowledge base; empty for none. */
function idIn({ links = {} }: Entity, base: string): string {
  return (Object.hasOwn(links, base) && links[base]) || '';
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ');
}
