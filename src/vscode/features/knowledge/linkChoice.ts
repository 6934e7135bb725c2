import * as vscode from 'vscode';
import type { KnownEntity } from '../../../core/knowledge/knowledgeBase';
import { t } from '../../../core/l10n';
import { say } from '../../adapt/say';
import { type EntityTarget, presentGroup } from '../../articles/entityTarget';
import type { Services } from '../../services';
import { linkEntity } from './linkEntity';
import { lookUp } from './lookUp';
import { withoutIcons } from './withoutIcons';

/** How many entries are offered. */
const MOST_OFFERED = 30;

/** Links an entity to the entry that a hover names, or to the one that the person picks among those of its name. */
export async function chooseLink(services: Services, target: EntityTarget, argument: unknown): Promise<void> {
  const { article, groups } = target;
  const [group] = groups;
  const { knowledge } = services;
  const { text } = article.session;
  await knowledge.load();
  const named = idIn(argument);
  if (named !== undefined) {
    const entry = knowledge.baseFor(article.uri).get(named);
    const present = presentGroup(article, group);
    if (entry && present) linkEntity(article, present, entry);
    return;
  }
  const guess = knowledge.linksOf(article).get(group.entity);
  const search = { label: `$(globe) ${t('Search Wikidata …')}`, alwaysShow: true };
  const items: Choice[] = [
    ...(guess?.candidates ?? []).slice(0, MOST_OFFERED).map(({ entry }) => itemOf(entry)),
    ...(services.lookup.isOn ? [search] : []),
  ];
  if (items.length === 0) return say(t('No entry of the knowledge base is called “{0}”.', group.name));
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Which “{0}” is it?', group.name),
    placeHolder: t('The likeliest first. The choice is noted in the sidecar.'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked) return;
  if (!picked.entry) return lookUp(services, target);
  const present = presentGroup(article, group, text);
  if (!present) return say(t('The article changed while you were choosing. Please choose again.'));
  linkEntity(article, present, picked.entry);
}

/** An entry, or where it is absent, a search elsewhere. */
interface Choice extends vscode.QuickPickItem {
  readonly entry?: KnownEntity;
}

function itemOf(entry: KnownEntity): Choice {
  const icon = entry.source === 'workspace' ? '$(notebook)' : '$(book)';
  return {
    entry,
    label: `${icon} ${withoutIcons(entry.name)}`,
    description: withoutIcons(entry.description),
    detail: withoutIcons(entry.aliases.join(' · ')),
  };
}

/** The entry that a link in a hover names. */
function idIn(argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null || !('entry' in argument)) return undefined;
  return typeof argument.entry === 'string' ? argument.entry : undefined;
}
