import * as vscode from 'vscode';
import { createAnalyzer } from '../core/analyzer';
import { DISMISSED_FILE, readDismissals } from '../core/corpus/dismissals';
import { speak, t } from '../core/l10n';
import { Lanes } from '../core/lanes';
import { createJournal } from '../core/sidecar/journal';
import { workerAnalyzer } from '../worker/client';
import { assetsOf } from './adapt/assets';
import { folderDrawer } from './adapt/drawer';
import { hostFetch } from './adapt/fetcher';
import { editorFiles } from './adapt/files';
import { watchSettings } from './adapt/settings';
import { pause } from './adapt/slices';
import { ArticleChoice } from './articles/articleChoice';
import { FolderFiles } from './articles/folderFiles';
import { Knowledge } from './articles/knowledge';
import { LabelSets, labelKeysIn } from './articles/labelSets';
import { Lookup } from './articles/lookup';
import { OpenArticles } from './articles/openArticles';
import { WorkspaceArticles } from './articles/workspaceArticles';
import { SETTINGS } from './contributions';
import { corpusOf } from './corpus/corpusOf';
import { registerArticleFiles } from './features/articleFiles/articleFiles';
import { registerConsistency } from './features/consistency/consistency';
import { registerContradictions } from './features/contradictions/contradictions';
import { registerCorpus } from './features/corpus/corpus';
import { registerCuration } from './features/curation/curation';
import { registerDecisions } from './features/decisions/decisions';
import { registerDisputes } from './features/disputes/disputes';
import { registerEntities } from './features/entities/entities';
import { registerFrontMatter } from './features/frontMatter';
import { registerHighlights } from './features/highlights/highlights';
import { registerHover } from './features/hover/hover';
import { registerInlayHints } from './features/inlayHints/inlayHints';
import { registerInsights } from './features/insights/insights';
import { registerKnowledge } from './features/knowledge/knowledge';
import { registerLabelSet } from './features/labelSet/labelSet';
import { registerLabelChoice } from './features/labels';
import { registerNotes } from './features/notes/notes';
import { registerOrphans } from './features/orphans/orphans';
import { registerProgress } from './features/progress/progress';
import { registerRelations } from './features/relations/relations';
import { registerReview } from './features/review/review';
import { registerSidecar } from './features/sidecar/sidecar';
import { registerStatus } from './features/status/status';
import { registerTables } from './features/tables/tables';
import { registerTransfer } from './features/transfer/transfer';
import { registerTree } from './features/tree/tree';
import { registerUndecided } from './features/undecided';
import { registerVerbs } from './features/verbs/verbs';
import type { Host } from './host';
import type { Feature, Services } from './services';

const FEATURES: readonly Feature[] = [
  registerHighlights,
  // Of several hovers the editor shows the one on top that was registered last: what is asked of others comes below.
  registerKnowledge,
  registerHover,
  registerInlayHints,
  registerTree,
  registerDecisions,
  registerUndecided,
  registerReview,
  registerCuration,
  registerLabelChoice,
  registerEntities,
  registerRelations,
  registerLabelSet,
  registerNotes,
  registerVerbs,
  registerContradictions,
  registerProgress,
  registerSidecar,
  registerOrphans,
  registerDisputes,
  registerFrontMatter,
  registerArticleFiles,
  registerTransfer,
  registerCorpus,
  registerConsistency,
  registerInsights,
  registerTables,
  registerStatus,
];

/** Milliseconds that Wikidata may take for an answer. */
const TIME_LIMIT = 8_000;

/** Milliseconds after which a start is over: what it and a first article need has run by then. */
const START = 15_000;

/**
 * Wires the extension together. Nothing is computed here: recognizers are loaded, elsewhere, when an article is open.
 * @returns what the extension gives to its own tests; to other extensions, nothing yet
 */
export function activate(context: vscode.ExtensionContext, host: Host): Services | undefined {
  speak(vscode.l10n.t);
  context.subscriptions.push(watchSettings());
  const choice = new ArticleChoice(context.workspaceState);
  const log = vscode.window.createOutputChannel('Newsmark', { log: true });
  const assets = host.assets ?? assetsOf(context.extensionUri);
  const onError = (recognizer: string, error: unknown) =>
    log.error(`The recognizer ${recognizer} failed; the others go on.`, error);
  const analyzer = workerAnalyzer({
    spawn: host.spawn,
    assets,
    here: () => createAnalyzer({ assets, pause, onError }),
    onError,
    onLeftOut: (recognizer) => {
      log.error(`The recognizer ${recognizer} did not come to an end and is left out; the others go on.`);
      const words = t(
        'Newsmark’s recognizer “{0}” did not come to an end. It is left out until VS Code is restarted; the others go on.',
        recognizer,
      );
      void vscode.window.showWarningMessage(words);
    },
    onFallback: (error) => log.warn('No worker runs here; articles are analyzed between other work.', error),
  });
  // The rest of this takes as long as the worker does to start.
  if (vscode.workspace.textDocuments.some((document) => choice.of(document).isArticle)) analyzer.warm();
  const files = editorFiles(host);
  const drawer = folderDrawer(vscode.Uri.joinPath(context.globalStorageUri, 'journal'), files);
  const labels = new LabelSets(files, labelKeysIn(context.extension.packageJSON), log);
  const knowledge = new Knowledge(assets, files, log);
  const { version } = context.extension.packageJSON as { readonly version: string };
  const answers = folderDrawer(vscode.Uri.joinPath(context.globalStorageUri, 'lookup'), files);
  const lookup = new Lookup(hostFetch(`Newsmark/${version}`, TIME_LIMIT), answers, log);
  const articles = new OpenArticles(choice, {
    analyzer,
    log,
    files,
    labels,
    journal: createJournal(drawer, vscode.env.sessionId.replace(/\W/g, '')),
  });
  const workspace = new WorkspaceArticles(articles, choice, { analyzer, files, labels });
  const corpus = corpusOf(context, host, { articles, choice, workspace, labels, knowledge, log, assets });
  const dismissals = new FolderFiles(DISMISSED_FILE, readDismissals, files, log);
  const memory = context.workspaceState;
  const services: Services = {
    articles,
    analyzer,
    choice,
    labels,
    workspace,
    corpus,
    dismissals,
    knowledge,
    lookup,
    files,
    lanes: new Lanes(),
    log,
    memory,
    drawer: (name) => folderDrawer(vscode.Uri.joinPath(context.storageUri ?? context.globalStorageUri, name), files),
    extension: context.extensionUri,
  };
  context.subscriptions.push(
    log,
    analyzer,
    choice,
    labels,
    knowledge,
    articles,
    workspace,
    corpus,
    dismissals,
    vscode.workspace.onDidChangeConfiguration((change) => {
      const isAboutChoice = [SETTINGS.include, SETTINGS.exclude, SETTINGS.articleLanguage].some((id) =>
        change.affectsConfiguration(id),
      );
      if (isAboutChoice) articles.lookAgain();
      if ([SETTINGS.annotator, SETTINGS.published].some((id) => change.affectsConfiguration(id))) articles.openAgain();
    }),
    ...FEATURES.map((register) => register(services)),
  );
  articles.start();
  settleLater(host, context, log);
  return context.extensionMode === vscode.ExtensionMode.Test ? services : undefined;
}

function settleLater({ settle }: Host, { subscriptions }: vscode.ExtensionContext, log: vscode.LogOutputChannel): void {
  if (!settle) return;
  const timer = setTimeout(() => {
    try {
      settle();
    } catch (error) {
      log.warn('The next start will take a little longer:', error);
    }
  }, START);
  subscriptions.push(new vscode.Disposable(() => clearTimeout(timer)));
}
