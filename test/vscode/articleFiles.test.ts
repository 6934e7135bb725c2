import { assert } from 'chai';
import * as vscode from 'vscode';
import { until } from '../support/until';
import { filed, goTo, mention, openArticle, STORY, services, write } from './support';

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`newsmark.${command}`, ...args);

describe('deleting and copying an article', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  async function decided(): Promise<vscode.Uri> {
    const uri = await write('story.txt', STORY);
    const { article, editor } = await openArticle(uri);
    goTo(editor, 'Beijing');
    await run('accept');
    await filed(article, ({ annotations }) => annotations.length === 1);
    return uri;
  }

  const namesBeside = async (uri: vscode.Uri) =>
    (await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(uri, '..'))).map(([name]) => name).sort();

  it('takes the sidecar along when it is deleted', async () => {
    const uri = await decided();
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(uri);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until('the sidecar to go', async () => (await namesBeside(uri)).length === 0);
  });

  it('gives a copy the decisions of what it is a copy of', async () => {
    const uri = await decided();
    const copy = vscode.Uri.joinPath(uri, '..', 'story copy.txt');
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(copy, { contents: new TextEncoder().encode(STORY) });
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until('a sidecar beside the copy', async () =>
      (await namesBeside(uri)).includes('story copy.txt.newsmark.json'),
    );
    const { article } = await openArticle(copy);
    await until('the decision to be read', () => mention(article, 'Beijing').status === 'accepted');
  });

  it('is known at once to the list of articles', async () => {
    const { workspace } = await services();
    const uri = await write('talks.txt', STORY);
    const renamed = vscode.Uri.joinPath(uri, '..', 'other-talks.txt');
    const listed = async () => {
      const names = (await workspace.list()).map(({ uri: each }) => each.toString());
      return [uri, renamed].map((each) => names.includes(each.toString()));
    };
    await until('the article to be listed', async () => (await listed())[0]);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, renamed);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.deepEqual(await listed(), [false, true]);
  });

  it('gives a new article none, whatever its name', async () => {
    const uri = await decided();
    const other = vscode.Uri.joinPath(uri, '..', 'story copy.txt');
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(other, { contents: new TextEncoder().encode(`${STORY}Another story.`) });
    assert.ok(await vscode.workspace.applyEdit(edit));
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(await namesBeside(uri), ['story copy.txt', 'story.txt', 'story.txt.newsmark.json']);
  });
});
