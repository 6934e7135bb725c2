import process from 'node:process';
import * as vscode from 'vscode';
import type { Services } from '../../../src/vscode/services';
import { generateCorpus } from '../../support/corpusGenerator';
import { heapInUse } from '../../support/heap';
import { threadHeaps } from '../../support/threadHeaps';
import { until } from '../../support/until';
import { FIGURES } from '../support/figures';
import { seeded } from '../support/random';
import { articleOf } from '../typing/articleOf';

/** What is held at one time; megabytes. */
export interface Held {
  readonly when: string;
  /** The extension host's own heap, and its buffers; VS Code's and those of its own extensions are in them. */
  readonly heap: number;
  readonly buffers: number;
  /** The same of all worker threads, and how many there are. */
  readonly threadHeap: number;
  readonly threadBuffers: number;
  readonly threads: number;
  /** The whole process, as the system sees it. */
  readonly rss: number;
}

/** Characters of an article of about 1,200 words. */
const LENGTH = 7_200;

/** How many are open together. */
const OPEN = 100;

/** What VS Code runs. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<Services>('newsmark.newsmark');
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!extension || !folder) throw new Error('The extension or the folder is not there.');
  const settings = vscode.workspace.getConfiguration('newsmark');
  // The index comes last, and by itself.
  await settings.update('corpus.enabled', false, vscode.ConfigurationTarget.Global);
  await tell('before the extension runs');
  const services = await extension.activate();
  await tell('the extension runs, no article is open');
  await opened(services, folder.uri, 0, 1);
  await tell('1 article is open');
  await opened(services, folder.uri, 1, OPEN);
  await tell(`${OPEN} articles are open`);
  await closed(services);
  await tell('… and closed again');
  for (let round = 1; round <= 2; round++) {
    await opened(services, folder.uri, round * OPEN, (round + 1) * OPEN);
    await closed(services);
    await tell(`${(round + 1) * OPEN} were opened and closed`);
  }

  const count = Number(process.env.NEWSMARK_ARTICLES);
  await written(folder.uri, count);
  await settings.update('corpus.enabled', true, vscode.ConfigurationTarget.Global);
  services.corpus.want();
  await until('the index', () => services.corpus.index.size >= count && isResting(services), 3_600_000);
  await tell(`${count} articles are indexed`);
  await new Promise((resolve) => setTimeout(resolve, 35_000));
  await tell('… and nothing was done for half a minute');
}

const isResting = ({ corpus }: Services) => corpus.progress.state === 'resting';

/** Opens articles, each in an editor of its own, until all have their highlights. */
async function opened({ articles }: Services, folder: vscode.Uri, from: number, to: number): Promise<void> {
  for (let index = from; index < to; index++) {
    const uri = vscode.Uri.joinPath(folder, `memory-${index}.article`);
    const text = articleOf(process.env.NEWSMARK_SAMPLE ?? '', LENGTH, seeded(index), true);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await vscode.window.showTextDocument(uri, { preview: false });
    await until('the highlights', () => articles.get(uri)?.session.isAnalyzed, 60_000);
  }
}

async function closed({ articles }: Services): Promise<void> {
  // The editor keeps a document for minutes after its tab is gone; what gets another language is closed at once.
  for (const { document } of articles.all) await vscode.languages.setTextDocumentLanguage(document, 'xml');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await until('the end of all articles', () => articles.all.length === 0);
}

async function written(folder: vscode.Uri, count: number): Promise<void> {
  for (const { path, text, sidecar } of generateCorpus(count)) {
    const uri = vscode.Uri.joinPath(folder, 'corpus', path);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    if (sidecar === undefined) continue;
    await vscode.workspace.fs.writeFile(
      uri.with({ path: `${uri.path}.newsmark.json` }),
      new TextEncoder().encode(sidecar),
    );
  }
}

/** Once what views wait with is over. */
async function tell(when: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  const heap = await heapInUse();
  const threads = await threadHeaps();
  const sum = (of: 'heap' | 'buffers') => threads.reduce((all, thread) => all + thread[of], 0) / 1e6;
  const { rss, arrayBuffers } = process.memoryUsage();
  const held: Held = {
    when,
    heap: heap / 1e6,
    buffers: arrayBuffers / 1e6,
    threadHeap: sum('heap'),
    threadBuffers: sum('buffers'),
    threads: threads.length,
    rss: rss / 1e6,
  };
  console.log(`[test] ${FIGURES}${JSON.stringify(held)}`);
}
