import { assert } from 'chai';
import * as vscode from 'vscode';
import { until } from '../support/until';
import { startWikidata, type WikidataServer } from '../support/wikidataServer';
import { goTo, openArticle, STORY, write } from './support';

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`newsmark.${command}`, ...args);

async function set(id: 'lookup' | 'lookupServer' | 'lookupPages', value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('newsmark').update(id, value, vscode.ConfigurationTarget.Global);
}

async function hoverAt(uri: vscode.Uri, words: string): Promise<string> {
  const document = await vscode.workspace.openTextDocument(uri);
  const position = document.positionAt(document.getText().indexOf(words) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers.flatMap(({ contents }) => contents.map((part) => (part as vscode.MarkdownString).value)).join('\n');
}

describe('look-ups', () => {
  let server: WikidataServer;
  beforeEach(async () => {
    server = await startWikidata();
    await set('lookupServer', server.url);
    await set('lookupPages', server.url);
  });
  afterEach(async () => {
    for (const id of ['lookup', 'lookupServer', 'lookupPages'] as const) await set(id, undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await server.close();
  });

  it('ask nobody anything unless a person has turned them on', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    await hoverAt(article.uri, 'China');
    goTo(editor, 'Vladimir Putin');
    void run('lookUp');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await vscode.commands.executeCommand('notifications.clearAll');
    assert.deepEqual(server.asked, []);
  });

  it('link an entity to the item that the person picks', async () => {
    await set('lookup', true);
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, 'Vladimir Putin');
    const looking = run('lookUp');
    await until('the item to be picked', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return article.session.set.entities.length === 1;
    });
    await looking;
    assert.deepEqual(article.session.set.entities[0]?.links, { wikidata: 'Q7747' });
    assert.match(server.asked[0] ?? '', /search=Vladimir%20Putin/);
    const said = (await hoverAt(article.uri, 'Vladimir Putin')).replaceAll('&nbsp;', ' ');
    assert.include(said, 'is a politician who is the president of Russia');
    assert.match(
      said,
      /!\[.+\]\(data:image\/png;base64,.+\[Author.+\]\(https:\/\/commons\.wikimedia\.org\/wiki\/File%3APutin/s,
    );
  });

  it('show what a server sends as words, whatever it is', async () => {
    await set('lookup', true);
    server.manner = 'script';
    const { article } = await openArticle(await write('story.txt', STORY));
    const said = await hoverAt(article.uri, 'Beijing');
    assert.notInclude(said, '<img');
    assert.notInclude(said, '](command:newsmark.reject)');
    assert.notInclude(said, 'data:');
  });
});
