import * as vscode from 'vscode';
import { type LabelSet, ONTONOTES } from '../../../core/annotation/labelSet';
import { type Frequency, FrequencyCount } from '../../../core/insights/frequent';
import { readState } from '../../../core/insights/readFromPage';
import { type EntityRef, type InsightState, ROWS, type View } from '../../../core/insights/state';
import { keysOver } from '../../../core/insights/viewMaker';
import { t } from '../../../core/l10n';
import { COMMANDS } from '../../contributions';
import type { Services } from '../../services';
import { InsightSource } from './insightSource';
import { InsightsPanel } from './insightsPanel';
import { type Named, namedBy } from './namedBy';

/** The kind of panel, by which the editor finds us again after a reload. */
const PANEL = 'newsmark.insights';

/** How many entities are offered to choose from. */
const MOST_OFFERED = 1_000;

/** Views of an article and of the corpus in a panel: profiles of entities, timeline, figures, most frequent names. */
export function registerInsights(services: Services): vscode.Disposable {
  const insights = new Insights(services);
  const show = (command: string, view: View, scope: InsightState['scope']) =>
    vscode.commands.registerCommand(command, () => insights.show(view, scope));
  return vscode.Disposable.from(
    insights,
    show(COMMANDS.showTimeline, 'timeline', 'article'),
    show(COMMANDS.showFigures, 'figures', 'article'),
    show(COMMANDS.showFrequent, 'frequent', 'corpus'),
    vscode.commands.registerCommand(COMMANDS.showProfile, async (argument?: unknown) => {
      const named = namedBy(services.articles, argument);
      const entity = (named && insights.entityOf(named.uri, named.mention)) ?? (await insights.pickEntity());
      if (entity) await insights.show('profile', 'corpus', entity);
    }),
    vscode.window.registerWebviewPanelSerializer(PANEL, {
      deserializeWebviewPanel: async (panel, state: unknown) => insights.takeBack(panel, state),
    }),
  );
}

/** The one panel with views, and what they are made of; nothing is read before somebody asks. */
class Insights implements vscode.Disposable {
  readonly #services: Services;
  #source: InsightSource | undefined;
  #panel: InsightsPanel | undefined;

  constructor(services: Services) {
    this.#services = services;
  }

  dispose(): void {
    this.#panel?.dispose();
    this.#source?.dispose();
  }

  /** Shows a view in the panel that is there, or in one beside the article. */
  async show(view: View, scope: InsightState['scope'], entity?: EntityRef): Promise<void> {
    const state = this.#stateOf(view, scope, entity);
    if (this.#panel) return this.#panel.go(state);
    const panel = vscode.window.createWebviewPanel(PANEL, t('Views'), vscode.ViewColumn.Beside);
    this.#use(panel, state);
  }

  /** A panel that was there before the window was loaded again. */
  takeBack(panel: vscode.WebviewPanel, saved: unknown): void {
    const usual = this.#stateOf('frequent', 'corpus');
    const { article: _, ...state } = readState(saved) ?? usual;
    // What a page kept may name any file; the article is the one that the person is in.
    this.#use(panel, { ...state, ...(usual.article !== undefined && { article: usual.article }) });
  }

  /** The entity that a mention of an article is of. */
  entityOf(uri: vscode.Uri, { start, end, label }: Named): EntityRef | undefined {
    const source = this.#sourceOf();
    const path = uri.toString();
    const [article] = source.article(path) ?? [];
    const mention = article?.mentions.find((each) => each.start === start && each.end === end && each.label === label);
    const key = mention && source.index.keyOf(path, mention);
    return key === undefined ? undefined : { key, name: mention?.name ?? '', label };
  }

  /** Asks whose profile is wanted. */
  async pickEntity(): Promise<EntityRef | undefined> {
    const source = this.#sourceOf();
    const { active } = this.#services.articles;
    const labels = active?.session.labels ?? ONTONOTES;
    const items = entitiesIn(source, labels).map(({ entity, mentions }) => ({
      label: entity.name,
      description: `${labels.of(entity.label).title} · ${mentions}`,
      entity,
    }));
    const picked = await vscode.window.showQuickPick(items, {
      title: t('Profile'),
      placeHolder: items.length > 0 ? t('Of whom or what?') : t('There are no names in the articles.'),
    });
    return picked?.entity;
  }

  #use(panel: vscode.WebviewPanel, state: InsightState): void {
    const used = new InsightsPanel(panel, this.#services, this.#sourceOf(), state);
    this.#panel?.close();
    this.#panel = used;
    used.onDidDispose(() => {
      if (this.#panel === used) this.#panel = undefined;
    });
  }

  #sourceOf(): InsightSource {
    this.#source ??= new InsightSource(this.#services);
    return this.#source;
  }

  #stateOf(view: View, scope: InsightState['scope'], entity?: EntityRef): InsightState {
    const article = this.#services.articles.active?.uri.toString();
    const hasCorpus = (vscode.workspace.workspaceFolders ?? []).length > 0;
    const possible = article === undefined ? 'corpus' : hasCorpus ? scope : 'article';
    return {
      view,
      scope: possible,
      limit: ROWS,
      ...(article !== undefined && { article }),
      ...(entity && { entity }),
    };
  }
}

/** The entities of the index, those of most articles first; without one, those of the open articles. */
function entitiesIn(source: InsightSource, labels: LabelSet): readonly Pick<Frequency, 'entity' | 'mentions'>[] {
  if (!source.isOff)
    return source.index
      .entitiesWhere(() => true, MOST_OFFERED)
      .map(({ key, name, label, mentions }) => ({ entity: { key, name, label }, mentions }));
  const count = new FrequencyCount({ labels, keyOf: keysOver(source.index) });
  for (const article of source.articlesFor({ view: 'frequent', scope: 'corpus', limit: ROWS })) count.add(article);
  return count.frequencies.slice(0, MOST_OFFERED);
}
