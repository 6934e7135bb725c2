import { assert } from 'chai';
import * as vscode from 'vscode';
import { until } from '../support/until';
import { filed, goTo, mention, openArticle, STORY, services, write } from './support';

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`newsmark.${command}`, ...args);
const ask = <T>(provider: string, ...args: unknown[]) =>
  vscode.commands.executeCommand<T>(`vscode.execute${provider}`, ...args);

describe('the editor’s own verbs', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('outline the article', async () => {
    const { article } = await openArticle(await write('story.txt', STORY));
    const names = (list: readonly vscode.DocumentSymbol[] = []): string[] =>
      list.flatMap(({ name, children }) => [name, ...names(children)]);
    const symbols = await until('the outline to have the names', async () => {
      const list = names(await ask<vscode.DocumentSymbol[]>('DocumentSymbolProvider', article.uri));
      return list.includes('Vladimir Putin') && list;
    });
    for (const name of ['Putin', 'Nathaniel Sher']) assert.include(symbols, name);
  });

  it('light up the mentions of the entity at the cursor, and nothing beside one', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    const words = async (at: string) => {
      goTo(editor, at);
      const found = await ask<vscode.DocumentHighlight[]>('DocumentHighlights', article.uri, editor.selection.active);
      return found.map(({ range }) => editor.document.getText(range));
    };
    assert.deepEqual(await words('Vladimir Putin'), ['Vladimir Putin', 'Putin']);
    assert.deepEqual(
      (await words('plans')).filter((lit) => lit !== ''),
      [],
    );
  });

  it('expand the selection from the word to the mention, the sentence and the paragraph', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, 'Vladimir');
    const [range] = await ask<vscode.SelectionRange[]>('SelectionRangeProvider', article.uri, [
      editor.selection.active,
    ]);
    const chain: string[] = [];
    for (let each = range; each; each = each.parent as vscode.SelectionRange) {
      chain.push(editor.document.getText(each.range));
    }
    const wanted = [
      'Vladimir',
      'Vladimir Putin',
      'Russian President Vladimir Putin will travel to China on May 16.',
      STORY.split('\n')[0],
    ];
    assert.deepEqual(
      wanted.filter((words) => !chain.includes(words ?? '')),
      [],
      chain.join(' | '),
    );
  });

  it('find an entity in other articles, open and not', async () => {
    const text = 'A first line about nothing much.\n\nNathaniel Sher wrote to Beijing again this week, he said.\n';
    const other = await write('other.article', text);
    const start = text.indexOf('Nathaniel Sher');
    const annotation = {
      id: 'a',
      start,
      end: start + 14,
      quote: 'Nathaniel Sher',
      label: 'PERSON',
      status: 'accepted',
    };
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(other, '..', 'other.article.newsmark.json'),
      new TextEncoder().encode(JSON.stringify({ newsmark: 1, annotations: [annotation] })),
    );
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, 'Nathaniel Sher');
    const found = await ask<vscode.Location[]>('ReferenceProvider', article.uri, editor.selection.active);
    assert.includeMembers(
      found.map(({ uri }) => uri.toString()),
      [article.uri.toString(), other.toString()],
    );
    const symbols = await ask<vscode.SymbolInformation[]>('WorkspaceSymbolProvider', 'nathaniel');
    const files = symbols
      .filter(({ name }) => name === 'Nathaniel Sher')
      .map(({ location }) => location.uri.toString());
    assert.includeMembers(files, [article.uri.toString(), other.toString()]);
  });

  it('offer what can be done about a mention', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, 'Beijing');
    const { active } = editor.selection;
    const actions = await ask<vscode.CodeAction[]>('CodeActionProvider', article.uri, new vscode.Range(active, active));
    const accept = actions.find(({ title }) => title === 'Accept “Beijing” as Place');
    assert.ok(accept?.command, actions.map(({ title }) => title).join());
    await vscode.commands.executeCommand(accept.command.command, ...(accept.command.arguments ?? []));
    assert.strictEqual(mention(article, 'Beijing').status, 'accepted');
  });

  it('list contradictions in Problems, with fixes', async () => {
    const { article, editor } = await openArticle(await write('story.txt', `${STORY}\nThe envoys left Beijing.\n`));
    goTo(editor, 'Beijing');
    await run('accept');
    const second = mention(article, 'Beijing', 1);
    await run('accept', { uri: article.uri.toString(), keys: [second.key] });
    goTo(editor, 'left Beijing');
    const at = editor.document.getText().lastIndexOf('Beijing') + 2;
    const position = editor.document.positionAt(at);
    editor.selection = new vscode.Selection(position, position);
    await run('mark', { label: 'ORG' });
    const isOne = ({ code }: vscode.Diagnostic) => code === 'contradiction';
    const problem = await until('the contradiction', () => vscode.languages.getDiagnostics(article.uri).find(isOne));
    assert.include(problem.message, '“Beijing” is accepted under several labels');
    const actions = await ask<vscode.CodeAction[]>('CodeActionProvider', article.uri, problem.range);
    const fix = actions.find(({ title }) => title === 'Label every “Beijing” as Place');
    assert.ok(fix?.command, actions.map(({ title }) => title).join());
    await vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
    assert.deepEqual(vscode.languages.getDiagnostics(article.uri).filter(isOne), []);
    assert.deepEqual([mention(article, 'Beijing').label, mention(article, 'Beijing', 1).label], ['GPE', 'GPE']);
  });

  it('tell how far an article is, and open the next one to do', async () => {
    const { workspace } = await services();
    const next = await write('zz-next.article', STORY);
    assert.strictEqual(await workspace.progress(next), 'to do');
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, 'Beijing');
    await run('accept');
    assert.strictEqual(await workspace.progress(article.uri), 'in progress');
    await filed(article, ({ annotations }) => annotations.length === 1);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('it to be in progress still', async () => (await workspace.progress(article.uri)) === 'in progress');
    await run('nextArticle');
    const opened = vscode.window.activeTextEditor?.document.uri;
    assert.ok(opened, 'an article is open');
    assert.include(['to do', 'in progress'], await workspace.progress(opened));
  });
});
