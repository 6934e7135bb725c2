import * as vscode from 'vscode';
import { agreementOf } from '../../../core/agreement/agreement';
import { agreementTable } from '../../../core/agreement/agreementTable';
import { ratedArticle } from '../../../core/agreement/rated';
import { StatisticsCount } from '../../../core/corpus/statistics';
import { statisticsTable } from '../../../core/corpus/statisticsTable';
import type { AnnotatedArticle } from '../../../core/formats/format';
import { t } from '../../../core/l10n';
import { say } from '../../adapt/say';
import { annotatedArticles, annotatorsIn } from '../../articles/annotatedArticles';
import { setProblems } from '../../articles/problems';
import { COMMANDS } from '../../contributions';
import type { Services } from '../../services';
import { Pages } from './pages';
import { validateAll } from './validation';

/** What the workspace's articles come to in numbers, as pages to read; and what is wrong with its sidecars. */
export function registerTables(services: Services): vscode.Disposable {
  const pages = new Pages();
  const problems = vscode.languages.createDiagnosticCollection('newsmark validation');
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.newsmark.json', true);
  // What was found in a file is not known of what it is now.
  const forget = (uri: vscode.Uri) => setProblems(problems, uri, []);
  return vscode.Disposable.from(
    pages,
    problems,
    watcher,
    watcher.onDidChange(forget),
    watcher.onDidDelete(forget),
    vscode.commands.registerCommand(COMMANDS.statistics, () => showStatistics(services, pages)),
    vscode.commands.registerCommand(COMMANDS.agreement, () => showAgreement(services, pages)),
    vscode.commands.registerCommand(COMMANDS.validate, () => validateAll(services, problems)),
  );
}

/** How many of a label's most frequent words are told. */
const TOP = 3;

async function showStatistics(services: Services, pages: Pages): Promise<void> {
  const choice = { places: [], annotator: undefined, isWhole: false };
  const corpus = await annotatedArticles(services, choice, t('Reading articles'));
  if (!corpus) return;
  if (corpus.articles.length === 0) return say(t('There are no annotated articles in the workspace.'));
  const count = new StatisticsCount();
  for (const article of corpus.articles) count.add(article);
  const troubles = corpus.troubles.map((trouble) => `${trouble}\n`).join('');
  await pages.show(t('Statistics'), `${statisticsTable(count.statistics, TOP)}${troubles && `\n${troubles}`}`);
}

/** How many draws an interval is made of, and the seed they are made with. */
const DRAWS = { draws: 1000, seed: 1 };

async function showAgreement(services: Services, pages: Pages): Promise<void> {
  const names = (await annotatorsIn(services)).filter((name) => name !== '');
  if (names.length < 2) return say(t('Agreement needs two annotators’ files beside an article.'));
  const byName = new Map<string, (AnnotatedArticle | undefined)[]>();
  for (const [index, annotator] of names.entries()) {
    const corpus = await annotatedArticles(services, { places: [], annotator, isWhole: false }, annotator);
    if (!corpus) return;
    for (const article of corpus.articles) {
      const own = byName.get(article.name) ?? names.map(() => undefined);
      own[index] = article;
      byName.set(article.name, own);
    }
  }
  const rated = [...byName].flatMap(([name, own]) => {
    const there = own.filter((article) => article !== undefined);
    const text = there[0]?.text ?? '';
    const sets = own.map((article) => article?.set);
    return there.length < 2 ? [] : [ratedArticle(name, text, sets)];
  });
  if (rated.length === 0) return say(t('Agreement needs two annotators’ files beside an article.'));
  await pages.show(t('Agreement'), agreementTable(agreementOf(names, rated, DRAWS)));
}
