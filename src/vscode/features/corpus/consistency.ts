import * as vscode from 'vscode';
import { labelOf } from '../../../core/annotation/labels';
import {
  type AlikeArticles,
  findInconsistencies,
  type Inconsistency,
  type Side,
} from '../../../core/corpus/consistency';
import { headingOf } from '../../../core/corpus/entityContext';
import { t } from '../../../core/l10n';
import { tellDone } from '../../articles/changeArticle';
import type { Services } from '../../services';
import { amendAll } from './amendAll';
import { type OddArticle, oddArticles } from './oddArticles';

/** An inconsistency that is mended by choosing one of its sides. */
export type Choosable = Exclude<Inconsistency, AlikeArticles>;

interface FindingItem extends vscode.QuickPickItem {
  readonly finding?: Inconsistency;
}

/** Lists what is inconsistent over all articles, and mends what the person picks, in all of them at once. */
export async function checkConsistency(services: Services): Promise<void> {
  const findings = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: t('Newsmark: comparing all articles') },
    () => findInconsistencies(services.corpus.index, () => new Promise((resolve) => setTimeout(resolve))),
  );
  const picked = await vscode.window.showQuickPick(itemsOf(findings), {
    title: t('Inconsistencies over {0} articles', services.corpus.index.size),
    placeHolder: findings.length === 0 ? t('Nothing contradicts anything else.') : t('What is to be mended?'),
    matchOnDescription: true,
  });
  const finding = picked?.finding;
  if (!finding) return;
  if (finding.kind === 'alike articles') await compare(services, finding);
  else await mend(services, finding);
}

function itemsOf(findings: readonly Inconsistency[]): FindingItem[] {
  let kind: Inconsistency['kind'] | undefined;
  return findings.flatMap((finding): FindingItem[] => {
    const isNew = finding.kind !== kind;
    kind = finding.kind;
    const heading = { label: titleOf(finding.kind), kind: vscode.QuickPickItemKind.Separator };
    const description =
      finding.kind === 'alike articles'
        ? t('{0} articles', finding.articles.length)
        : finding.sides.map((side) => `${saidBy(finding, side)} (${side.articles.length})`).join(' · ');
    return [...(isNew ? [heading] : []), { label: finding.name, description, finding }];
  });
}

function titleOf(kind: Inconsistency['kind']): string {
  switch (kind) {
    case 'two labels':
      return t('One name under several labels');
    case 'two links':
      return t('One name with several links');
    case 'alike names':
      return t('Spellings of one name');
    case 'alike articles':
      return t('Articles that are nearly the same');
  }
}

function saidBy({ kind }: Choosable, { says }: Side): string {
  return kind === 'two labels' ? labelOf(says).title : says;
}

async function mend(services: Services, finding: Choosable): Promise<void> {
  const side = await chooseSide(finding);
  if (!side) return;
  const right = saidBy(finding, side);
  const odd = await oddArticles(services, finding, side);
  const picked = await preview(finding, right, odd);
  if (!picked || picked.length === 0) return;
  const what = t('“{0}”: {1}', finding.name, right);
  const outcome = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: what },
    (progress) =>
      amendAll(services, finding, side, picked, (count) => progress.report({ message: t('{0} articles', count) })),
  );
  const message = t('{0}, changed in {1} articles.', what, outcome.done.length);
  await tellDone(services, message, what, outcome);
}

async function chooseSide(finding: Choosable): Promise<Side | undefined> {
  const items = finding.sides.map((side) => ({
    label: saidBy(finding, side),
    description: t('{0} articles, {1} mentions, {2} accepted', side.articles.length, side.mentions, side.accepted),
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

/** Shows two articles that are nearly the same beside each other. */
async function compare({ corpus }: Services, { articles, name }: AlikeArticles): Promise<void> {
  const [first, ...others] = articles;
  if (first === undefined) return;
  const items = others.map((path) => {
    const entry = corpus.index.entry(path);
    const uri = vscode.Uri.parse(path, true);
    return { label: vscode.workspace.asRelativePath(uri), description: entry ? headingOf(entry) : '', uri };
  });
  const picked =
    items.length === 1
      ? items[0]
      : await vscode.window.showQuickPick(items, { title: name, placeHolder: t('Compare with which?') });
  const left = vscode.Uri.parse(first, true);
  if (picked) await vscode.commands.executeCommand('vscode.diff', left, picked.uri, name);
}
