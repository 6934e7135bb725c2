import * as vscode from 'vscode';
import { labelOf } from '../../../core/annotation/labels';
import { addressed } from '../../../core/curation/links';
import { linksTo } from '../../../core/knowledge/entityIds';
import { entryText } from '../../../core/knowledge/entryText';
import type { KnownEntity } from '../../../core/knowledge/knowledgeBase';
import { t } from '../../../core/l10n';
import type { Knowledge } from '../../articles/knowledge';

/** Documents of this scheme show entries of the shipped base; nobody can write in them. */
const SCHEME = 'newsmark';

/** Where an entry can be read: its line in the folder's file, or a document made for it. */
export function placeOf({ id, name, where }: KnownEntity): vscode.Location {
  if (where) return new vscode.Location(vscode.Uri.parse(where.path, true), new vscode.Position(where.line, 0));
  const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name.replaceAll('/', ' ')}`, query: id });
  return new vscode.Location(uri, new vscode.Position(0, 0));
}

/** Shows entries of the shipped base as read-only documents. */
export function registerEntryDocuments(knowledge: Knowledge): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent(uri) {
      await knowledge.load();
      const entry = knowledge.baseFor(uri).get(uri.query);
      if (!entry) return t('There is no entry {0} in the knowledge base that comes with Newsmark.', uri.query);
      const addresses = addressed(linksTo(entry)).map(({ address }) => address);
      return entryText(entry, labelOf(entry.label).title, addresses);
    },
  });
}
