import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import * as vscode from 'vscode';
import type { Services } from '../../../src/vscode/services';
import { until } from '../../support/until';
import { FIGURES } from '../support/figures';
import { seeded } from '../support/random';
import { articleOf } from '../typing/articleOf';
import { Processor } from '../typing/processor';
import { type Shares, sharesOf } from './shares';

/** One start of VS Code: what it was for. All times are milliseconds. */
export type StartupFigures = Cold | Activation;

/** An article is opened before the extension runs, and then others. */
export interface Cold {
  readonly kind: 'cold';
  /** Whether the extension ran before there was anything for it to do. */
  readonly wasActive: boolean;
  /** From asking VS Code for the first article until it tells of its document. */
  readonly document: number;
  /** From there until the extension is active: reading its file, and what it does then. */
  readonly activation: number;
  /** From there to the highlights, the model loaded on the way. */
  readonly highlights: number;
  /** Processor time of the extension host's thread from asking to highlights, and of all other threads of its process. */
  readonly host: number;
  readonly threads: number;
  /** From asking for later articles, each a new one, to their highlights. */
  readonly later: readonly number[];
  /** The extension host's own time for those. */
  readonly laterHost: readonly number[];
}

/** The extension is asked for, and nothing is open. */
export interface Activation {
  readonly kind: 'activation';
  readonly time: number;
  /** The extension host's own time for it. */
  readonly host: number;
  /** Whose code that was, where it was looked at: that makes it slower. */
  readonly shares?: Shares;
}

/** Characters of an article of about 1,200 words. */
const LENGTH = 7_200;

/** How many are opened after the first. */
const LATER = 12;

const processor = new Processor();

/** What VS Code runs. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<Services>('newsmark.newsmark');
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!extension || !folder) throw new Error('The extension or the folder is not there.');
  await processor.quiet(1_000);
  const figures =
    process.env.NEWSMARK_START === 'cold' ? await cold(extension, folder.uri) : await activation(extension);
  processor.end();
  console.log(`[test] ${FIGURES}${JSON.stringify(figures)}`);
}

async function activation(extension: vscode.Extension<Services>): Promise<Activation> {
  if (process.env.NEWSMARK_START === 'profiled') {
    let host = 0;
    const shares = await sharesOf(extension.extensionPath, async () => {
      processor.start();
      await extension.activate();
      host = processor.sinceStart();
    });
    return { kind: 'activation', time: Number.NaN, host, shares };
  }
  const asked = processor.start();
  await extension.activate();
  return { kind: 'activation', time: performance.now() - asked, host: processor.sinceStart() };
}

async function cold(extension: vscode.Extension<Services>, folder: vscode.Uri): Promise<Cold> {
  const wasActive = extension.isActive;
  const uri = await written(folder, 0);
  let [told, active] = [0, 0];
  // VS Code activates the extension at the same moment; asking for it only tells when that is done.
  const opening = vscode.workspace.onDidOpenTextDocument((document) => {
    if (document.uri.toString() === uri.toString()) told ||= performance.now();
  });
  const before = process.cpuUsage();
  const asked = processor.start();
  const shown = vscode.window.showTextDocument(uri);
  await until('the document', () => told > 0);
  opening.dispose();
  const { articles } = await extension.activate();
  active = performance.now();
  const right = await highlights(articles, uri);
  const host = processor.sinceStart();
  const { user, system } = process.cpuUsage(before);
  const threads = (user + system) / 1_000 - host;
  await shown;
  await processor.quiet(500);

  const later: number[] = [];
  const laterHost: number[] = [];
  for (let index = 1; index <= LATER; index++) {
    const next = await written(folder, index);
    await processor.quiet(500);
    const started = processor.start();
    const waiting = highlights(articles, next);
    await vscode.window.showTextDocument(next);
    later.push((await waiting) - started);
    laterHost.push((await processor.quiet(300)).time);
  }
  // What the extension has compiled is there for the next start.
  const compiled = path.join(
    process.env.NEWSMARK_HOST_DATA ?? '',
    'data/User/globalStorage/newsmark.newsmark/compiled',
  );
  await until('the compiled code', () => existsSync(compiled) && readdirSync(compiled).length >= 2, 60_000);
  return {
    kind: 'cold',
    wasActive,
    document: told - asked,
    activation: active - told,
    highlights: right - active,
    host,
    threads,
    later,
    laterHost,
  };
}

/** When an article has got its highlights. */
async function highlights(articles: Services['articles'], uri: vscode.Uri): Promise<number> {
  if (articles.get(uri)?.session.isAnalyzed) return performance.now();
  let right = 0;
  const listening = articles.onDidChange(({ article, event }) => {
    if (article.uri.toString() === uri.toString() && event === 'suggestions') right ||= performance.now();
  });
  await until('the highlights', () => right > 0, 60_000);
  listening.dispose();
  return right;
}

async function written(folder: vscode.Uri, index: number): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder, `startup-${index}.article`);
  const text = articleOf(process.env.NEWSMARK_SAMPLE ?? '', LENGTH, seeded(index), true);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}
