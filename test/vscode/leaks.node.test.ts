import { assert } from 'chai';
import * as vscode from 'vscode';
import type { ArticleSession } from '../../src/core/session';
import { heapInUse } from '../support/heap';
import { until } from '../support/until';
import { STORY, services, write } from './support';

/** NEWSMARK_LEAKS asks for more cycles, and for figures. */
const wanted = Number(process.env.NEWSMARK_LEAKS ?? 0);
const CYCLES = wanted > 0 ? wanted : 12;

/** An article is opened, analyzed, and closed again. */
async function cycle(uri: vscode.Uri): Promise<WeakRef<ArticleSession>> {
  const { articles } = await services();
  await vscode.window.showTextDocument(uri);
  const session = await until('the analysis', () => {
    const found = articles.get(uri)?.session;
    return found?.isAnalyzed ? found : undefined;
  });
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  await until('the end of the session', () => !articles.get(uri));
  return new WeakRef(session);
}

describe(`${CYCLES} articles, opened and closed`, () => {
  it('leave nothing in memory', async () => {
    const uris = await Promise.all(
      Array.from({ length: Math.min(CYCLES, 20) }, (_, index) => write(`leak-${index}.article`, STORY.repeat(20))),
    );
    const at = (index: number) => uris[index % uris.length] ?? assert.fail();
    await cycle(at(0));
    const before = await heapInUse();
    const sessions: WeakRef<ArticleSession>[] = [];
    for (let index = 0; index < CYCLES; index++) sessions.push(await cycle(at(index)));
    const grown = (await heapInUse()) - before;
    const alive = sessions.filter((ref) => ref.deref()).length;
    if (wanted > 0) console.log(`[test] LEAKS ${JSON.stringify({ cycles: CYCLES, alive, grown })}`);
    // The last ones may be on their way: views wait until typing rests.
    assert.isAtMost(alive, 2);
    if (wanted > 0) assert.isBelow(grown, 20_000 * CYCLES);
  }).timeout(60_000 + 2_000 * CYCLES);
});
