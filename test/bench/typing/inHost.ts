import * as vscode from 'vscode';
import type { Services } from '../../../src/vscode/services';
import { until } from '../../support/until';
import { FIGURES } from '../support/figures';
import { type Random, seeded } from '../support/random';
import { articleOf } from './articleOf';
import { OwnTime } from './ownTime';
import { type Busy, Processor } from './processor';

/** What typing in one article costs. Times are milliseconds. */
export interface TypingFigures {
  readonly size: number;
  readonly mentions: number;
  /** From opening an article that is new to all caches to marks in sight, to those of all of it, and to its mentions. */
  readonly first: number;
  readonly whole: number;
  readonly open: number;
  /** From a jump to its end, just after it was opened, to marks there. */
  readonly end: number;
  /** From a key press to mentions of the new text; typing rests after each. */
  readonly latency: readonly number[];
  /** The extension host's time for a key press and all that follows, until nothing is left to do. */
  readonly host: readonly number[];
  /** The same in a text that the extension leaves alone: what the editor needs by itself. */
  readonly floor: readonly number[];
  /** The extension's part of the former. */
  readonly own: readonly number[];
  /** The longest that the extension went on without a pause, after each key press. */
  readonly ownBlock: readonly number[];
  /** The longest that the extension host was deaf for others, after each key press. */
  readonly block: readonly number[];
  /** The extension's part of a key press among others, typed one after the other. */
  readonly ownInRun: readonly number[];
  /** The extension host's time for the same. */
  readonly inRun: readonly number[];
}

const SIZES = (process.env.NEWSMARK_SIZES ?? '1000,10000,100000,1000000').split(',').map(Number);
const KEYS = Number(process.env.NEWSMARK_KEYS ?? 40);

/** How long the extension host must have had nothing to do to count as done, in milliseconds. */
const QUIET = 250;

/** About how long an article takes for its answer, in milliseconds. */
const ANSWER = 180;

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
  const text = articleOf(words, size, seeded(size + keys));
  const random = seeded(size + keys);
  const processor = new Processor();
  const alike = await shown(folder, `floor-${size}-${keys}.dat`, text);
  // As long as an article takes for its answer: what the editor does every now and then counts in both.
  const floor = await keysIn(alike, processor, random, keys, async () => {
    await new Promise((resolve) => setTimeout(resolve, ANSWER));
  });
  await closeEditor();
  await processor.quiet(QUIET);

  const opening = await opened(articles, await written(folder, `new-${size}-${keys}.article`, fresh(size, keys)));
  await closeEditor();
  const uri = await written(folder, `typing-${size}-${keys}.article`, text);
  const editor = await vscode.window.showTextDocument(uri);
  const session = await until('the article', () => articles.get(uri)?.session, 60_000);
  await until('the analysis', () => session.isAnalyzed, 120_000);
  await processor.quiet(QUIET);

  const ownTime = new OwnTime('extension.node.js');
  await ownTime.begin();
  let right = 0;
  const listening = articles.onDidChange(({ article, event }) => {
    if (article.session === session && event === 'suggestions') right = performance.now();
  });
  const latency: number[] = [];
  const answered = async (pressed: number) => {
    await until('the new analysis', () => right > pressed, 120_000);
    latency.push(right - pressed);
  };
  const alone = await keysIn(editor, processor, random, keys, answered, ownTime);
  listening.dispose();
  const inRun = await keysInRun(editor, processor, random, keys, ownTime);
  const own = await ownTime.end(`typing-${size}.cpuprofile`);
  const mentions = session.mentions.length;
  processor.end();
  await closeEditor();
  return {
    ...{ size, mentions, ...opening, latency, inRun },
    host: alone.map(({ time }) => time),
    block: alone.map(({ longest }) => longest),
    floor: floor.map(({ time }) => time),
    own: own.slice(0, keys).map(({ time }) => time),
    ownBlock: own.slice(0, keys).map(({ longest }) => longest),
    ownInRun: own.slice(keys).map(({ time }) => time),
  };
}

/** An article of paragraphs that no cache knows. */
function fresh(size: number, keys: number): string {
  return articleOf(process.env.NEWSMARK_SAMPLE ?? '', size, seeded(size * 2 + keys), true);
}

/** Opens an article, and goes to its end at once. */
async function opened(
  articles: Services['articles'],
  uri: vscode.Uri,
): Promise<Pick<TypingFigures, 'first' | 'whole' | 'open' | 'end'>> {
  const began = performance.now();
  const times = { first: 0, whole: 0, end: 0 };
  let jumped = Number.POSITIVE_INFINITY;
  const listening = articles.onDidChange(({ article, event }) => {
    if (article.uri.toString() !== uri.toString() || (event !== 'glance' && event !== 'suggestions')) return;
    const now = performance.now();
    const { session } = article;
    times.first ||= now - began;
    if (event === 'suggestions') times.whole ||= now - began;
    const { length } = session.text;
    if (now > jumped && session.marksIn({ start: length - 1_000, end: length }).length > 0) times.end ||= now - jumped;
  });
  const editor = await vscode.window.showTextDocument(uri);
  await until('marks', () => times.first > 0, 60_000);
  jumped = performance.now();
  const { range } = editor.document.lineAt(editor.document.lineCount - 1);
  editor.revealRange(range);
  const session = await until('the article', () => articles.get(uri)?.session, 60_000);
  await until('the analysis', () => session.isAnalyzed && session.mentions.length >= 0, 120_000);
  listening.dispose();
  return { ...times, open: performance.now() - began };
}

/**
 * Presses keys at places all over a text, each once nothing is left to do from the one before.
 * @param answered waits for what a key press leads to
 */
async function keysIn(
  editor: vscode.TextEditor,
  processor: Processor,
  random: Random,
  keys: number,
  answered: (pressed: number) => Promise<void>,
  ownTime?: OwnTime,
): Promise<Busy[]> {
  const times: Busy[] = [];
  for (let key = 0; key < keys; key++) {
    put(editor, random);
    await processor.quiet(QUIET);
    ownTime?.start();
    const pressed = processor.start();
    await vscode.commands.executeCommand('type', { text: 'x' });
    await answered(pressed);
    times.push(await processor.quiet(QUIET));
    ownTime?.stop();
  }
  return times;
}

/** Types one key after the other at one place. @returns the extension host's time for each */
async function keysInRun(
  editor: vscode.TextEditor,
  processor: Processor,
  random: Random,
  keys: number,
  ownTime: OwnTime,
): Promise<number[]> {
  const times: number[] = [];
  put(editor, random);
  await processor.quiet(QUIET);
  for (let key = 0; key < keys; key++) {
    ownTime.start();
    processor.start();
    await vscode.commands.executeCommand('type', { text: 'y' });
    // Twelve keys a second: a fast typist's.
    await new Promise((resolve) => setTimeout(resolve, 80));
    times.push(processor.sinceStart());
    ownTime.stop();
  }
  return times;
}

async function written(folder: vscode.Uri, name: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

async function shown(folder: vscode.Uri, name: string, text: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await written(folder, name, text));
}

async function closeEditor(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
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
