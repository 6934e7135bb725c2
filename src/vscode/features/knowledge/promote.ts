import * as vscode from 'vscode';
import { entryFor } from '../../../core/curation/articleLinks';
import { type EntityGroup, entityGroups, recordOf } from '../../../core/curation/entityGroup';
import { namesOf } from '../../../core/entities/claims';
import { linksTo } from '../../../core/knowledge/entityIds';
import type { NewEntry } from '../../../core/knowledge/entryLine';
import type { KnownEntity } from '../../../core/knowledge/knowledgeBase';
import { addEntry, ENTITY_FILE } from '../../../core/knowledge/workspaceBase';
import { t } from '../../../core/l10n';
import { say } from '../../adapt/say';
import { groundOf } from '../../articles/deciding';
import type { EntityTarget } from '../../articles/entityTarget';
import { isUnsaved, readText } from '../../articles/folderFiles';
import type { Services } from '../../services';
import { placeOf } from './entryDocument';
import { linkEntity } from './linkEntity';

/** Puts an entity into the folder's own knowledge base, links it to its line there, and shows the line. */
export async function promote(services: Services, target: EntityTarget): Promise<void> {
  const { article, groups } = target;
  const root = vscode.workspace.getWorkspaceFolder(article.uri)?.uri;
  if (!root) return say(t('Open the folder of the article first: its knowledge base is a file there.'));
  const uri = services.knowledge.files.uriIn(root);
  if (isUnsaved(uri)) {
    vscode.window.showWarningMessage(t('Save {0} first: it has changes that are not in the file.', ENTITY_FILE));
    return;
  }
  const [group] = groups;
  await services.knowledge.load();
  const entry = newEntryFor(services, target, group);
  const path = uri.toString();
  const added = await services.files.exclusively(path, async () => {
    const result = addEntry(await readText(services.files, path), entry);
    if (result.kind === 'added') await services.files.replace(path, result.text);
    return result;
  });
  if (added.kind === 'broken') {
    const open = t('Open');
    const chosen = await vscode.window.showErrorMessage(
      t('{0} has lines that can’t be read, so nothing is written to it: {1}', ENTITY_FILE, added.problems[0].message),
      open,
    );
    if (chosen === open) await vscode.window.showTextDocument(uri);
    return;
  }
  // The article may have been edited meanwhile: the entity's mentions are where they are now.
  const present = entityGroups(article.session.mentions).find(({ entity }) => entity === group.entity);
  if (added.kind === 'known') say(t('“{0}” is in the knowledge base already.', added.entry.name));
  else if (present) linkEntity(article, present, { ...knownAs(entry), where: { path, line: added.line } });
  const line = added.kind === 'added' ? added.line : (added.entry.where?.line ?? 0);
  const place = placeOf({ ...knownAs(entry), where: { path, line } });
  await vscode.window.showTextDocument(place.uri, { selection: place.range, preview: true });
}

/** What is known of an entity as an entry: what the sidecar says of it, and what the shipped base does. */
function newEntryFor({ knowledge }: Services, { article }: EntityTarget, group: EntityGroup): NewEntry {
  const record = recordOf(groundOf(article), group);
  const base = knowledge.baseFor(article.uri);
  const [first] = group.mentions;
  const known = entryFor(base, record?.links) ?? (first && knowledge.entryOf(article, first));
  const { newsmark: own, ...links } = { ...(known ? linksTo(known) : {}), ...record?.links };
  const words = group.mentions.map(({ text }) => text.replace(/\s+/g, ' '));
  const names = new Set([...(record ? namesOf(record) : []), ...words, ...(known?.aliases ?? [])]);
  names.delete(group.name);
  return {
    id: links.wikidata ?? own ?? idFrom(group.name),
    name: group.name,
    label: group.label,
    aliases: [...names],
    description: known?.description ?? record?.note?.split('\n')[0] ?? '',
    links,
  };
}

/** "Nathaniel Sher" is `nathaniel-sher`. */
function idFrom(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'entity'
  );
}

function knownAs(entry: NewEntry): KnownEntity {
  return { ...entry, facts: [], prominence: 1, source: 'workspace' };
}
