import * as vscode from 'vscode';
import type { Services } from '../../../src/vscode/services';
import { until } from '../../support/until';
import { FIGURES } from '../support/figures';
import { seeded } from '../support/random';
import { articleOf } from '../typing/articleOf';
import { Processor } from '../typing/processor';
import { startProfile } from '../typing/profile';

/** What starting costs. Times are milliseconds. */
export interface StartupFigures {
  /** Whether the extension ran before there was anything for it to do. */
  readonly wasActive: boolean;
  /** From asking for the extension to having it: reading its file, and what it does then. */
  readonly activation: number;
  /** The extension host's own time for that. */
  readonly activationHost: number;
  /** From opening the first article to its highlights, the model loaded on the way. */
  readonly first: number;
  /** The same for later ones, each a new one. */
  readonly later: readonly number[];
  /** The extension host's own time for those. */
  readonly laterHost: readonly number[];
}

/** Characters of an article of about 1,200 words. */
const LENGTH = 7_200;

/** How many are opened after the first. */
const LATER = 12;

/** What VS Code runs. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<Services>('newsmark.newsmark');
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!extension || !folder) throw new Error('The extension or the folder is not there.');
  const processor = new Processor();
  await processor.quiet(1_000);
  const wasActive = extension.isActive;
  const profile = startProfile();
  const asked = processor.start();
  const { articles } = await extension.activate();
  const activation = performance.now() - asked;
  const activationHost = processor.sinceStart();
  await profile?.('activation.cpuprofile');
  await processor.quiet(500);

  const opened: number[] = [];
  const host: number[] = [];
  for (let index = 0; index <= LATER; index++) {
    const uri = vscode.Uri.joinPath(folder.uri, `startup-${index}.article`);
    const text = articleOf(process.env.NEWSMARK_SAMPLE ?? '', LENGTH, seeded(index), true);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await processor.quiet(500);
    let right = 0;
    const listening = articles.onDidChange(({ article, event }) => {
      if (article.uri.toString() === uri.toString() && event === 'suggestions') right ||= performance.now();
    });
    const before = processor.start();
    await vscode.window.showTextDocument(uri);
    await until('the highlights', () => right > 0, 60_000);
    opened.push(right - before);
    host.push((await processor.quiet(300)).time);
    listening.dispose();
  }
  processor.end();
  const [first = Number.NaN, ...later] = opened;
  const figures: StartupFigures = { wasActive, activation, activationHost, first, later, laterHost: host.slice(1) };
  console.log(`[test] ${FIGURES}${JSON.stringify(figures)}`);
}
