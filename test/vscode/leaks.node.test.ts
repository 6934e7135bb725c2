import { assert } from 'chai';
import * as vscode from 'vscode';
import type { ArticleSession } from '../../src/core/session';
import { heapInUse } from '../support/heap';
import { until } from '../support/until';
import { STORY, services, write } from './support';

/** NEWSMARK_LEAKS asks for more cycles, and for figures. */
const wanted = Number(process.env.NEWSMARK_LEAKS ?? 0);
const CYCLES = wanted > 0 ? wanted : 12;

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
  it('leave no session in memory', async () => {
    const sessions: WeakRef<ArticleSession>[] = [];
    for (let index = 0; index < CYCLES; index++) sessions.push(await cycle(index));
    const heap = await heapInUse();
    const alive = sessions.filter((ref) => ref.deref()).length;
    if (wanted > 0) console.log(`[test] LEAKS ${JSON.stringify({ cycles: CYCLES, alive, heap })}`);
    // The last ones may be on their way: views wait until typing rests.
    assert.isAtMost(alive, 2);
  }).timeout(60_000 + 2_000 * CYCLES);
});
