import { assert } from 'chai';
import * as vscode from 'vscode';
import { quoteAt } from '../../src/core/annotation/quote';
import { EMPTY_SIDECAR } from '../../src/core/sidecar/filed';
import { writeSidecar } from '../../src/core/sidecar/write';
import { until } from '../support/until';
import { filed, openArticle, STORY, services, write } from './support';

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`newsmark.${command}`, ...args);

/** An annotator's sidecar: accepted words with their labels. */
function sidecarOf(words: readonly (readonly [string, string])[]): string {
  const annotations = words.map(([quote, label], index) => {
    const start = STORY.indexOf(quote);
    const end = start + quote.length;
    const place = { start, end, ...quoteAt(STORY, { start, end }) };
    return { id: `a${index}`, ...place, label, status: 'accepted' as const };
  });
  return writeSidecar({ ...EMPTY_SIDECAR, annotations });
}

async function writtenByTwo() {
  const uri = await write('story.txt', STORY);
  const beside = (name: string, content: string) =>
    vscode.workspace.fs.writeFile(vscode.Uri.joinPath(uri, '..', name), new TextEncoder().encode(content));
  const agreed = [
    ['Vladimir Putin', 'PERSON'],
    ['China', 'GPE'],
  ] as const;
  await beside('story.txt.alice.newsmark.json', sidecarOf([...agreed, ['Xi Jinping', 'PERSON'], ['Russia', 'GPE']]));
  await beside('story.txt.bob.newsmark.json', sidecarOf([...agreed, ['Russian', 'NORP'], ['Beijing', 'GPE']]));
  return uri;
}

const said = ({ annotations }: { annotations: { quote: string; label: string; status: string }[] }) =>
  annotations.map(({ quote, label, status }) => `${quote} ${label} ${status}`);

describe('two annotators’ versions', () => {
  afterEach(async () => {
    await run('leaveCuration');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('are decided between, and what comes of it is filed as the curated sidecar', async () => {
    const { article, editor } = await openArticle(await writtenByTwo());
    await run('curate');
    const cursor = () => editor.document.getText(editor.document.getWordRangeAtPosition(editor.selection.active));
    assert.strictEqual(cursor(), 'Russian', 'the first that is open is shown');
    // “Russia” and “Russian” are about the same word, and not the same.
    await run('curationTake', { choice: 2 });
    assert.deepEqual(said(await filed(article, (sidecar) => sidecar.annotations.length === 1)), [
      'Russian NORP accepted',
    ]);
    await run('curationTakeAgreed');
    assert.deepEqual(said(await filed(article, (sidecar) => sidecar.annotations.length === 3)), [
      'Russian NORP accepted',
      'Vladimir Putin PERSON accepted',
      'China GPE accepted',
    ]);
    await run('curationTake');
    await run('curationRefuse');
    const { annotations } = await filed(article, (sidecar) => sidecar.annotations.length === 5);
    assert.sameMembers(said({ annotations }).slice(3), ['Xi Jinping PERSON accepted', 'Beijing GPE rejected']);
    assert.include(
      annotations.find(({ quote }) => quote === 'Vladimir Putin'),
      { by: 'alice, bob' },
    );
  });

  it('are left where the article is reviewed', async () => {
    const { article } = await openArticle(await writtenByTwo());
    await run('curate');
    await run('review');
    await run('curationTakeAgreed');
    assert.deepEqual(article.session.set.annotations, [], 'its keys are not those of two modes');
    await run('leaveReview');
  });

  it('are open again when a decision is undone', async () => {
    const { article } = await openArticle(await writtenByTwo());
    await run('curate');
    await run('curationTakeAgreed');
    await filed(article, (sidecar) => sidecar.annotations.length === 2);
    await run('undo');
    await filed(article, (sidecar) => sidecar.annotations.length === 0);
    assert.lengthOf(article.session.set.annotations, 0);
  });

  it('are held against each other in a table, with what was taken for what', async () => {
    const uri = await writtenByTwo();
    const { workspace } = await services();
    await until('the list to know the article', async () =>
      (await workspace.list()).some((each) => each.uri.toString() === uri.toString()),
    );
    await run('agreement');
    const shown = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(shown, /^alice – bob +\d+ +0\.\d+ \[/m);
    assert.match(shown, /^GPE +NORP +\d+$/m);
  });

  it('have to be there', async () => {
    const { article } = await openArticle(await write('story.txt', STORY));
    await run('curate');
    await run('curationTakeAgreed');
    assert.lengthOf(article.session.set.annotations, 0);
  });
});
