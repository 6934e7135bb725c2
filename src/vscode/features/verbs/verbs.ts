import * as vscode from 'vscode';
import { ARTICLE_LANGUAGES } from '../../adapt/selector';
import type { Services } from '../../services';
import { MentionActions } from './actions';
import { EntityHighlights } from './highlights';
import { registerOutline } from './outline';
import { EntityReferences } from './references';
import { GrowingSelections } from './selections';
import { EntitySymbols } from './symbols';

/** The editor's own verbs on articles: outline, highlights, references, symbols, growing selections, the light bulb. */
export function registerVerbs(services: Services): vscode.Disposable {
  const { articles } = services;
  const { languages } = vscode;
  return vscode.Disposable.from(
    registerOutline(articles),
    languages.registerDocumentHighlightProvider(ARTICLE_LANGUAGES, new EntityHighlights(articles)),
    languages.registerReferenceProvider(ARTICLE_LANGUAGES, new EntityReferences(services)),
    languages.registerWorkspaceSymbolProvider(new EntitySymbols(services)),
    languages.registerSelectionRangeProvider(ARTICLE_LANGUAGES, new GrowingSelections(articles)),
    languages.registerCodeActionsProvider(ARTICLE_LANGUAGES, new MentionActions(articles), {
      providedCodeActionKinds: MentionActions.kinds,
    }),
  );
}
