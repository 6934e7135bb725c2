import { assert } from 'chai';
import * as vscode from 'vscode';
import { filed, goTo, mention, openArticle, readText, write } from './support';

const STORY =
  'Russian President Vladimir Putin came to Beijing a week ago. He met Chinese leader Xi Jinping there.\n\n' +
  '“The road between us is open,” the Russian leader said. “We will go it together.”\n';
const QUOTED = '“The road between us is open,” the Russian leader said. “We will go it together.”';

const hoverAt = async (uri: vscode.Uri, position: vscode.Position): Promise<string> => {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('\\', '');
};

describe('quotations and values', () => {
  afterEach(async () => {
    await vscode.workspace.getConfiguration('newsmark').update('published', undefined, true);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('name the speaker in the hover', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    const said = mention(article, QUOTED);
    assert.strictEqual(said.speaker?.name, 'Vladimir Putin');
    const hover = await hoverAt(article.uri, editor.document.positionAt(said.start + 12));
    assert.include(hover, 'Vladimir Putin (“the Russian leader”)');
  });

  it('keep their parts in the sidecar when they are accepted', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, QUOTED, true);
    await vscode.commands.executeCommand('newsmark.accept');
    await filed(article, ({ annotations }) => annotations.length === 1);
    const { quotation } = JSON.parse(await readText(article.sidecar)).annotations[0];
    assert.strictEqual(STORY.slice(...(quotation.speaker as [number, number])), 'the Russian leader');
    assert.strictEqual(quotation.content.length, 2);
  });

  it('resolve dates against the setting where the article does not tell its date', async () => {
    await vscode.workspace.getConfiguration('newsmark').update('published', '2024-05-14', true);
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    assert.strictEqual(mention(article, 'a week ago').value, '2024-05-07');
    const hover = await hoverAt(article.uri, editor.document.positionAt(STORY.indexOf('week ago')));
    assert.include(hover, 'from the setting');
    const range = new vscode.Range(0, 0, 3, 0);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      article.uri,
      range,
    );
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['Tuesday, 7 May 2024'],
    );
  });
});
