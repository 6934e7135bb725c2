import * as vscode from 'vscode';
import type { AlikeArticles, Side } from '../../../core/corpus/consistency';
import { headingOf } from '../../../core/corpus/entityContext';
import type { Choosable } from '../../../core/corpus/findingPlaces';
import { t } from '../../../core/l10n';
import type { Outcome } from '../../articles/changeArticle';
import type { Services } from '../../services';
import { amendAll } from './amendAll';
import { type OddArticle, oddArticles } from './oddArticles';
import { countsInWords, saidBy, titleOf } from './words';

/** What was mended, for saying so and for taking it back. */
export interface Mended {
  readonly what: string;
  readonly outcome: Outcome;
}

/**
 * Makes all articles say what one side of a finding does, after a look at those that would be changed.
 * @param right the side; the person is asked where it is not given
 * @returns undefined where the person does not want it after all
 */
export async function mend(services: Services, finding: Choosable, right?: Side): Promise<Mended | undefined> {
  const side = right ?? (await chooseSide(finding));
  if (!side) return undefined;
  const words = saidBy(finding, side);
  const odd = await oddArticles(services, finding, side);
  const picked = await preview(finding, words, odd);
  if (!picked || picked.length === 0) return undefined;
  const what = t('“{0}”: {1}', finding.name, words);
  const outcome = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: what },
    (progress) =>
      amendAll(services, finding, side, picked, (count) => progress.report({ message: t('{0} articles', count) })),
  );
  return { what, outcome };
}

async function chooseSide(finding: Choosable): Promise<Side | undefined> {
  const items = finding.sides.map((side) => ({
    label: saidBy(finding, side),
    description: countsInWords(side),
    side,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: `${titleOf(finding.kind)}: ${finding.name}`,
    placeHolder: t('Which is right in all articles?'),
  });
  return picked?.side;
}

/** The articles that would be changed, with the first place in each; those that are left picked will be. */
async function preview(
  finding: Choosable,
  right: string,
  odd: readonly OddArticle[],
): Promise<readonly OddArticle[] | undefined> {
  const items = odd.map((article) => ({
    label: vscode.workspace.asRelativePath(article.uri),
    description: article.says,
    detail: article.words,
    picked: true,
    article,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: t('“{0}” becomes {1} in {2} articles', finding.name, right, odd.length),
    placeHolder: t('Take out those that are to stay as they are.'),
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.map(({ article }) => article);
}

/**
 * Shows two articles that are nearly the same beside each other.
 * @param other the second one; the person is asked where there are several
 */
export async function compare({ corpus }: Services, finding: AlikeArticles, other?: string): Promise<void> {
  const { articles, name } = finding;
  const [first, ...others] = articles;
  if (first === undefined) return;
  const named = other !== undefined && other !== first ? [other] : others;
  const items = named.map((path) => {
    const entry = corpus.index.entry(path);
    const uri = vscode.Uri.parse(path, true);
    return { label: vscode.workspace.asRelativePath(uri), description: entry ? headingOf(entry) : '', uri };
  });
  const picked =
    items.length === 1
      ? items[0]
      : await vscode.window.showQuickPick(items, { title: name, placeHolder: t('Compare with which?') });
  if (picked) await vscode.commands.executeCommand('vscode.diff', vscode.Uri.parse(first, true), picked.uri, name);
}
