import { assert } from 'chai';
import * as vscode from 'vscode';
import { mention, openArticle, STORY, services, write } from './support';

describe('the worker', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('analyzes articles, in this host too', async () => {
    const { article } = await openArticle(await write('story.txt', STORY));
    assert.strictEqual(mention(article, 'Nathaniel Sher').label, 'PERSON');
    assert.strictEqual((await services()).analyzer.place, 'worker');
  });
});
