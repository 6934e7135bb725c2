import * as vscode from 'vscode';
import type { AnnotationStatus } from '../../../core/annotation/annotation';
import { type ExportedFiles, exportFiles } from '../../../core/corpus/exportFiles';
import type { AnnotatedArticle, Format } from '../../../core/formats/format';
import { formatOf } from '../../../core/formats/formats';
import { lossInWords } from '../../../core/formats/kinds';
import { select } from '../../../core/formats/select';
import { parseShares, type Share } from '../../../core/formats/split';
import { t } from '../../../core/l10n';
import { say } from '../../adapt/say';
import { settingsFor } from '../../adapt/settings';
import { annotatorsIn, corpusOf } from '../../articles/corpus';
import type { Services } from '../../services';
import { OPTIONS, pickFormat } from './exportAnnotations';

/** What to write of each article. */
type Content = 'decided' | 'suggested' | 'all';

const STATUSES: Readonly<Record<Content, readonly AnnotationStatus[]>> = {
  decided: ['accepted'],
  suggested: ['accepted', 'suggested'],
  all: ['accepted', 'rejected', 'suggested'],
};

/** Draws of a split are the same for the same seed. */
const SEED = '1';

/**
 * Exports several articles: those that are selected in the Explorer, or all of the workspace. Asks for the format, whose
 * decisions, which of them, and how to split them; then tells what would be written, and writes it.
 */
export async function exportArticles(
  services: Services,
  places: readonly vscode.Uri[],
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  const format = formatOf(answers.format ?? '') ?? (await pickFormat());
  if (!format) return;
  const annotator = answers.annotator ?? (await pickAnnotator(services));
  if (annotator === undefined) return;
  const content = contentIn(answers.with) ?? (await pickContent());
  if (!content) return;
  const corpus = await corpusOf(
    services,
    { places, annotator, isWhole: content === 'suggested' },
    t('Reading articles'),
  );
  if (!corpus) return;
  for (const trouble of corpus.troubles) services.log.warn(`Export: ${trouble}`);
  const chosen = corpus.articles.map((article) => select(article, { statuses: new Set(STATUSES[content]) }));
  if (chosen.length === 0) return say(t('There are no annotated articles to export.'));
  const labels = answers.labels === undefined ? await pickLabels(chosen) : new Set(answers.labels.split(','));
  if (!labels) return;
  const shares = answers.split === undefined ? await pickSplit() : sharesIn(answers.split);
  if (!shares) return;
  const articles = chosen.map((article) => select(article, { labels }));
  const exported = exportFiles(articles, format, OPTIONS, { shares, seed: SEED });
  const isAgreed = answers.to !== undefined || (await preview(format, exported, corpus.troubles));
  if (!isAgreed) return;
  const isOne = exported.files.size === 1 && format.frame !== undefined && shares.length === 0;
  const target = answers.to === undefined ? await pickTarget(format, isOne) : vscode.Uri.parse(answers.to, true);
  if (target) await writeAll(services, exported, target, isOne);
}

/** The parts that a key or the person names; none where there is nothing to read. */
function sharesIn(split: string): readonly Share[] | undefined {
  return split === '' ? [] : parseShares(split);
}

function contentIn(answer: string | undefined): Content | undefined {
  return answer === 'decided' || answer === 'suggested' || answer === 'all' ? answer : undefined;
}

/** Whose decisions; not asked where there is only one to choose. */
async function pickAnnotator(services: Services): Promise<string | undefined> {
  const names = await annotatorsIn(services);
  const usual = settingsFor().annotator;
  if (names.length < 2) return names[0] ?? usual;
  const items = names.map((annotator) => ({ label: annotator === '' ? t('(without a name)') : annotator, annotator }));
  items.sort((a, b) => Number(b.annotator === usual) - Number(a.annotator === usual));
  return (await vscode.window.showQuickPick(items, { title: t('Export Articles: Whose annotations') }))?.annotator;
}

async function pickContent(): Promise<Content | undefined> {
  const items: (vscode.QuickPickItem & { content: Content })[] = [
    { label: t('What is accepted'), content: 'decided' },
    {
      label: t('What is accepted, and undecided suggestions'),
      description: t('articles that nobody has begun, too'),
      content: 'suggested',
    },
    { label: t('All that is decided, rejections too'), content: 'all' },
  ];
  return (await vscode.window.showQuickPick(items, { title: t('Export Articles: Which annotations') }))?.content;
}

async function pickLabels(articles: readonly AnnotatedArticle[]): Promise<ReadonlySet<string> | undefined> {
  const counts = new Map<string, number>();
  for (const { set } of articles)
    for (const { label } of set.annotations) counts.set(label, (counts.get(label) ?? 0) + 1);
  if (counts.size < 2) return new Set(counts.keys());
  const items = [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([label, count]) => ({ label, description: String(count), picked: true }));
  const title = t('Export Articles: Which labels');
  const picked = await vscode.window.showQuickPick(items, { title, canPickMany: true });
  return picked && new Set(picked.map(({ label }) => label));
}

async function pickSplit(): Promise<readonly Share[] | undefined> {
  const usual = 'train=80,dev=10,test=10';
  const items = [
    { label: t('All in one'), split: '' },
    { label: usual, description: t('articles that are nearly the same stay together'), split: usual },
    { label: t('Other parts…'), split: undefined },
  ];
  const title = t('Export Articles: Parts');
  const picked = await vscode.window.showQuickPick(items, { title });
  if (!picked) return undefined;
  const given =
    picked.split ??
    (await vscode.window.showInputBox({
      title,
      value: usual,
      validateInput: (value) => (parseShares(value) ? undefined : t('Shares like {0}', usual)),
    }));
  return given === undefined ? undefined : sharesIn(given);
}

/** Says what would be written. @returns whether the person wants that */
async function preview(format: Format, exported: ExportedFiles, troubles: readonly string[]): Promise<boolean> {
  const { parts, annotations, losses, collisions, files } = exported;
  const count = [...parts.values()].reduce((sum, own) => sum + own, 0);
  const lost = [...losses].map(([kind, number]) => lossInWords(kind, number));
  const detail = [
    t('{0} annotations, {1} files', annotations, files.size),
    ...(parts.size > 1 ? [[...parts].map(([part, own]) => `${part}: ${own}`).join(', ')] : []),
    ...(lost.length > 0 ? [t('{0} can’t hold {1}.', format.title, lost.join('; '))] : []),
    ...(collisions.length > 0 ? [t('Left out, as others have their names: {0}', shortList(collisions))] : []),
    ...(troubles.length > 0 ? [t('Can’t be read: {0}', shortList(troubles))] : []),
  ];
  const go = t('Export');
  const question = t('Export {0} articles as {1}?', count, format.title);
  return (await vscode.window.showInformationMessage(question, { modal: true, detail: detail.join('\n') }, go)) === go;
}

function shortList(items: readonly string[]): string {
  return items.slice(0, 5).join(', ') + (items.length > 5 ? ' …' : '');
}

async function pickTarget({ title, endings }: Format, isOne: boolean): Promise<vscode.Uri | undefined> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (isOne) {
    const [ending] = endings;
    return vscode.window.showSaveDialog({
      title: t('Export Articles'),
      ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, `${folder.name}${ending}`) }),
      filters: { [title]: [ending.slice(ending.lastIndexOf('.') + 1)] },
    });
  }
  const [picked] =
    (await vscode.window.showOpenDialog({
      title: t('Export Articles'),
      openLabel: t('Export Here'),
      canSelectFolders: true,
      canSelectFiles: false,
      ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, '..') }),
    })) ?? [];
  return picked;
}

async function writeAll(
  { files, log }: Services,
  exported: ExportedFiles,
  target: vscode.Uri,
  isOne: boolean,
): Promise<void> {
  const place = vscode.workspace.asRelativePath(target);
  try {
    for (const [name, content] of exported.files) {
      const uri = isOne ? target : vscode.Uri.joinPath(target, name);
      if (!isOne) await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
      await files.replace(uri.toString(), content);
    }
    say(t('{0} annotations written to {1}.', exported.annotations, place));
  } catch (error) {
    log.error(`Export to ${target.toString()}:`, error);
    const reason = error instanceof Error ? error.message : String(error);
    vscode.window.showErrorMessage(t('Newsmark could not write {0}: {1}', place, reason));
  }
}
