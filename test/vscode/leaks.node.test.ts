import { assert } from 'chai';
import * as vscode from 'vscode';
import type { ArticleSession } from '../../src/core/session';
import { heapInUse } from '../support/heap';
import { threadHeaps } from '../support/threadHeaps';
import { until } from '../support/until';
import { STORY, services, write } from './support';

/** NEWSMARK_LEAKS asks for more cycles, and for figures. */
const wanted = Number(process.env.NEWSMARK_LEAKS ?? 0);
const CYCLES = wanted > 0 ? wanted : 12;

/** Bytes that a heap may grow: the article that is open, and what the editor's own parts keep. */
const MOST_GROWTH = 12_000_000;

/** Bytes held by this thread, and by each worker's. */
async function held(): Promise<ReadonlyMap<string, number>> {
  const heap = await heapInUse();
  const threads = await threadHeaps();
  return new Map([
    ['host', heap],
    ...threads.map(({ thread, heap, buffers }): [string, number] => [thread, heap + buffers]),
  ]);
}

/** An article is opened, analyzed, and is none any more. */
async function cycle(index: number): Promise<WeakRef<ArticleSession>> {
  const { articles } = await services();
  const uri = await write(`leak-${index}.article`, STORY.repeat(20));
  const { document } = await vscode.window.showTextDocument(uri);
  const session = await until('the analysis', () => {
    const found = articles.get(uri)?.session;
    return found?.isAnalyzed ? found : undefined;
  });
  // The editor keeps a document for minutes after its tab is gone; what gets another language is closed at once.
  await vscode.languages.setTextDocumentLanguage(document, 'xml');
  await until('the end of the session', () => !articles.get(uri));
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  return new WeakRef(session);
}

describe(`${CYCLES} articles, opened and closed`, () => {
  it('leave no session in memory, and the worker’s threads no larger', async () => {
    const sessions: WeakRef<ArticleSession>[] = [];
    let before: Awaited<ReturnType<typeof held>> = new Map();
    for (let index = 0; index < CYCLES; index++) {
      // By then all that is remembered on purpose has been met: the articles have the same paragraphs.
      if (index === Math.floor(CYCLES / 3)) before = await held();
      sessions.push(await cycle(index));
    }
    const after = await held();
    const alive = sessions.filter((ref) => ref.deref()).length;
    if (wanted > 0)
      console.log(`[test] LEAKS ${JSON.stringify({ cycles: CYCLES, alive, before: [...before], after: [...after] })}`);
    // The last ones may be on their way: views wait until typing rests.
    assert.isAtMost(alive, 2);
    // A thread that was ended when it had nothing to do, or begun since, has nothing to be held against.
    const grown = [...after].map(([who, bytes]) => bytes - (before.get(who) ?? bytes));
    assert.isNotEmpty(grown.slice(1), 'there is a worker');
    for (const bytes of grown) assert.isAtMost(bytes, MOST_GROWTH);
  }).timeout(60_000 + 2_000 * CYCLES);
});
