import * as vscode from 'vscode';
import { createAnalyzer } from '../core/analyzer';
import { assetsOf } from './adapt/assets';
import { ArticleChoice } from './articles/articleChoice';
import { OpenArticles } from './articles/openArticles';
import { SETTINGS } from './contributions';
import { registerDecisions } from './features/decisions/decisions';
import { registerFrontMatter } from './features/frontMatter';
import { registerHighlights } from './features/highlights/highlights';
import { registerHover } from './features/hover/hover';
import { registerLabelChoice } from './features/labels';
import { registerRenames } from './features/renames';
import { registerSidecar } from './features/sidecar/sidecar';
import { registerStatus } from './features/status/status';
import { registerTree } from './features/tree/tree';
import { registerUndecided } from './features/undecided';
import type { Feature, Services } from './services';

const FEATURES: readonly Feature[] = [
  registerHighlights,
  registerHover,
  registerTree,
  registerDecisions,
  registerUndecided,
  registerLabelChoice,
  registerSidecar,
  registerFrontMatter,
  registerRenames,
  registerStatus,
];

/** Wires the extension together. Nothing is computed here: recognizers are loaded when the first article is analyzed. */
export function activate(context: vscode.ExtensionContext): Services {
  const log = vscode.window.createOutputChannel('Newsmark', { log: true });
  const analyzer = createAnalyzer({
    assets: assetsOf(context.extensionUri),
    pause: () => new Promise((resolve) => setTimeout(resolve)),
    onError: (recognizer, error) => log.error(`The recognizer ${recognizer} failed; the others go on.`, error),
  });
  const choice = new ArticleChoice(context.workspaceState);
  const articles = new OpenArticles(analyzer, choice, log);
  const services: Services = { articles, choice, log };
  context.subscriptions.push(
    log,
    choice,
    articles,
    vscode.workspace.onDidChangeConfiguration((change) => {
      const isAboutChoice = [SETTINGS.include, SETTINGS.exclude, SETTINGS.articleLanguage].some((id) =>
        change.affectsConfiguration(id),
      );
      if (isAboutChoice) articles.lookAgain();
      if (change.affectsConfiguration(SETTINGS.annotator)) articles.openAgain();
    }),
    ...FEATURES.map((register) => register(services)),
  );
  articles.start();
  return services;
}
