import * as vscode from 'vscode';
import type { KnownEntity } from '../../../core/knowledge/knowledgeBase';
import { failureInWords, LookupError } from '../../../core/knowledge/lookup/lookupError';
import type { FoundItem } from '../../../core/knowledge/lookup/wikidata';
import { t } from '../../../core/l10n';
import { cancellationOf } from '../../adapt/cancellation';
import { say } from '../../adapt/say';
import { type EntityTarget, presentGroup } from '../../articles/entityTarget';
import { SETTINGS } from '../../contributions';
import type { Services } from '../../services';
import { linkEntity } from './linkEntity';
import { withoutIcons } from './withoutIcons';

/** Searches Wikidata for an entity's name, and links the entity to the item that the person picks. */
export async function lookUp({ lookup, log }: Services, { article, groups }: EntityTarget): Promise<void> {
  if (!lookup.isOn) return offerToTurnOn();
  const [group] = groups;
  const { text } = article.session;
  const name = await vscode.window.showInputBox({
    title: t('Look up in Wikidata'),
    prompt: t('These words are sent to Wikidata.'),
    value: group.name,
  });
  if (name === undefined || name.trim() === '') return;
  const found = await search();
  if (!found) return;
  if (found.length === 0) return say(t('Wikidata has nothing called “{0}”.', name));
  const picked = await vscode.window.showQuickPick(found.map(itemOf), {
    title: t('Which “{0}” is it?', name),
    matchOnDescription: true,
  });
  if (!picked) return;
  const present = presentGroup(article, group, text);
  if (!present) return say(t('The article changed while you were choosing. Please choose again.'));
  linkEntity(article, present, entryOf(picked.item, group.label));

  async function search(): Promise<readonly FoundItem[] | undefined> {
    try {
      return await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Notification, title: t('Asking Wikidata …'), cancellable: true },
        async (_, token) => {
          const found = lookup.search(name?.trim() ?? '', cancellationOf(token));
          // Whoever stops it knows why there is no answer.
          return await found.catch((error: unknown) => {
            if (token.isCancellationRequested) return undefined;
            throw error;
          });
        },
      );
    } catch (error) {
      if (!(error instanceof LookupError)) throw error;
      log.warn('Look-up in Wikidata:', error.failure, error.cause ?? '');
      vscode.window.showWarningMessage(failureInWords(error));
      return undefined;
    }
  }
}

/** Look-ups send words of articles to a server: only a person can turn them on. */
async function offerToTurnOn(): Promise<void> {
  const settings = t('Open Settings');
  const chosen = await vscode.window.showInformationMessage(
    t('Look-ups in Wikidata are off: Newsmark makes no network request unless you turn them on.'),
    settings,
  );
  if (chosen === settings) await vscode.commands.executeCommand('workbench.action.openSettings', SETTINGS.lookup);
}

function itemOf(item: FoundItem): vscode.QuickPickItem & { readonly item: FoundItem } {
  return { item, label: withoutIcons(item.label), description: item.id, detail: withoutIcons(item.description) };
}

function entryOf({ id, label: name, description }: FoundItem, label: string): KnownEntity {
  const links = { wikidata: id };
  return { id, name, aliases: [], label, description, facts: [], links, prominence: 1, source: 'shipped' };
}
