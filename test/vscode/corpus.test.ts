import { assert } from 'chai';
import * as vscode from 'vscode';
import { until } from '../support/until';
import { goTo, openArticle, services, write } from './support';

/** Enough prose that a file is taken for an article. */
const story = (lead: string) =>
  `${lead}\n\nTrade between China and Russia reached $240 billion in 2023, officials in Beijing said on Friday. Ludmila ` +
  'Orlovskaya, an analyst at Carnegie China, said that exports had grown again.\n';

/** How long hundreds of articles may take where other work goes on, in milliseconds. */
const PATIENCE = 60_000;

const names = ['Gunnar', 'Astrid', 'Lennart', 'Birgitta', 'Torsten', 'Ingrid'];

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

  it('is made anew on demand, with what is open too', async () => {
    const { corpus } = await services();
    const { article } = await openArticle(await write('anew-open.txt', story('Somebody reads this.')));
    const closed = await write('anew-closed.txt', story('Nobody reads this.'));
    const both = [article.uri.toString(), closed.toString()];
    await until('both to be indexed', () => both.every((path) => corpus.index.has(path)));
    corpus.pause();
    await vscode.commands.executeCommand('newsmark.rebuildIndex');
    await until('both to be there again', () => both.every((path) => corpus.index.has(path)));
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

  it('follows a checkout that changes, removes and adds hundreds of files at once', async () => {
    const { corpus } = await services();
    await openArticle(await write('checkout-open.txt', story('Somebody reads this.')));
    const first = await write('0.txt', story('Nobody has checked this out yet.'));
    const folder = vscode.Uri.joinPath(first, '..');
    const at = (name: string) => vscode.Uri.joinPath(folder, `${name}.txt`);
    const person = (number: number, surname: string) =>
      story(`${names[number % names.length]} ${surname} came to Oslo.`);
    const { fs } = vscode.workspace;
    const put = (uri: vscode.Uri, text: string) => fs.writeFile(uri, new TextEncoder().encode(text));
    const numbers = Array.from({ length: 180 }, (_, number) => number);
    await Promise.all(numbers.map((number) => put(at(`${number}`), person(number, 'Ekmansson'))));
    const below = () => [...corpus.index.paths()].filter((path) => path.startsWith(`${folder}/`)).sort();
    const articlesOf = (surname: string) =>
      corpus.index.search(surname, 50).reduce((sum, entity) => sum + entity.articles, 0);
    await until('all of them to be indexed', () => articlesOf('ekmansson') === 180, PATIENCE);
    // Of three files one goes, one is another, and one stays; and as many come.
    await Promise.all(
      numbers.map(async (number) => {
        if (number % 3 === 0) await fs.delete(at(`${number}`));
        if (number % 3 === 1) await put(at(`${number}`), person(number, 'Holmqvist'));
        if (number % 3 === 0) await put(at(`new-${number}`), person(number, 'Strandvik'));
      }),
    );
    const wanted = numbers.map((number) => `${at(number % 3 === 0 ? `new-${number}` : `${number}`)}`).sort();
    const counts = () => ['ekmansson', 'holmqvist', 'strandvik'].map(articlesOf).join();
    await until('the index to be right', () => counts() === '60,60,60' && below().join() === wanted.join(), PATIENCE);
    await fs.delete(folder, { recursive: true });
    await until('the folder to be gone', () => below().length === 0, PATIENCE);
  }).timeout(4 * PATIENCE);

  it('has no article that is deleted at the moment it is indexed', async () => {
    const { corpus } = await services();
    await openArticle(await write('vanishing-open.txt', story('Somebody reads this.')));
    await until('nothing to be done', () => corpus.progress.state === 'resting', PATIENCE);
    const { fs } = vscode.workspace;
    const folder = vscode.Uri.joinPath(await write('0.txt', story('The first of them.')), '..');
    const at = (number: number) => vscode.Uri.joinPath(folder, `${number}.txt`);
    const deleted: Thenable<void>[] = [];
    // Each time one is begun, those that come next go: one is being read, another was just listed.
    const watching = corpus.onDidProgress(({ state, done }) => {
      if (state !== 'indexing' || done % 3 !== 1 || done > 40) return;
      for (const number of [done, done + 1]) deleted.push(fs.delete(at(number)).then(undefined, () => undefined));
    });
    const numbers = Array.from({ length: 60 }, (_, number) => number);
    await Promise.all(
      numbers.map((number) => fs.writeFile(at(number), new TextEncoder().encode(story(`Story ${number} of them.`)))),
    );
    const there = async () =>
      (await fs.readDirectory(folder))
        .map(([name]) => `${folder}/${name}`)
        .sort()
        .join();
    const indexed = () =>
      [...corpus.index.paths()]
        .filter((path) => path.startsWith(`${folder}/`))
        .sort()
        .join();
    await until('the last one to be indexed', () => corpus.index.has(`${at(59)}`), PATIENCE);
    watching.dispose();
    await Promise.all(deleted);
    await until('the index to be right', async () => indexed() === (await there()), PATIENCE);
    assert.isAbove(deleted.length, 5);
    assert.include(['resting', 'indexing'], corpus.progress.state);
  }).timeout(4 * PATIENCE);
});
