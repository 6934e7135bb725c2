import { assert } from 'chai';
import * as vscode from 'vscode';
import { quoteAt } from '../../src/core/annotation/quote';
import { EMPTY_SIDECAR } from '../../src/core/sidecar/filed';
import { writeSidecar } from '../../src/core/sidecar/write';
import { until } from '../support/until';
import { filed, mention, openArticle, readText, STORY, services, write } from './support';

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

describe('another version of an article’s annotations', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const encoded = (text: string) => new TextEncoder().encode(text);

  /** A sidecar with one decision on some words. */
  function version(quote: string, status: 'accepted' | 'rejected'): string {
    const start = offsetOf(quote);
    const place = { start, end: start + quote.length };
    const annotations = [{ id: quote, ...place, ...quoteAt(STORY, place), label: 'PERSON', status }];
    return writeSidecar({ ...EMPTY_SIDECAR, annotations });
  }

  it('is merged into those that are there, as one act that can be undone', async () => {
    const uri = await write('story.txt', STORY);
    const { article } = await openArticle(uri);
    const theirs = vscode.Uri.joinPath(uri, '..', 'from-bob.json');
    await vscode.workspace.fs.writeFile(theirs, encoded(version('Nathaniel Sher', 'accepted')));
    await run('mergeVersion', { with: theirs.toString() });
    const { annotations } = await filed(article, (sidecar) => sidecar.annotations.length === 1);
    assert.include(annotations[0], { quote: 'Nathaniel Sher', status: 'accepted' });
    await run('undo');
    await filed(article, (sidecar) => sidecar.annotations.length === 0);
  });

  it('is merged out of git’s marks', async () => {
    const uri = await write('story.txt', STORY);
    const [ours, theirs] = [version('Vladimir Putin', 'accepted'), version('Nathaniel Sher', 'rejected')];
    const marked = `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> theirs\n`;
    await vscode.workspace.fs.writeFile(uri.with({ path: `${uri.path}.newsmark.json` }), encoded(marked));
    const { article } = await openArticle(uri);
    await until('the marks to be seen', () => article.session.sidecarState.kind === 'broken');
    await run('mergeVersion', { with: '' });
    const { annotations } = await filed(article, (sidecar) => sidecar.annotations.length === 2);
    assert.sameMembers(
      annotations.map(({ quote, status }) => `${quote} ${status}`),
      ['Vladimir Putin accepted', 'Nathaniel Sher rejected'],
    );
    await until('decisions to be possible again', () => article.session.sidecarState.kind === 'ready');
  });
});

describe('several articles', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const encoded = (text: string) => new TextEncoder().encode(text);
  const beside = (uri: vscode.Uri, name: string) => vscode.Uri.joinPath(uri, '..', name);

  /** A folder with two articles: one with an accepted name of Putin and a rejected one of China, one with nothing. */
  async function folderOfTwo(): Promise<vscode.Uri> {
    const uri = await write('story.txt', STORY);
    await vscode.workspace.fs.writeFile(beside(uri, 'other.txt'), encoded(`${STORY}\n${STORY}`));
    const annotations = [
      annotated('Vladimir Putin', 'PERSON', 'accepted'),
      annotated('China', 'GPE', 'rejected'),
      annotated('Beijing', 'GPE', 'accepted'),
    ];
    await vscode.workspace.fs.writeFile(
      beside(uri, 'story.txt.newsmark.json'),
      encoded(writeSidecar({ ...EMPTY_SIDECAR, annotations })),
    );
    return vscode.Uri.joinPath(uri, '..');
  }

  function annotated(quote: string, label: string, status: 'accepted' | 'rejected') {
    const start = offsetOf(quote);
    const place = { start, end: start + quote.length };
    return { id: `${quote}-${label}`, ...place, ...quoteAt(STORY, place), label, status };
  }

  it('are exported as they are selected, with the labels that are wanted, in parts', async () => {
    const folder = await folderOfTwo();
    const to = vscode.Uri.joinPath(folder, 'out');
    const answers = { format: 'brat', with: 'decided', annotator: '', to: to.toString() };
    await exported(folder, { ...answers, labels: 'PERSON', split: 'all=1,none=0.000001' });
    const name = vscode.workspace.asRelativePath(vscode.Uri.joinPath(folder, 'story.ann'));
    const written = await readText(vscode.Uri.joinPath(to, 'all', name));
    assert.match(written, /^T\d+\tPERSON 18 32\tVladimir Putin\n$/);
    const parts = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(to, 'all', name, '..'));
    assert.sameMembers(
      parts.map(([file]) => file),
      ['story.ann', 'story.txt'],
    );
  });

  it('are exported with suggestions, those too that nobody has begun, into one file', async () => {
    const folder = await folderOfTwo();
    const to = vscode.Uri.joinPath(folder, 'out.jsonl');
    await exported(folder, {
      ...{ format: 'jsonl', with: 'suggested', annotator: '', to: to.toString(), labels: 'PERSON,GPE' },
      split: '',
    });
    const lines = (await readText(to))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.lengthOf(lines, 2);
    for (const { annotations } of lines)
      assert.include(
        annotations.map(({ quote }: { quote: string }) => quote),
        'Xi Jinping',
      );
    // What was rejected comes back as nothing.
    const story = lines.find(({ id }) => id.endsWith('story.txt'));
    assert.isFalse(story.annotations.some(({ start }: { start: number }) => start === offsetOf('China')));
  });

  it('take annotations from a folder of files, each article by its name', async () => {
    const folder = await folderOfTwo();
    const uri = vscode.Uri.joinPath(folder, 'a-name-of-its-own.txt');
    await vscode.workspace.fs.writeFile(uri, encoded(STORY));
    const from = vscode.Uri.joinPath(folder, 'brat');
    const start = offsetOf('Xi Jinping');
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(from, 'a-name-of-its-own.ann'),
      encoded(`T1\tPERSON ${start} ${start + 10}\tXi Jinping\n`),
    );
    // One that holds no text, before it, keeps nothing from the others.
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(from, 'a.ann'), new Uint8Array([0x54, 0xff, 0xfe]));
    const { workspace } = await services();
    await until('the list to know the article', async () =>
      (await workspace.list()).some((each) => each.uri.toString() === uri.toString()),
    );
    await run('importFiles', { from: from.toString(), as: 'accepted' });
    const sidecar = JSON.parse(await readText(beside(uri, 'a-name-of-its-own.txt.newsmark.json')));
    assert.deepInclude(sidecar.annotations[0], { quote: 'Xi Jinping', label: 'PERSON', status: 'accepted' });
  });

  it('lose what was imported when that is taken back, but for what was decided on since', async () => {
    const folder = await folderOfTwo();
    const name = `import-${folder.path.split('/').at(-1)}`;
    const [closed, shown] = [`${name}-a.txt`, `${name}-b.txt`];
    const from = vscode.Uri.joinPath(folder, 'brat');
    const line = (at: string, id: string) => `${id}\tPERSON ${offsetOf(at)} ${offsetOf(at) + at.length}\t${at}\n`;
    for (const file of [closed, shown]) {
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, file), encoded(STORY));
      const ann = vscode.Uri.joinPath(from, file.replace('.txt', '.ann'));
      await vscode.workspace.fs.writeFile(ann, encoded(line('Xi Jinping', 'T1') + line('Nathaniel Sher', 'T2')));
    }
    const { article } = await openArticle(vscode.Uri.joinPath(folder, shown));
    const { workspace } = await services();
    await until('the list to know the articles', async () => {
      const known = (await workspace.list()).map(({ uri }) => uri.toString());
      return [closed, shown].every((file) => known.includes(vscode.Uri.joinPath(folder, file).toString()));
    });
    await run('importFiles', { from: from.toString(), as: 'suggested' });
    const closedSidecar = vscode.Uri.joinPath(folder, `${closed}.newsmark.json`);
    const read = async (uri: vscode.Uri) => JSON.parse(await readText(uri)).annotations;
    assert.lengthOf(await read(closedSidecar), 2);
    await filed(article, ({ annotations }) => annotations.length === 2);
    const imported = article.session.set.annotations.find(({ quote }) => quote === 'Nathaniel Sher');
    assert.ok(imported);
    article.session.apply({
      title: 'accept',
      edits: [{ before: imported, after: { ...imported, status: 'accepted' } }],
    });
    await article.session.sync();

    // The latest import stands first in the list.
    let hasEnded = false;
    void run('undoImport').then(() => {
      hasEnded = true;
    });
    await until('the import to be taken back', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return hasEnded;
    });
    assert.lengthOf(await read(closedSidecar), 0);
    const { annotations } = await filed(article, (sidecar) => sidecar.annotations.length === 1);
    assert.include(annotations[0], { quote: 'Nathaniel Sher', status: 'accepted' });
  });

  it('come with annotations as new articles, where the files have their text', async () => {
    const folder = await folderOfTwo();
    const from = vscode.Uri.joinPath(folder, 'tasks.jsonl');
    const record = {
      text: 'Olena Shevchuk left Lviv.',
      label: [[0, 14, 'PERSON']],
      id: '../new',
      published: '2024-05-14',
    };
    await vscode.workspace.fs.writeFile(from, encoded(`${JSON.stringify(record)}\n`));
    const into = vscode.Uri.joinPath(folder, 'made');
    await run('importFiles', { from: from.toString(), as: 'accepted', into: into.toString() });
    assert.strictEqual(await readText(vscode.Uri.joinPath(into, 'new.txt')), record.text);
    const sidecar = JSON.parse(await readText(vscode.Uri.joinPath(into, 'new.txt.newsmark.json')));
    assert.deepInclude(sidecar.annotations[0], { quote: 'Olena Shevchuk', label: 'PERSON', status: 'accepted' });
    assert.strictEqual(sidecar.article.published, '2024-05-14');
  });

  it('come as one new article where several records are of it, and as none where its name is taken', async () => {
    const folder = await folderOfTwo();
    const from = vscode.Uri.joinPath(folder, 'tasks.jsonl');
    const text = 'Marta Nowak left Łódź for Gdynia.';
    const labels = [
      [0, 11, 'PERSON'],
      [17, 21, 'GPE'],
      [26, 32, 'GPE'],
    ];
    // Another article of the workspace has that name already, and none of these words.
    await write('twice.txt', STORY);
    const records = [
      ...labels.map((label) => ({ text, label: [label], id: 'twice' })),
      { text: 'Another text.', label: [[0, 7, 'ORG']], id: 'twice' },
    ];
    await vscode.workspace.fs.writeFile(from, encoded(records.map((record) => JSON.stringify(record)).join('\n')));
    const into = vscode.Uri.joinPath(folder, 'made');
    await run('importFiles', { from: from.toString(), as: 'accepted', into: into.toString() });
    assert.strictEqual(await readText(vscode.Uri.joinPath(into, 'twice.txt')), text);
    const sidecar = JSON.parse(await readText(vscode.Uri.joinPath(into, 'twice.txt.newsmark.json')));
    assert.deepEqual(
      sidecar.annotations.map(({ quote }: { quote: string }) => quote),
      ['Marta Nowak', 'Łódź', 'Gdynia'],
    );
  });

  it('are exported with tokens, tags and parts as chosen, and a page about them', async () => {
    const folder = await folderOfTwo();
    const to = vscode.Uri.joinPath(folder, 'out');
    await exported(folder, {
      ...{ format: 'conll', with: 'decided', annotator: '', to: to.toString(), split: 'all=1,none=0.000001' },
      ...{ seed: '7', tokenizer: 'white-space', scheme: 'bioes', card: 'yes', license: 'CC0' },
    });
    const written = await readText(vscode.Uri.joinPath(to, 'all.conll'));
    // Tokens end at white space alone: “Beijing.” has its full stop, and is no whole annotation.
    assert.match(written, /^Vladimir -X- _ B-PERSON\nPutin -X- _ E-PERSON$/m);
    assert.notMatch(written, /GPE/);
    const card = await readText(vscode.Uri.joinPath(to, 'DATACARD.md'));
    for (const fact of ['License: CC0', 'Tokens: white-space', 'Tags: BIOES', 'seed 7', 'inside a token: 1'])
      assert.include(card, fact);
  });

  it('are exported from one list, which remembers what was chosen', async () => {
    const { memory } = await services();
    await folderOfTwo();
    const exporting = run('exportArticles', { format: 'jsonl', with: 'all', tokenizer: 'treebank', annotator: '' });
    await until('the choice to be remembered', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const choice = memory.get<Record<string, string>>('newsmark.exportArticles.choice');
      return choice?.content === 'all' && choice.tokenizer === 'treebank';
    });
    // What would be written is asked about next: not here.
    void exporting;
  });

  it('are turned from one format into another without a sidecar', async () => {
    const folder = await folderOfTwo();
    const from = vscode.Uri.joinPath(folder, 'brat');
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(from, 'a.txt'), encoded('😀 Xi left.'));
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(from, 'a.ann'), encoded('T1\tPERSON 2 4\tXi\n'));
    const to = vscode.Uri.joinPath(folder, 'converted.jsonl');
    await run('convertFiles', { from: from.toString(), format: 'doccano', to: to.toString() });
    assert.deepInclude(JSON.parse(await readText(to)), { text: '😀 Xi left.', label: [[3, 5, 'PERSON']] });
    const names = (await vscode.workspace.fs.readDirectory(from)).map(([name]) => name);
    assert.sameMembers(names, ['a.txt', 'a.ann']);
  });

  it('are never written over by a copy with other line ends', async () => {
    const folder = await folderOfTwo();
    const story = vscode.Uri.joinPath(folder, 'story.txt');
    const windows = STORY.replaceAll('\n', '\r\n');
    await vscode.workspace.fs.writeFile(story, encoded(windows));
    const [root] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(root);
    await exported(folder, { format: 'brat', with: 'decided', annotator: '', to: root.uri.toString(), split: '' });
    assert.strictEqual(await readText(story), windows);
  });

  it('are counted, and held against their sidecars', async () => {
    const folder = await folderOfTwo();
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(folder, 'other.txt.newsmark.json'),
      encoded('{"newsmark": 1'),
    );
    await listed(folder, ({ length }) => length === 2);
    await run('statistics');
    const shown = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(shown, /^PERSON +\d+ +\d+ +\d+ {2}.*Vladimir Putin/m);
    assert.match(shown, /other\.txt: /, 'what can’t be read is told');
    await run('validate');
    const found = vscode.languages.getDiagnostics(vscode.Uri.joinPath(folder, 'other.txt.newsmark.json'));
    assert.isAbove(found.length, 0);
    assert.lengthOf(
      vscode.languages
        .getDiagnostics(vscode.Uri.joinPath(folder, 'story.txt.newsmark.json'))
        .filter(({ code }) => code !== 'orphan'),
      0,
    );
    const broken = vscode.Uri.joinPath(folder, 'other.txt.newsmark.json');
    await vscode.workspace.fs.writeFile(broken, encoded('{"newsmark": 1}'));
    await until('what is mended to be listed no more', () => vscode.languages.getDiagnostics(broken).length === 0);
    await vscode.workspace.fs.delete(broken);
  });

  /** Exports a folder, once the list of the workspace's articles knows what is in it. */
  async function exported(folder: vscode.Uri, answers: Readonly<Record<string, string>>): Promise<void> {
    await listed(folder, ({ length }) => length === 1);
    await run('exportArticles', { ...answers, within: folder.toString() });
  }

  /** Waits for the list of the workspace's articles to know the two of a folder, and as many sidecars as wanted. */
  async function listed(folder: vscode.Uri, fits: (sidecars: readonly unknown[]) => boolean): Promise<void> {
    const { workspace } = await services();
    await until('the list to know the articles', async () => {
      const own = (await workspace.list()).filter(({ uri }) => uri.path.startsWith(`${folder.path}/`));
      return own.length === 2 && fits(own.filter(({ hasSidecar }) => hasSidecar));
    });
  }
});
