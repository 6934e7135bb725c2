import { assert } from 'chai';
import * as vscode from 'vscode';
import { until } from '../support/until';
import { filed, goTo, mention, openArticle, STORY, services, write } from './support';

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`newsmark.${command}`, ...args);

const OWN = {
  title: 'Deals',
  labels: [
    {
      name: 'WHO',
      title: 'Actor',
      key: 'b',
      covers: ['PERSON', 'ORG'],
      guideline: 'Who **acts**. ![x](https://x.test/)',
    },
    { name: 'GOODS', title: 'Goods', color: { light: '#0b6e75', dark: '#5cc8d0' }, key: 'j' },
  ],
};

async function set(id: 'labelSet' | 'labelFile', value: string | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('newsmark').update(id, value, vscode.ConfigurationTarget.Workspace);
}

/** Makes a file of labels the folder's own. */
async function useFile(content: unknown): Promise<vscode.Uri> {
  const uri = await write('my.labels.json', typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  await set('labelFile', vscode.workspace.asRelativePath(uri, false));
  return uri;
}

const problemsIn = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).filter(({ source, code }) => source === 'Newsmark' && code !== 'orphan');

describe('label sets', () => {
  afterEach(async () => {
    await set('labelSet', undefined);
    await set('labelFile', undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('are changed by a setting: suggestions come under other names, decisions stay and are listed in Problems', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, 'Beijing');
    await run('accept');
    await filed(article, ({ annotations }) => annotations.length === 1);
    await set('labelSet', 'conll2003');
    await until('the labels of CoNLL', () => mention(article, 'Nathaniel Sher').label === 'PER');
    assert.strictEqual(mention(article, 'Russia').label, 'LOC');
    assert.ok(!article.session.mentions.some(({ text }) => text === 'May 16'), 'figures are not of the set');
    assert.strictEqual(mention(article, 'Beijing').label, 'GPE');
    assert.strictEqual(mention(article, 'Beijing').status, 'accepted');
    const [problem] = await until('the old label to be listed', () => {
      const list = problemsIn(article.uri);
      return list.length === 1 && list;
    });
    assert.match(problem?.message ?? '', /The label GPE of “Beijing” is not among CoNLL-2003/);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      article.uri,
      problem?.range,
    );
    const fix = actions.find(({ title }) => title === 'Label “Beijing” as Location');
    assert.ok(fix?.command, actions.map(({ title }) => title).join());
    await vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
    assert.strictEqual(mention(article, 'Beijing').label, 'LOC');
    await until('the problem to go', () => problemsIn(article.uri).length === 0);
    await set('labelSet', 'ontonotes');
    await until('the first labels', () => mention(article, 'Nathaniel Sher').label === 'PERSON');
    assert.strictEqual(mention(article, 'Beijing').status, 'accepted', 'it is still there');
  });

  it('of a folder’s own stand before the preset, mark by their keys, and say in the hover when to use them', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    await useFile(OWN);
    await until('labels of one’s own', () => mention(article, 'Carnegie China').label === 'WHO');
    goTo(editor, 'worth of goods', true);
    await run('mark', { key: 'j' });
    assert.strictEqual(mention(article, 'worth of goods').label, 'GOODS');
    await run('mark', { key: 'p' });
    assert.strictEqual(mention(article, 'worth of goods').label, 'GOODS', 'no label has that key');
    goTo(editor, 'Nathaniel Sher');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      article.uri,
      editor.selection.active,
    );
    const parts = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
    const guideline = parts.find(({ value }) => value.includes('Who **acts**'));
    assert.ok(guideline, parts.map(({ value }) => value).join('\n---\n'));
    assert.ok(!guideline.isTrusted && !guideline.value.includes('!['), 'nothing in it can run or be fetched');
  });

  it('stay as they were while their file is wrong, which Problems tells with line and column', async () => {
    const { article } = await openArticle(await write('story.txt', STORY));
    const file = await useFile(OWN);
    await until('labels of one’s own', () => mention(article, 'Nathaniel Sher').label === 'WHO');
    const encode = (text: string) => new TextEncoder().encode(text);
    await vscode.workspace.fs.writeFile(file, encode('{\n  "labels": [{ "name": "A", "key": "s" }]\n}'));
    const [problem] = await until('the problem to be listed', () => {
      const list = problemsIn(file);
      return list.length > 0 && list;
    });
    assert.deepEqual([problem?.range.start.line, problem?.range.start.character], [1, 35]);
    assert.match(problem?.message ?? '', /labels\.0\.key: the key "s" is a command’s/);
    assert.strictEqual(mention(article, 'Nathaniel Sher').label, 'WHO');
    await vscode.workspace.fs.writeFile(file, encode('{ "labels": [{ "name": "HERO", "covers": ["PERSON"] }] }'));
    await until('the mended labels', () => mention(article, 'Nathaniel Sher').label === 'HERO');
    await until('the problem to go', () => problemsIn(file).length === 0);
    await vscode.workspace.fs.delete(file);
    await until('the preset again', () => mention(article, 'Nathaniel Sher').label === 'PERSON');
  });

  it('are read from no file outside the folder', async () => {
    const { labels } = await services();
    const { article } = await openArticle(await write('story.txt', STORY));
    await set('labelFile', '../elsewhere.labels.json');
    await until('the setting to be read', () => labels.files.length === 0);
    assert.strictEqual(mention(article, 'Nathaniel Sher').label, 'PERSON');
  });

  it('are begun in a file that is offered, not written', async () => {
    await openArticle(await write('story.txt', STORY));
    await set('labelFile', 'begun.labels.json');
    await run('editLabels');
    const document = await until('the new file', () => {
      const { document: active } = vscode.window.activeTextEditor ?? {};
      return active?.isUntitled && active.getText() !== '' && active;
    });
    assert.ok(JSON.parse(document.getText()).labels.length > 0);
    const begun = document.getText();
    await run('editLabels');
    assert.strictEqual(document.getText(), begun, 'what is begun is gone on with');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
