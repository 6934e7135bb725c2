import { assert } from 'chai';
import * as vscode from 'vscode';
import { editEntity } from '../../src/core/curation/editEntities';
import { groupOf } from '../../src/core/curation/entityGroup';
import { carryOut, deciderFor, groundOf } from '../../src/vscode/articles/deciding';
import { until } from '../support/until';
import { goTo, openArticle, readText, STORY, services, write, written } from './support';

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`newsmark.${command}`, ...args);

function entityFile(): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, 'newsmark.entities.jsonl');
}

async function hoverAt(uri: vscode.Uri, words: string): Promise<string> {
  const document = await vscode.workspace.openTextDocument(uri);
  const position = document.positionAt(document.getText().indexOf(words) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers.flatMap(({ contents }) => contents.map((part) => (part as vscode.MarkdownString).value)).join('\n');
}

async function definitionAt(uri: vscode.Uri, words: string): Promise<vscode.LocationLink | undefined> {
  const document = await vscode.workspace.openTextDocument(uri);
  const position = document.positionAt(document.getText().indexOf(words) + 1);
  const found = await vscode.commands.executeCommand<vscode.LocationLink[]>(
    'vscode.executeDefinitionProvider',
    uri,
    position,
  );
  return found.find(({ targetUri }) => targetUri !== undefined);
}

describe('knowledge bases', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(entityFile()).then(undefined, () => undefined);
    const { knowledge } = await services();
    await until('the file to be forgotten', () => (knowledge.files.of(entityFile())?.raw ?? '') === '');
  });

  it('tell in the hover what a country is, and take an accepted link into the sidecar', async () => {
    const { article } = await openArticle(await write('story.txt', STORY));
    const said = (await hoverAt(article.uri, 'China to Russia'.slice(0, 5))).replaceAll('&nbsp;', ' ');
    assert.include(said, 'country in Eastern Asia');
    assert.include(said, 'Capital: Beijing');
    assert.include(said, 'https://www.wikidata.org/wiki/Q148');
    assert.strictEqual(article.session.set.entities.length, 0, 'nothing is noted before somebody says so');
    const china = article.session.mentions.find(({ text }) => text === 'China');
    await run('chooseLink', { uri: article.uri.toString(), keys: [china?.key], entry: 'Q148' });
    await written(article.sidecar, '"links": { "wikidata": "Q148" }');
    assert.notInclude((await hoverAt(article.uri, 'China')).replaceAll('&nbsp;', ' '), 'Suggested link');
  });

  it('suggest nothing for what a person has linked elsewhere', async () => {
    const { article } = await openArticle(await write('story.txt', STORY));
    const china = article.session.mentions.find(({ text }) => text === 'China');
    assert.ok(china);
    const group = groupOf(article.session.mentions, china);
    carryOut(article, editEntity(groundOf(article), group, { links: { wikidata: 'Q99999999' } }, deciderFor(article)));
    const said = (await hoverAt(article.uri, 'China')).replaceAll('&nbsp;', ' ');
    assert.include(said, 'Q99999999');
    assert.notInclude(said, 'country in Eastern Asia');
  });

  it('are gone to from a mention: the shipped one as a document that can’t be written', async () => {
    const { article } = await openArticle(await write('story.txt', STORY));
    const place = await definitionAt(article.uri, 'Beijing');
    assert.strictEqual(place?.targetUri.scheme, 'newsmark');
    const page = await vscode.workspace.openTextDocument(place?.targetUri ?? article.uri);
    assert.match(page.getText(), /^Beijing\n=+\n/);
    assert.include(page.getText(), 'Country: China');
  });

  it('of the folder get an entity by a command, which links it to its line', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, 'Nathaniel Sher');
    await run('promoteEntity');
    const line = '{ "id": "nathaniel-sher", "name": "Nathaniel Sher", "label": "PERSON" }\n';
    assert.strictEqual(await readText(entityFile()), line);
    assert.strictEqual(vscode.window.activeTextEditor?.document.uri.toString(), entityFile().toString());
    assert.deepEqual(
      article.session.set.entities.map(({ links }) => links),
      [{ newsmark: 'nathaniel-sher' }],
    );
    const { knowledge } = await services();
    await until('the file to be read', () => knowledge.baseFor(article.uri).get('nathaniel-sher'));
    const place = await definitionAt(article.uri, 'Nathaniel Sher');
    assert.strictEqual(place?.targetUri.toString(), entityFile().toString());
    assert.strictEqual(place?.targetRange.start.line, 0);
  });

  it('of the folder are read again when they change; broken lines are listed and never written over', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    const broken =
      '{ "id": "sher", "name": "Nathaniel Sher", "label": "PERSON", "description": "<b>analyst</b> [x](command:a)" }\n{ "id": \n';
    await vscode.workspace.fs.writeFile(entityFile(), new TextEncoder().encode(broken));
    const [problem] = await until('the broken line to be listed', () => {
      const list = vscode.languages.getDiagnostics(entityFile()).filter(({ source }) => source === 'Newsmark');
      return list.length === 1 && list;
    });
    assert.strictEqual(problem?.range.start.line, 1);
    const said = await hoverAt(article.uri, 'Nathaniel Sher');
    assert.include(said.replaceAll('&nbsp;', ' '), 'analyst', 'the rest is used');
    assert.notInclude(said, '<b>');
    assert.notInclude(said, '](command:a)');
    goTo(editor, 'Carnegie China');
    void run('promoteEntity');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.strictEqual(await readText(entityFile()), broken);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('of the folder put nothing else into the hover than links, whatever their ids say', async () => {
    const { article } = await openArticle(await write('story.txt', STORY));
    const links = { wikipedia: 'en:A)![x](https://example.org/x.png)[Accept](command:newsmark.reject?1' };
    const entry = { id: 'sher)[y](z', name: 'Nathaniel Sher', label: 'PERSON', links };
    await vscode.workspace.fs.writeFile(entityFile(), new TextEncoder().encode(`${JSON.stringify(entry)}\n`));
    const { knowledge } = await services();
    await until('the file to be read', () => knowledge.baseFor(article.uri).get(entry.id));
    const said = await hoverAt(article.uri, 'Nathaniel Sher');
    assert.include(said, '](https://en.wikipedia.org/wiki/A');
    for (const odd of ['![x]', '](https://example.org', '](command:newsmark.reject?1', '[y](z'])
      assert.notInclude(said, odd);
  });
});
