import * as vscode from 'vscode';
import type { Services } from '../../../src/vscode/services';
import { until } from '../../support/until';
import { FIGURES } from '../support/figures';
import { type Random, seeded } from '../support/random';
import { articleOf } from './articleOf';
import { Processor } from './processor';
import { startProfile } from './profile';

/** What typing in one article costs. Times are milliseconds. */
export interface TypingFigures {
  readonly size: number;
  readonly mentions: number;
  /** From opening the article to its mentions. */
  readonly open: number;
  /** From a key press to mentions of the new text; typing rests after each. */
  readonly latency: readonly number[];
  /** The extension host's own time for a key press and all that follows, until nothing is left to do. */
  readonly host: readonly number[];
  /** The same of a key press among others, typed one after the other. */
  readonly inRun: readonly number[];
  /** The longest that the extension host was deaf for others, after each key press. */
  readonly block: readonly number[];
}

const SIZES = (process.env.NEWSMARK_SIZES ?? '1000,10000,100000,1000000').split(',').map(Number);
const KEYS = Number(process.env.NEWSMARK_KEYS ?? 40);

/** How long the extension host must have had nothing to do to count as done, in milliseconds. */
const QUIET = 250;

/** What VS Code runs. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<Services>('newsmark.newsmark');
  const services = await extension?.activate();
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!services || !folder) throw new Error('The extension or the folder is not there.');
  const words = process.env.NEWSMARK_SAMPLE ?? '';
  // The model is loaded with the first article; that is start-up, and measured there.
  await measured(services, folder.uri, words, 1000, 1);
  for (const size of SIZES) {
    const figures = await measured(services, folder.uri, words, size, KEYS);
    console.log(`[test] ${FIGURES}${JSON.stringify(figures)}`);
  }
}

async function measured(
  { articles }: Services,
  folder: vscode.Uri,
  words: string,
  size: number,
  keys: number,
): Promise<TypingFigures> {
  const random = seeded(size + keys);
  const uri = vscode.Uri.joinPath(folder, `typing-${size}-${keys}.article`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(articleOf(words, size, random)));
  const processor = new Processor();
  const opened = performance.now();
  const editor = await vscode.window.showTextDocument(uri);
  const session = await until('the article', () => articles.get(uri)?.session, 60_000);
  await until('the analysis', () => session.isAnalyzed && session.mentions.length >= 0, 120_000);
  const open = performance.now() - opened;
  await processor.quiet(QUIET);

  const profile = startProfile();
  const latency: number[] = [];
  const host: number[] = [];
  const block: number[] = [];
  for (let key = 0; key < keys; key++) {
    put(editor, random);
    await processor.quiet(QUIET);
    let right = 0;
    const listening = articles.onDidChange(({ article, event }) => {
      if (article.session === session && event === 'suggestions') right = performance.now();
    });
    const before = processor.start();
    await vscode.commands.executeCommand('type', { text: 'x' });
    await until('the new analysis', () => right > 0, 120_000);
    listening.dispose();
    latency.push(right - before);
    const { time, longest } = await processor.quiet(QUIET);
    host.push(time);
    block.push(longest);
  }

  const inRun: number[] = [];
  put(editor, random);
  await processor.quiet(QUIET);
  for (let key = 0; key < keys; key++) {
    processor.start();
    await vscode.commands.executeCommand('type', { text: 'y' });
    // Twelve keys a second: a fast typist's.
    await new Promise((resolve) => setTimeout(resolve, 80));
    inRun.push(processor.sinceStart());
  }
  await profile?.(`typing-${size}.cpuprofile`);
  const mentions = session.mentions.length;
  processor.end();
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  return { size, mentions, open, latency, host, inRun, block };
}

/** Puts the cursor somewhere in the middle half of the article, where a person would write. */
function put(editor: vscode.TextEditor, random: Random): void {
  const { document } = editor;
  const lines = document.lineCount;
  let line = Math.floor(lines / 4) + random.below(Math.max(1, Math.floor(lines / 2)));
  while (line < lines - 1 && document.lineAt(line).text.length < 20) line++;
  const { text } = document.lineAt(line);
  const space = text.indexOf(' ', random.below(Math.max(1, text.length - 1)));
  const at = new vscode.Position(line, Math.max(0, space));
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(new vscode.Range(at, at));
}
