import * as vscode from 'vscode';
import { t } from '../../../core/l10n';
import { strayRelations } from '../../../core/labelSets/strayRelations';
import { layerMarks } from '../../../core/mentions/marks';
import type { Mark } from '../../../core/mentions/mention';
import type { Span } from '../../../core/text/span';
import { toRange } from '../../adapt/position';
import type { OpenArticle } from '../../articles/openArticle';
import { setProblems } from '../../articles/problems';
import { PROBLEM_SOURCE, quickFix } from '../../articles/quickFixes';
import type { MentionLink } from '../../articles/target';
import { COMMANDS } from '../../contributions';

/** What problems with labels that the set does not have are called. */
export const STRANGER = 'unknown-label';

/** Lists in Problems what is annotated under labels that the set does not have, and relations that it does not allow. */
export function listStrangers(problems: vscode.DiagnosticCollection, { uri, session }: OpenArticle): void {
  const { labels, text, set } = session;
  const problem = (span: Span, message: string) => {
    const diagnostic = new vscode.Diagnostic(toRange(text, span), message, vscode.DiagnosticSeverity.Warning);
    diagnostic.source = PROBLEM_SOURCE;
    return diagnostic;
  };
  setProblems(problems, uri, [
    ...strangersOf(session).map((mention) => {
      const message = t('The label {0} of “{1}” is not among {2}.', mention.label, oneLine(mention), labels.title);
      return Object.assign(problem(mention, message), { code: STRANGER });
    }),
    ...strayRelations(set, labels)
      .filter(({ from }) => !from.orphan)
      .map(({ relation, from, to }) =>
        problem(
          from,
          t('A relation {0} from {1} to {2} is not among {3}.', relation.type, from.label, to, labels.title),
        ),
      ),
  ]);
}

/** Only a decision can be under a label that the set does not have: suggestions under it do not come. */
function strangersOf({ text, set, labels }: OpenArticle['session']): readonly Mark[] {
  const strange = set.annotations.filter(({ label, status }) => status !== 'rejected' && !labels.has(label));
  return layerMarks(text.value, [], strange, labels);
}

/** Other labels for annotations under unknown ones, as fixes of their problems. */
export function strangerFixes(
  article: OpenArticle,
  problems: readonly vscode.Diagnostic[],
  range: vscode.Range,
): vscode.CodeAction[] {
  const { session } = article;
  const strangers = strangersOf(session);
  return strangers
    .filter((mention) => range.intersection(toRange(session.text, mention)))
    .flatMap((mention) => {
      const alike = strangers.filter(({ label }) => label === mention.label);
      const own = problems.filter((each) => each.range.isEqual(toRange(session.text, mention)));
      return fixesFor(article, mention, alike, own);
    });
}

function fixesFor(
  { uri, session: { labels } }: OpenArticle,
  mention: Mark,
  alike: readonly Mark[],
  problems: vscode.Diagnostic[],
): vscode.CodeAction[] {
  const fix = (title: string, mentions: readonly Mark[], label?: string) => {
    const link: MentionLink = { uri: uri.toString(), keys: mentions.map(({ key }) => key) };
    return quickFix(title, COMMANDS.relabel, label === undefined ? [link] : [link, { label }], problems);
  };
  const [kind = mention.label] = labels.of(mention.label).covers;
  const near = labels.suggestedAs(kind);
  const all = alike.length > 1;
  return [
    ...(near === undefined
      ? []
      : [
          fix(t('Label “{0}” as {1}', oneLine(mention), labels.of(near).title), [mention], near),
          ...(all
            ? [fix(t('Label all {0} of {1} as {2}', alike.length, mention.label, labels.of(near).title), alike, near)]
            : []),
        ]),
    fix(t('Change label of “{0}”…', oneLine(mention)), [mention]),
    ...(all ? [fix(t('Change label of all {0} of {1}…', alike.length, mention.label), alike)] : []),
  ];
}

function oneLine({ text }: Mark): string {
  return text.replace(/\s+/g, ' ');
}
