import { assert } from 'chai';
import * as vscode from 'vscode';
import { quoteAt } from '../../src/core/annotation/quote';
import { EMPTY_FRAME, fileSidecar } from '../../src/core/sidecar/place';
import { writeSidecar } from '../../src/core/sidecar/write';
import { until } from '../support/until';
import { goTo, readText, services, write } from './support';

/** NEWSMARK_RESPONSIVE asks for more of them, and for figures. */
const wanted = Number(process.env.NEWSMARK_RESPONSIVE ?? 0);
const COUNT = wanted > 0 ? wanted : 2_000;
const LIMIT = wanted > 0 ? 90_000 : 20_000;

/** Takes note of how long the extension host was deaf to everything else, at most, in milliseconds. */
class Blocks {
  readonly #timer: ReturnType<typeof setInterval>;
  #last = performance.now();
  #longest = 0;

  constructor() {
    this.#timer = setInterval(() => this.#look(), 5);
  }

  #look(): void {
    const now = performance.now();
    this.#longest = Math.max(this.#longest, now - this.#last);
    this.#last = now;
  }

  /** Does a thing. @returns how long it took, and the longest block while it did */
  async during(act: () => Promise<unknown>): Promise<{ time: number; block: number }> {
    this.#look();
    this.#longest = 0;
    const before = performance.now();
    await act();
    this.#look();
    return { time: performance.now() - before, block: this.#longest };
  }

  end(): void {
    clearInterval(this.#timer);
  }
}

/** An article of so many names, and what a sidecar says of them. */
function largeArticle(count: number): { text: string; sidecar: string } {
  const names = ['Vladimir Putin', 'Xi Jinping', 'Gazprom', 'Beijing', 'Sberbank 😀'];
  const pieces: string[] = [];
  const spans: { start: number; end: number }[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    const name = names[index % names.length] ?? '';
    spans.push({ start: at, end: at + name.length });
    const filler = ` at ${index % 100}${index % 9 === 8 ? '.\n' : ', '}`;
    pieces.push(name, filler);
    at += name.length + filler.length;
  }
  const text = pieces.join('');
  const annotations = spans.map((span, index) => ({
    id: `k${index}`,
    ...span,
    ...quoteAt(text, span),
    label: 'ORG',
    status: 'accepted' as const,
    source: 'names',
  }));
  return { text, sidecar: writeSidecar(fileSidecar({ entities: [], annotations, relations: [] }, text, EMPTY_FRAME)) };
}

describe(`a sidecar of ${COUNT.toLocaleString('en')} annotations`, () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is read, shown, moved and written', async () => {
    const { text, sidecar } = largeArticle(COUNT);
    const uri = await write('story.article', text);
    const file = vscode.Uri.joinPath(uri, '..', 'story.article.newsmark.json');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(sidecar));
    const { articles } = await services();
    const blocks = new Blocks();
    try {
      const figures = {
        open: await blocks.during(async () => {
          await vscode.window.showTextDocument(uri);
          await until('the sidecar', () => articles.get(uri)?.session.set.annotations.length === COUNT, LIMIT);
        }),
        analyze: await blocks.during(() => until('the analysis', () => articles.get(uri)?.session.isAnalyzed, LIMIT)),
        type: await blocks.during(async () => {
          await vscode.commands.executeCommand('type', { text: 'x' });
          const session = articles.get(uri)?.session;
          const isMarked = () => (session?.marksIn({ start: 0, end: 20 }).length ?? 0) > 0;
          await until('the key', () => session?.text.value.startsWith('x') && isMarked(), LIMIT);
        }),
        decide: await blocks.during(async () => {
          const editor = vscode.window.activeTextEditor ?? assert.fail('no editor');
          goTo(editor, 'Beijing');
          await vscode.commands.executeCommand('newsmark.reject');
          await until('the decision in the file', () => articles.get(uri)?.session.hasUnsaved === false, LIMIT);
        }),
      };
      assert.include(await readText(file), '"rejected"');
      const set = articles.get(uri)?.session.set;
      assert.strictEqual(set?.annotations.length, COUNT);
      const first = set?.annotations.find(({ id }) => id === 'k0');
      assert.strictEqual(first?.start, 1);
      if (wanted > 0) console.log(`[test] RESPONSIVE ${JSON.stringify(figures)}`);
    } finally {
      blocks.end();
    }
  }).timeout(3 * LIMIT);
});
