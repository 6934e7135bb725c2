import * as vscode from 'vscode';
import type { AnnotationSet } from '../../../core/annotation/annotation';
import type { AnnotatedArticle } from '../../../core/formats/format';
import type { ImportedAs } from '../../../core/formats/importOperation';
import { joinSets } from '../../../core/formats/join';
import { placeArticle } from '../../../core/formats/place';
import { PlacedCount } from '../../../core/formats/placedCount';
import { t } from '../../../core/l10n';
import { fileNameOf } from '../../adapt/fileName';
import { say } from '../../adapt/say';
import { type ChangedArticle, closedSession } from '../../articles/changeArticle';
import type { Services } from '../../services';
import { articlesByName } from './articlesByName';
import { asIn } from './importAnnotations';
import { importOnto } from './importOnto';
import type { Match } from './match';
import { newArticles } from './newArticles';
import { pickSources, readSources, type Watched } from './sources';

/** What would come of an import. */
interface Plan {
  readonly matches: readonly Match[];
  readonly placed: PlacedCount;
  /** How many annotations come to the articles, and how many are there already. */
  readonly added: number;
  readonly known: number;
  /** Articles of the files that no article of the workspace is: those with a text, which can become one, and the others. */
  readonly fresh: readonly AnnotatedArticle[];
  readonly strangers: readonly string[];
  readonly problems: readonly string[];
}

/**
 * Imports annotations of other tools' files onto the workspace's articles: of several files, or all in a folder. Each
 * article is known by its name, else by its words. What would match is told beforehand, and all of it can be taken back.
 */
export async function importFiles(services: Services, answers: Readonly<Record<string, string>>): Promise<void> {
  const chosen = answers.from === undefined ? await pickSources() : [vscode.Uri.parse(answers.from, true)];
  if (chosen.length === 0) return;
  try {
    const plan = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: t('Reading annotations'), cancellable: true },
      (progress, cancellation) => planFor(services, chosen, { progress, cancellation }),
    );
    const as = plan && (asIn(answers.as) ?? (await preview(plan)));
    if (!as) return;
    const made = plan.fresh.length > 0 ? await newArticles(services, plan.fresh, answers) : [];
    if (made) await importOnto(services, [...plan.matches, ...made], as, chosen.map(fileNameOf).join(', '));
  } catch (error) {
    services.log.error('Import:', error);
    const reason = error instanceof Error ? error.message : String(error);
    vscode.window.showErrorMessage(t('Newsmark could not read {0}: {1}', chosen.map(fileNameOf).join(', '), reason));
  }
}

async function planFor(services: Services, places: readonly vscode.Uri[], watched: Watched): Promise<Plan | undefined> {
  const own = await articlesByName(services);
  const matches: Match[] = [];
  const fresh: AnnotatedArticle[] = [];
  const strangers: string[] = [];
  const count = new PlacedCount();
  let added = 0;
  let known = 0;
  const problems = await readSources(services, places, watched, async (article) => {
    const named = await own.find(article);
    const there = placeArticle(article, named?.raw);
    // An article that has its name and none of its words is another one.
    const isOther = article.text !== undefined && there && there.lost.length > 0 && there.exact + there.found === 0;
    const found = isOther ? undefined : named;
    const placed = isOther ? placeArticle(article) : there;
    if (!placed) strangers.push(article.name);
    else count.add(placed);
    if (placed && !found) fresh.push(placed.article);
    if (!placed || !found) return;
    const { set } = placed.article;
    const joined = joinSets(await setOf(services, found), set);
    added += joined.added;
    known += joined.known;
    matches.push({ uri: found.uri, text: found.text, set });
  });
  return problems && { matches, placed: count, added, known, fresh, strangers, problems };
}

/** What is decided about an article already, be it open or not. */
async function setOf(services: Services, article: ChangedArticle): Promise<AnnotationSet> {
  const session = services.articles.get(article.uri)?.session ?? (await closedSession(services, article));
  return session.set;
}

/** Says what would be added where, and asks as what. */
async function preview(plan: Plan): Promise<ImportedAs | undefined> {
  const { matches, placed, added, known, fresh, strangers, problems } = plan;
  if (added === 0 && fresh.length === 0) {
    say(
      known > 0
        ? t('All of these annotations are here already.')
        : t('None of these annotations is in an article of the workspace.'),
    );
    return undefined;
  }
  const few = (items: readonly string[]) => items.slice(0, 5).join(', ') + (items.length > 5 ? ' …' : '');
  const detail = [
    few(matches.map(({ uri, set }) => `${fileNameOf(uri)}: ${set.annotations.length}`)),
    ...placed.inWords(),
    ...(known > 0 ? [t('{0} here already', known)] : []),
    ...(fresh.length > 0
      ? [
          t(
            '{0} that the workspace has not can become new articles: {1}',
            fresh.length,
            few(fresh.map(({ name }) => name)),
          ),
        ]
      : []),
    ...(strangers.length > 0 ? [t('No article of the workspace: {0}', few(strangers))] : []),
    ...(problems.length > 0 ? [few(problems)] : []),
  ];
  const asSuggestions = t('Import as Suggestions');
  const asDecisions = t('Import as Accepted');
  const articles = new Set(matches.map(({ uri }) => uri.toString())).size;
  const answer = await vscode.window.showInformationMessage(
    articles === 1
      ? t('Import {0} annotations onto 1 article?', added)
      : t('Import {0} annotations onto {1} articles?', added, articles),
    { modal: true, detail: detail.join('\n') },
    asSuggestions,
    asDecisions,
  );
  return answer === asSuggestions ? 'suggested' : answer === asDecisions ? 'accepted' : undefined;
}
