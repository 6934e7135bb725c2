import * as vscode from 'vscode';
import { t } from '../../../core/l10n';
import { say } from '../../adapt/say';
import { ARTICLE_LANGUAGES } from '../../adapt/selector';
import { type EntityTarget, entityTargetOf } from '../../articles/entityTarget';
import { registerLineProblems } from '../../articles/lineProblems';
import { canDecide } from '../../articles/sidecarTrouble';
import { COMMANDS } from '../../contributions';
import type { Services } from '../../services';
import { EntityDefinitions } from './definitions';
import { placeOf, registerEntryDocuments } from './entryDocument';
import { chooseLink } from './linkChoice';
import { lookUp } from './lookUp';
import { promote } from './promote';
import { SummaryHover, showPicture, showSentence } from './summaryHover';

/** Knowledge bases: what an entity is, where that stands, and a folder's own file of entities. */
export function registerKnowledge(services: Services): vscode.Disposable {
  const { articles, knowledge } = services;
  const onEntity = (id: string, act: (target: EntityTarget, argument: unknown) => Promise<void>) =>
    vscode.commands.registerCommand(id, async (argument?: unknown, selected?: unknown) => {
      const target = entityTargetOf(articles, argument, selected);
      if (!target) return say(t('There is no name or figure here.'));
      if (canDecide(target.article)) await act(target, argument);
    });
  const registered = vscode.Disposable.from(
    registerLineProblems(knowledge.files),
    registerEntryDocuments(knowledge),
    vscode.languages.registerDefinitionProvider(ARTICLE_LANGUAGES, new EntityDefinitions(articles, knowledge)),
    onEntity(COMMANDS.promoteEntity, (target) => promote(services, target)),
    onEntity(COMMANDS.lookUp, (target) => lookUp(services, target)),
    ...[showPicture, showSentence].map((show) =>
      vscode.languages.registerHoverProvider(ARTICLE_LANGUAGES, new SummaryHover(services, show)),
    ),
    onEntity(COMMANDS.chooseLink, (target, argument) => chooseLink(services, target, argument)),
    vscode.commands.registerCommand(COMMANDS.openEntry, async (argument?: unknown) => {
      const entry =
        typeof argument === 'object' && argument !== null && 'entry' in argument ? argument.entry : undefined;
      const uri = articles.active?.uri;
      const found = typeof entry === 'string' && uri ? knowledge.baseFor(uri).get(entry) : undefined;
      if (!found) return say(t('This entry is not in the knowledge base any more.'));
      const place = placeOf(found);
      await vscode.window.showTextDocument(place.uri, { selection: place.range, preview: true });
    }),
  );
  knowledge.files.start();
  return registered;
}
