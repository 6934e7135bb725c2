import * as vscode from 'vscode';
import type { AnnotatedArticle } from '../../../core/formats/format';
import { select } from '../../../core/formats/select';
import { t } from '../../../core/l10n';
import { annotatorSlug } from '../../../core/sidecar/paths';
import { askForm } from '../../adapt/form';
import { say } from '../../adapt/say';
import { settingsFor } from '../../adapt/settings';
import { type AnnotatedArticles, annotatedArticles, annotatorsIn } from '../../articles/annotatedArticles';
import type { Services } from '../../services';
import { type ExportChoice, formatIn, LastChoice, labelsIn, STATUSES } from './exportChoice';
import { exportChosen } from './exportChosen';
import {
  annotatorRow,
  cardRows,
  contentRow,
  firstFormat,
  formatRow,
  labelsRow,
  splitRows,
  tokenRows,
} from './exportRows';

/**
 * Exports several articles: those that are selected in the Explorer, or all of the workspace. One list has all that can be
 * chosen, as it was chosen last time; then it is told what would be written, and written.
 * @param answers what a key binding says beforehand; with `to`, nothing is asked
 */
export async function exportArticles(
  services: Services,
  places: readonly vscode.Uri[],
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  const last = new LastChoice(services.memory, 'exportArticles');
  const read = reader(services, places);
  const choice = await choose(services, last.with(answers), answers.to !== undefined, read);
  const corpus = choice && (await read(choice));
  if (!choice || !corpus) return;
  const articles = chosen(corpus, choice);
  if (articles.length === 0) return say(t('There are no annotated articles to export.'));
  await exportChosen(services, articles, choice, {
    title: t('Export Articles'),
    last,
    to: answers.to,
    words: ({ title }, count) => ({
      question: count === 1 ? t('Export 1 article as {0}?', title) : t('Export {0} articles as {1}?', count, title),
      go: t('Export'),
      remarks: [],
      troubles: corpus.troubles,
    }),
  });
}

async function choose(
  services: Services,
  first: ExportChoice,
  isAnswered: boolean,
  read: (choice: ExportChoice) => Promise<AnnotatedArticles | undefined>,
): Promise<ExportChoice | undefined> {
  if (isAnswered) return first;
  const title = t('Export Articles');
  const format = await firstFormat(first, title);
  if (format === undefined) return undefined;
  const names = await annotatorsIn(services);
  // Files have names as they may stand in one.
  const usual = annotatorSlug(settingsFor().annotator);
  const annotator = names.includes(first.annotator)
    ? first.annotator
    : names.includes(usual)
      ? usual
      : (names[0] ?? usual);
  const counts = async (choice: ExportChoice) => {
    const corpus = await read(choice);
    return corpus && labelCounts(chosen(corpus, { ...choice, labels: '' }));
  };
  return askForm(
    { ...first, format, annotator },
    {
      title,
      placeHolder: t('Enter exports, or changes a line'),
      go: (choice) => ({ label: t('Export as {0}', formatIn(choice).title), iconPath: new vscode.ThemeIcon('export') }),
    },
    [
      formatRow(`${title}: ${t('Format')}`),
      annotatorRow(`${title}: ${t('Whose annotations')}`, names),
      contentRow(`${title}: ${t('Which annotations')}`, ['decided', 'suggested', 'all']),
      labelsRow(title, counts),
      ...splitRows(title),
      ...tokenRows(title),
      ...cardRows(title),
    ],
  );
}

/** Reads the articles that a choice is about; once, as long as that stays the same. */
function reader(
  services: Services,
  places: readonly vscode.Uri[],
): (choice: ExportChoice) => Promise<AnnotatedArticles | undefined> {
  let known: { readonly of: string; readonly corpus: AnnotatedArticles } | undefined;
  return async ({ annotator, content }) => {
    const isWhole = content === 'suggested';
    const of = `${isWhole} ${annotator}`;
    if (known?.of === of) return known.corpus;
    const corpus = await annotatedArticles(services, { places, annotator, isWhole }, t('Reading articles'));
    if (!corpus) return undefined;
    for (const trouble of corpus.troubles) services.log.warn(`Export: ${trouble}`);
    known = { of, corpus };
    return corpus;
  };
}

function chosen({ articles }: AnnotatedArticles, choice: ExportChoice): readonly AnnotatedArticle[] {
  const labels = labelsIn(choice);
  const selection = { statuses: new Set(STATUSES[choice.content]), ...(labels && { labels }) };
  return articles.map((article) => select(article, selection));
}

/** How often each label is there. */
export function labelCounts(articles: readonly AnnotatedArticle[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { set } of articles)
    for (const { label } of set.annotations) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}
