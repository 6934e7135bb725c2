import * as vscode from 'vscode';
import type { AnnotatedArticle } from '../../../core/formats/format';
import { placeArticle } from '../../../core/formats/place';
import { PlacedCount } from '../../../core/formats/placedCount';
import { select } from '../../../core/formats/select';
import { t } from '../../../core/l10n';
import { fileNameOf } from '../../adapt/fileName';
import { askForm } from '../../adapt/form';
import { say } from '../../adapt/say';
import type { Services } from '../../services';
import { labelCounts } from './exportArticles';
import { type ExportChoice, formatIn, LastChoice, labelsIn } from './exportChoice';
import { exportChosen } from './exportChosen';
import { shortList } from './exportPreview';
import { cardRows, firstFormat, formatRow, labelsRow, splitRows, tokenRows } from './exportRows';
import { pickSources, readSources, type Watched } from './sources';

/** What other tools' files hold. */
interface Holding {
  readonly articles: readonly AnnotatedArticle[];
  readonly placed: PlacedCount;
  /** Articles whose text is in no file. */
  readonly textless: readonly string[];
  readonly problems: readonly string[];
}

/** Turns files of other tools' formats into another, as `newsmark convert` does: no sidecar is made or changed. */
export async function convertFiles(services: Services, answers: Readonly<Record<string, string>>): Promise<void> {
  const title = t('Convert Files of Annotations');
  const sources = answers.from === undefined ? await pickSources(title) : [vscode.Uri.parse(answers.from, true)];
  if (sources.length === 0) return;
  try {
    const holding = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: t('Reading annotations'), cancellable: true },
      (progress, cancellation) => read(services, sources, { progress, cancellation }),
    );
    if (!holding) return;
    if (holding.articles.length === 0) return tellNothing(holding);
    await convert(services, title, holding, answers);
  } catch (error) {
    services.log.error('Convert:', error);
    const reason = error instanceof Error ? error.message : String(error);
    vscode.window.showErrorMessage(t('Newsmark could not read {0}: {1}', sources.map(fileNameOf).join(', '), reason));
  }
}

function tellNothing({ textless, problems }: Holding): void {
  const reasons = [
    ...(textless.length > 0
      ? [t('These have no text; import them onto their articles: {0}', shortList(textless))]
      : []),
    ...problems,
  ];
  if (reasons.length === 0) say(t('There are no annotations in these files.'));
  else vscode.window.showErrorMessage(shortList(reasons));
}

async function convert(
  services: Services,
  title: string,
  { articles, placed, textless, problems }: Holding,
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  const last = new LastChoice(services.memory, 'convert');
  const choice = await choose(title, last.with(answers), answers.to !== undefined, articles);
  if (!choice) return;
  const labels = labelsIn(choice);
  const kept = labels ? articles.map((article) => select(article, { labels })) : articles;
  const missing = textless.length > 0 ? [t('No text, left out: {0}', shortList(textless))] : [];
  await exportChosen(services, kept, choice, {
    title,
    last,
    to: answers.to,
    words: (format, count) => ({
      question:
        count === 1
          ? t('Convert 1 article to {0}?', format.title)
          : t('Convert {0} articles to {1}?', count, format.title),
      go: t('Convert'),
      remarks: [...placed.inWords(), ...missing],
      troubles: problems,
    }),
  });
}

async function choose(
  title: string,
  first: ExportChoice,
  isAnswered: boolean,
  articles: readonly AnnotatedArticle[],
): Promise<ExportChoice | undefined> {
  if (isAnswered) return first;
  const format = await firstFormat(first, title);
  if (format === undefined) return undefined;
  return askForm(
    { ...first, format, labels: '' },
    {
      title,
      placeHolder: t('Enter converts, or changes a line'),
      go: (choice) => ({
        label: t('Convert to {0}', formatIn(choice).title),
        iconPath: new vscode.ThemeIcon('arrow-swap'),
      }),
    },
    [
      formatRow(`${title}: ${t('Format')}`),
      labelsRow(title, async () => labelCounts(articles)),
      ...splitRows(title),
      ...tokenRows(title),
      ...cardRows(title),
    ],
  );
}

async function read(services: Services, places: readonly vscode.Uri[], watched: Watched): Promise<Holding | undefined> {
  const articles: AnnotatedArticle[] = [];
  const textless: string[] = [];
  const count = new PlacedCount();
  const problems = await readSources(services, places, watched, (article) => {
    const placed = placeArticle(article);
    if (!placed) textless.push(article.name);
    else {
      count.add(placed);
      articles.push(placed.article);
    }
  });
  return problems && { articles, placed: count, textless, problems };
}
