import * as vscode from 'vscode';
import { createAnalyzer } from '../../core/analyzer';
import type { CorpusStore } from '../../core/corpus/corpusStore';
import { indexSource } from '../../core/corpus/indexSource';
import { segmentStore } from '../../core/corpus/segmentStore';
import { storeOrElse } from '../../core/corpus/storeOrElse';
import type { Assets } from '../../core/ports';
import { workerIndexer } from '../../worker/indexer';
import { pause } from '../adapt/slices';
import type { Host } from '../host';
import { Corpus } from './corpus';
import type { CorpusPorts } from './corpusPorts';
import { folderBlobs } from './folderBlobs';

/** The index over the workspace's articles, with a worker of its own and a place on disk. */
export function corpusOf(
  context: vscode.ExtensionContext,
  host: Host,
  ports: Omit<CorpusPorts, 'indexer' | 'openStore' | 'version'> & { readonly assets: Assets },
): Corpus {
  const { assets, log } = ports;
  const onThisThread = createAnalyzer({
    assets,
    pause,
    onError: (recognizer, error) => log.error(`The recognizer ${recognizer} failed on an article of the index.`, error),
  });
  return new Corpus({
    ...ports,
    version: String(context.extension.packageJSON.version),
    indexer: workerIndexer({
      spawn: host.spawn,
      assets,
      here: async (source) => {
        await ports.knowledge.load();
        const base = ports.knowledge.baseFor(vscode.Uri.parse(source.path, true));
        return indexSource({ analyzer: onThisThread, base }, source);
      },
      onFallback: (error) => log.warn('No worker runs here; articles are indexed between other work.', error),
    }),
    openStore: () => storeOf(context, host, log),
  });
}

/**
 * Where the index is kept: in the store that the host has embedded, else, or where that can't be opened, in files of the
 * editor's. Nowhere where the folder is not trusted.
 */
function storeOf(
  { storageUri }: vscode.ExtensionContext,
  { embeddedStore }: Host,
  log: vscode.LogOutputChannel,
): CorpusStore | undefined {
  if (!storageUri || !vscode.workspace.isTrusted) return undefined;
  const folder = vscode.Uri.joinPath(storageUri, 'corpus');
  const files = segmentStore(folderBlobs(folder));
  const embedded = embeddedStore?.(folder);
  if (!embedded) return files;
  return storeOrElse(embedded, files, (error) => log.warn('The host’s own store for the index can’t be used.', error));
}
