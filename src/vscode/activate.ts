import * as vscode from 'vscode';
import { createAnalyzer } from '../core/analyzer';
import { createJournal } from '../core/sidecar/journal';
import { assetsOf } from './adapt/assets';
import { folderDrawer } from './adapt/drawer';
import { editorFiles } from './adapt/files';
import { ArticleChoice } from './articles/articleChoice';
import { OpenArticles } from './articles/openArticles';
import { SETTINGS } from './contributions';
import { registerArticleFiles } from './features/articleFiles/articleFiles';
import { registerDecisions } from './features/decisions/decisions';
import { registerFrontMatter } from './features/frontMatter';
import { registerHighlights } from './features/highlights/highlights';
import { registerHover } from './features/hover/hover';
import { registerInlayHints } from './features/inlayHints/inlayHints';
import { registerLabelChoice } from './features/labels';
import { registerNotes } from './features/notes';
import { registerOrphans } from './features/orphans/orphans';
import { registerSidecar } from './features/sidecar/sidecar';
import { registerStatus } from './features/status/status';
import { registerTransfer } from './features/transfer/transfer';
import { registerTree } from './features/tree/tree';
import { registerUndecided } from './features/undecided';
import type { Host } from './host';
import type { Feature, Services } from './services';

const FEATURES: readonly Feature[] = [
  registerHighlights,
  registerHover,
  registerInlayHints,
  registerTree,
  registerDecisions,
  registerUndecided,
  registerLabelChoice,
  registerNotes,
  registerSidecar,
  registerOrphans,
  registerFrontMatter,
  registerArticleFiles,
  registerTransfer,
  registerStatus,
];

/**
 * Wires the extension together. Nothing is computed here: recognizers are loaded when the first article is analyzed.
 * @returns what the extension gives to its own tests; to other extensions, nothing yet
 */
export function activate(context: vscode.ExtensionContext, host: Host): Services | undefined {
  const log = vscode.window.createOutputChannel('Newsmark', { log: true });
  const analyzer = createAnalyzer({
    assets: assetsOf(context.extensionUri),
    pause: () => new Promise((resolve) => setTimeout(resolve)),
    onError: (recognizer, error) => log.error(`The recognizer ${recognizer} failed; the others go on.`, error),
  });
  const choice = new ArticleChoice(context.workspaceState);
  const files = editorFiles(host);
  const drawer = folderDrawer(vscode.Uri.joinPath(context.globalStorageUri, 'journal'), files);
  const articles = new OpenArticles(choice, {
    analyzer,
    log,
    files,
    journal: createJournal(drawer, vscode.env.sessionId.replace(/\W/g, '')),
  });
  const services: Services = { articles, choice, files, log };
  context.subscriptions.push(
    log,
    choice,
    articles,
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
  return context.extensionMode === vscode.ExtensionMode.Test ? services : undefined;
}
