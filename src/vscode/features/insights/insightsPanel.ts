import * as vscode from 'vscode';
import { sectionToCsv, viewToMarkdown } from '../../../core/insights/exports';
import { isPicture } from '../../../core/insights/picture';
import { type FromPage, readFromPage } from '../../../core/insights/readFromPage';
import type { InsightState } from '../../../core/insights/state';
import type { ToPage } from '../../../core/insights/toPage';
import type { Place, Section, ViewModel } from '../../../core/insights/viewModel';
import { t } from '../../../core/l10n';
import { fileNameOf } from '../../adapt/fileName';
import { textOf, toRange } from '../../adapt/position';
import { say } from '../../adapt/say';
import type { Services } from '../../services';
import type { InsightSource } from './insightSource';
import { knownOf } from './knownOf';
import { pageFolder, pageHtml } from './pageHtml';
import { save } from './saving';
import { viewOf } from './viewOf';

/** How long changes are gathered before the view is made again, in milliseconds; longer where making it takes long. */
const GATHER = 400;
const TIMES = 5;

/** How many views can be gone back to. */
const MOST_BACK = 50;

/** All rows that a view has. */
const ALL = Number.MAX_SAFE_INTEGER;

/** A panel with a view, and the page in it. */
export class InsightsPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #services: Services;
  readonly #source: InsightSource;
  readonly #disposables: vscode.Disposable[];
  #state: InsightState;
  #back: readonly InsightState[] = [];
  #model: ViewModel | undefined;
  /** Paths of the articles that the page was told of: it can go to no others. */
  #given: ReadonlySet<string> = new Set();
  #version = 0;
  /** How long it took to make the view, in milliseconds. */
  #took = 0;
  #gathering: ReturnType<typeof setTimeout> | undefined;

  constructor(panel: vscode.WebviewPanel, services: Services, source: InsightSource, state: InsightState) {
    this.#panel = panel;
    this.#services = services;
    this.#source = source;
    this.#state = state;
    const { webview } = panel;
    webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [pageFolder(services.extension)] };
    panel.iconPath = vscode.Uri.joinPath(services.extension, 'media', 'newsmark.svg');
    this.#disposables = [
      webview.onDidReceiveMessage((message: unknown) => this.#hear(message)),
      panel.onDidDispose(() => this.dispose()),
      source.onDidChange((scope) => {
        // To look through all articles with each letter that is typed would be felt; the index tells when it is over.
        if (scope === 'corpus' || this.#state.scope === 'article') this.#showSoon();
      }),
      // The article that can be looked at alone is the one that the person is in.
      services.articles.onDidActivate((article) => {
        if (!article) return;
        this.#state = { ...this.#state, article: article.uri.toString() };
        this.#showSoon();
      }),
    ];
    webview.html = pageHtml(webview, services.extension);
  }

  get onDidDispose(): vscode.Event<void> {
    return this.#panel.onDidDispose;
  }

  /** Goes to another view, from which there is a way back. */
  async go(state: InsightState): Promise<void> {
    const isAnother = state.view !== this.#state.view || state.entity?.key !== this.#state.entity?.key;
    if (isAnother && this.#model) this.#back = [...this.#back, this.#state].slice(-MOST_BACK);
    this.#state = state;
    this.#panel.reveal(undefined, false);
    await this.#show();
  }

  /** Takes the panel away. */
  close(): void {
    this.#panel.dispose();
  }

  dispose(): void {
    this.#version++;
    clearTimeout(this.#gathering);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** Does what the page asks for; anything but what it can ask for is left alone. */
  #hear(message: unknown): void {
    const read = readFromPage(message);
    if (read) this.#do(read).catch((error: unknown) => this.#services.log.error('A view:', error));
    else this.#services.log.warn('The page with views said what it can’t say.');
  }

  async #do(message: FromPage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.#tell({ kind: 'words', messages: vscode.l10n.bundle ?? {} });
        return this.#show();
      case 'show':
        return this.go(this.#own(message.state));
      case 'back':
        return this.#goBack();
      case 'go':
        return this.#goTo(message.place);
      case 'copy': {
        const csv = await this.#csv(message.section);
        if (csv === undefined) return;
        await vscode.env.clipboard.writeText(csv);
        return say(t('Copied as CSV.'));
      }
      case 'csv': {
        const content = await this.#csv(message.section);
        if (content !== undefined)
          await save(this.#services, { name: this.#nameOf(message.section), ending: 'csv', content });
        return;
      }
      case 'markdown': {
        const model = await this.#whole();
        if (model) await save(this.#services, { name: model.title, ending: 'md', content: viewToMarkdown(model) });
        return;
      }
      case 'svg':
        if (!isPicture(message.picture)) return this.#services.log.warn('The page with views made no picture.');
        return save(this.#services, { name: this.#nameOf(message.section), ending: 'svg', content: message.picture });
    }
  }

  /** A state that the page asks for, about an article that it was told of. */
  #own(state: InsightState): InsightState {
    return { ...state, article: this.#state.article };
  }

  async #goBack(): Promise<void> {
    const before = this.#back.at(-1);
    if (!before) return;
    this.#back = this.#back.slice(0, -1);
    this.#state = before;
    await this.#show();
  }

  async #goTo(place: Place): Promise<void> {
    if (!this.#given.has(place.path))
      return this.#services.log.warn('The page with views named an article of its own.');
    const document = await opened(vscode.Uri.parse(place.path, true));
    if (!document) return;
    const selection = toRange(textOf(document), place);
    await vscode.window.showTextDocument(document, { selection, viewColumn: this.#columnFor(document) });
  }

  /** Where the article is in sight, or else beside the page. */
  #columnFor(document: vscode.TextDocument): vscode.ViewColumn {
    const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
    if (shown !== undefined) return shown;
    return this.#panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
  }

  #showSoon(): void {
    if (!this.#panel.visible || this.#gathering) return;
    this.#gathering = setTimeout(
      () => {
        this.#gathering = undefined;
        this.#show().catch((error: unknown) => this.#services.log.error('A view:', error));
      },
      Math.max(GATHER, TIMES * this.#took),
    );
  }

  async #show(): Promise<void> {
    const version = ++this.#version;
    const since = performance.now();
    const model = await this.#modelFor(this.#state, () => version === this.#version);
    if (!model) return;
    this.#took = performance.now() - since;
    this.#model = model;
    this.#given = placesIn(model);
    this.#panel.title = titleOf(model);
    this.#tell({ kind: 'model', model });
  }

  async #modelFor(state: InsightState, isWanted: () => boolean): Promise<ViewModel | undefined> {
    const { labels, extension } = this.#services;
    const uri =
      state.article === undefined ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.parse(state.article);
    const description = state.view === 'profile' ? await knownOf(this.#services, state) : [];
    const canGoBack = this.#back.length > 0;
    return viewOf(this.#source, { state, labels: labels.of(uri ?? extension), description, canGoBack, isWanted });
  }

  /** The view with all its rows. */
  #whole(): Promise<ViewModel | undefined> {
    return this.#modelFor({ ...this.#state, limit: ALL }, () => true);
  }

  async #csv(id: string): Promise<string | undefined> {
    const model = await this.#whole();
    const section = model?.sections.find((each) => each.id === id);
    return section && sectionToCsv(section, (path) => vscode.workspace.asRelativePath(vscode.Uri.parse(path)));
  }

  #nameOf(id: string): string {
    const section: Section | undefined = this.#model?.sections.find((each) => each.id === id);
    return `${this.#model?.title ?? ''} ${section?.title ?? ''}`;
  }

  #tell(message: ToPage): void {
    // A page that is hidden hears nothing, and asks again when it is shown.
    this.#panel.webview.postMessage(message).then(undefined, () => undefined);
  }
}

/** An article's document; where it is gone since the view was made, the person is told. */
async function opened(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(t('Newsmark could not read {0}: {1}', fileNameOf(uri), reason));
    return undefined;
  }
}

function placesIn({ sections }: ViewModel): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const { chart, table } of sections) {
    const items =
      chart === undefined
        ? []
        : chart.kind === 'time'
          ? chart.columns
          : chart.kind === 'bars'
            ? chart.bars
            : chart.nodes;
    for (const { place } of [...items, ...table.rows]) if (place) paths.add(place.path);
  }
  return paths;
}

function titleOf({ title, state }: ViewModel): string {
  return state.view === 'profile' ? title : `Newsmark: ${title}`;
}
