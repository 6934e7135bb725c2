import * as vscode from 'vscode';
import type { KnownEntity } from '../../../core/knowledge/knowledgeBase';
import { t } from '../../../core/l10n';
import { say } from '../../adapt/say';
import type { EntityTarget } from '../../articles/entityTarget';
import type { Services } from '../../services';
import { linkEntity } from './linkEntity';

/** How many entries are offered. */
const MOST_OFFERED = 30;

/** Links an entity to the entry that a hover names, or to the one that the person picks among those of its name. */
export async function chooseLink(
  services: Services,
  { article, groups }: EntityTarget,
  argument: unknown,
): Promise<void> {
  const [group] = groups;
  const { knowledge } = services;
  const { text } = article.session;
  await knowledge.load();
  const named = idIn(argument);
  if (named !== undefined) {
    const entry = knowledge.baseFor(article.uri).get(named);
    if (entry) linkEntity(article, group, entry);
    return;
  }
  const guess = knowledge.linksOf(article).get(group.entity);
  const items = (guess?.candidates ?? []).slice(0, MOST_OFFERED).map(({ entry }) => itemOf(entry));
  if (items.length === 0) return say(t('No entry of the knowledge base is called “{0}”.', group.name));
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Which “{0}” is it?', group.name),
    placeHolder: t('The likeliest first. The choice is noted in the sidecar.'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked) return;
  if (text !== article.session.text) return say(t('The article changed while you were choosing. Please choose again.'));
  linkEntity(article, group, picked.entry);
}

function itemOf(entry: KnownEntity): vscode.QuickPickItem & { readonly entry: KnownEntity } {
  const icon = entry.source === 'workspace' ? '$(notebook)' : '$(globe)';
  return { entry, label: `${icon} ${entry.name}`, description: entry.description, detail: entry.aliases.join(' · ') };
}

/** The entry that a link in a hover names. */
function idIn(argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null || !('entry' in argument)) return undefined;
  return typeof argument.entry === 'string' ? argument.entry : undefined;
}
