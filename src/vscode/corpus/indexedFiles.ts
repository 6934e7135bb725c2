import * as vscode from 'vscode';
import { ONTONOTES } from '../../core/annotation/labelSet';
import { LONGEST_ARTICLE } from '../../core/article/isArticle';
import type { IndexedFiles } from '../../core/corpus/upkeep';
import { statOf } from '../adapt/missing';
import { settingsFor } from '../adapt/settings';
import type { CorpusPorts } from './corpusPorts';
import { Stamps } from './stamps';

type Ports = Pick<CorpusPorts, 'choice' | 'workspace' | 'labels' | 'indexer' | 'version'>;

/** The workspace's files, as the index asks about them. */
export function indexedFiles({ choice, workspace, labels, indexer, version }: Ports): IndexedFiles {
  return {
    list: () => workspace.list(true),
    states: () => new Stamps(labels, version),
    kindOf: (path) => {
      const uri = vscode.Uri.parse(path, true);
      if (choice.mayBe(uri)) return 'article';
      return uri.path.endsWith('.json') || choice.isExcluded(uri) ? 'other' : 'unknown';
    },
    isFolder: async (path) => {
      const stat = await statOf(vscode.Uri.parse(path, true));
      return stat && (stat.type & vscode.FileType.Directory) !== 0;
    },
    pack: async (path, entities) => {
      const uri = vscode.Uri.parse(path, true);
      const source = await workspace.source(uri);
      if (!source || source.raw.length > LONGEST_ARTICLE) return undefined;
      const { raw, fileName, sidecar, labels: own } = source;
      return indexer.index({
        path,
        fileName,
        raw,
        published: settingsFor(uri).published,
        ...(sidecar !== undefined && { sidecar }),
        ...(own !== ONTONOTES && { labels: own.labels }),
        ...(entities && { entities }),
      });
    },
  };
}
