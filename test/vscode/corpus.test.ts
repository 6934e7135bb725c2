import { assert } from 'chai';
import * as vscode from 'vscode';
import { until } from '../support/until';
import { goTo, openArticle, services, write } from './support';

/** Enough prose that a file is taken for an article. */
const story = (lead: string) =>
  `${lead}\n\nTrade between China and Russia reached $240 billion in 2023, officials in Beijing said on Friday. Ludmila ` +
  'Orlovskaya, an analyst at Carnegie China, said that exports had grown again.\n';

const ask = <T>(what: string, ...args: unknown[]) =>
  vscode.commands.executeCommand<T>(`vscode.execute${what}`, ...args);

async function hoverAt(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await ask<vscode.Hover[]>('HoverProvider', uri, position);
  return (
    hovers
      .flatMap(({ contents }) => contents)
      .map((part) => (typeof part === 'string' ? part : part.value))
      .join('\n')
      .replaceAll('&nbsp;', ' ')
      // The kinds of editor differ in what they escape.
      .replaceAll('\\-', '-')
  );
}

describe('the index over the workspace’s articles', () => {
  it('takes in articles that nobody has opened, and tells of them on hover and as references', async () => {
    const { corpus } = await services();
    const other = await write('2024-02-02-other.txt', story('Ludmila Orlovskaya came to Beijing on Monday.'));
    const { article, editor } = await openArticle(
      await write('2024-03-03-story.txt', story('The talks in Beijing went on, the ministers said.')),
    );
    await until('the other article to be indexed', () => corpus.index.has(other.toString()));
    await until('the open article to be indexed', () => corpus.index.has(article.uri.toString()));
    goTo(editor, 'Ludmila Orlovskaya');
    // A hover does not wait for the other article's words for long.
    const words = await until('a hover with the other article’s words', async () => {
      const hover = await hoverAt(article.uri, editor.selection.active);
      return hover.includes('Ludmila Orlovskaya came to Beijing on Monday.') && hover;
    });
    assert.include(words, 'In 2 articles of the workspace');
    assert.include(words, `${other.toString()}#L1%2C1`);
    const found = await ask<vscode.Location[]>('ReferenceProvider', article.uri, editor.selection.active);
    const there = found.filter(({ uri }) => uri.toString() === other.toString()).map(({ range }) => range.start.line);
    assert.deepEqual(there, [0, 2]);
    const symbols = await ask<vscode.SymbolInformation[]>('WorkspaceSymbolProvider', 'orlovskaya');
    assert.include(
      symbols.map(({ location }) => location.uri.toString()),
      other.toString(),
    );
  });

  it('compares figures of the same thing', async () => {
    const { article, editor } = await openArticle(
      await write('2024-04-04-figures.txt', story('Another year of trade was over, the ministers said.')),
    );
    const { corpus } = await services();
    await until('the open article to be indexed', () => corpus.index.has(article.uri.toString()));
    goTo(editor, '$240 billion');
    const words = await hoverAt(article.uri, editor.selection.active);
    assert.match(words, /trade, 2023: China, Russia/);
    assert.match(words, /240 billion US dollars in 2023 — \[2024-0/);
  });

  it('takes names for a folder’s own entries in closed articles too, as the file changes', async () => {
    const { corpus } = await services();
    await openArticle(await write('2024-06-06-open.txt', story('Somebody reads this.')));
    const closed = await write('2024-06-07-closed.txt', story('Torbjorn Havelsrud came to Stockholm on Tuesday.'));
    await until('the closed article to be indexed', () => corpus.index.has(closed.toString()));
    const guess = () =>
      corpus.index.article(closed.toString())?.mentions.find(({ text }) => text === 'Torbjorn Havelsrud')?.guess;
    assert.isUndefined(guess());
    const root = vscode.workspace.getWorkspaceFolder(closed)?.uri ?? assert.fail('no folder');
    const file = vscode.Uri.joinPath(root, 'newsmark.entities.jsonl');
    const line = '{ "id": "havelsrud", "name": "Torbjorn Havelsrud", "label": "PERSON" }\n';
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(line));
    await until('the entry to be heeded', () => guess() === 'newsmark havelsrud');
    await vscode.workspace.fs.delete(file);
    await until('the entry to be forgotten', () => corpus.index.has(closed.toString()) && guess() === undefined);
  });

  it('follows files that change, come and go, a folder at a time too', async () => {
    const { corpus } = await services();
    await openArticle(await write('open.txt', story('Somebody reads this.')));
    const file = await write('2024-05-05-changing.txt', story('Gunnar Ekmansson came to Stockholm on Tuesday.'));
    const key = 'PERSON|gunnar ekmansson';
    await until('the new file to be indexed', () => corpus.index.entity(key)?.articles === 1);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(story('Nobody came to Stockholm on Tuesday.')));
    await until(
      'the change to be seen',
      () => corpus.index.entity(key) === undefined && corpus.index.has(file.toString()),
    );
    const folder = vscode.Uri.joinPath(file, '..');
    const moved = vscode.Uri.joinPath(folder, '..', 'moved-folder');
    await vscode.workspace.fs.rename(folder, moved);
    await until(
      'the folder to be followed',
      () =>
        !corpus.index.has(file.toString()) &&
        corpus.index.has(vscode.Uri.joinPath(moved, '2024-05-05-changing.txt').toString()),
    );
    await vscode.workspace.fs.delete(moved, { recursive: true });
    await until(
      'the folder to be gone',
      () => ![...corpus.index.paths()].some((path) => path.startsWith(moved.toString())),
    );
  });
});
