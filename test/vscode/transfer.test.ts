import { assert } from 'chai';
import * as vscode from 'vscode';
import { until } from '../support/until';
import { filed, mention, openArticle, readText, STORY, write } from './support';

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`newsmark.${command}`, ...args);

const offsetOf = (words: string) => STORY.indexOf(words);

describe('annotations of other tools', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('are imported onto the article, as one act that can be undone, and exported again', async () => {
    const uri = await write('story.txt', STORY);
    const start = offsetOf('goods to Russia');
    const ann = vscode.Uri.joinPath(uri, '..', 'story.ann');
    await vscode.workspace.fs.writeFile(
      ann,
      new TextEncoder().encode(`T1\tEVENT ${start} ${start + 15}\tgoods to Russia\n#1\tAnnotatorNotes T1\tsure?\n`),
    );
    const { article } = await openArticle(uri);
    await run('import', { file: ann.toString(), as: 'accepted' });
    const { annotations } = await filed(article, (sidecar) => sidecar.annotations.length === 1);
    assert.include(annotations[0], { quote: 'goods to Russia', label: 'EVENT', status: 'accepted', source: 'import' });
    assert.strictEqual(mention(article, 'goods to Russia').status, 'accepted');

    const target = vscode.Uri.joinPath(uri, '..', 'out.jsonl');
    await run('export', { format: 'prodigy', with: 'decided', file: target.toString() });
    const written = JSON.parse(await until('the export', () => readText(target)));
    assert.deepInclude(written.spans[0], { start, end: start + 15, label: 'EVENT', note: 'sure?' });

    await run('undo');
    await filed(article, (sidecar) => sidecar.annotations.length === 0);
  });

  it('go with the undecided suggestions where those are wanted', async () => {
    const uri = await write('story.txt', STORY);
    await openArticle(uri);
    const target = vscode.Uri.joinPath(uri, '..', 'out.ann');
    await run('export', { format: 'brat', with: 'suggested', file: target.toString() });
    const written = await until('the export', () => readText(target));
    assert.match(written, /^T\d+\tPERSON 18 32\tVladimir Putin$/m);
    assert.strictEqual(await readText(vscode.Uri.joinPath(uri, '..', 'out.txt')), STORY);
  });
});
