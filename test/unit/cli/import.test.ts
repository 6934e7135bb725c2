import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CommandLine } from '../../support/commandLine';

describe('newsmark import', () => {
  const cli = new CommandLine();
  before(() => cli.build());
  after(() => cli.remove());

  const folder = (name: string) => mkdirSync(path.join(cli.folder, name), { recursive: true });
  const has = (name: string) => existsSync(path.join(cli.folder, name));
  const sidecar = (article: string) =>
    JSON.parse(readFileSync(path.join(cli.folder, `${article}.newsmark.json`), 'utf8'));
  const quotes = (article: string) => sidecar(article).annotations.map((each: { quote: string }) => each.quote);

  it('takes an article’s words for more than a name that only counts', async () => {
    folder('counted');
    cli.file('counted/story-1.txt', 'Putin met Xi.\n');
    cli.file('counted/story-2.txt', 'Macron met Putin in Paris.\n');
    const conll = (...lines: string[]) => `-DOCSTART- -X- O O\n\n${lines.join('\n')}\n\n`;
    const second = conll('Macron O', 'met O', 'Putin B-PER', 'in O', 'Paris O', '. O');
    cli.file('story.conll', second + conll('Putin B-PER', 'met O', 'Xi O', '. O'));
    const { status, out } = await cli.run('import', '--onto', 'counted', 'story.conll');
    assert.equal(status, 0);
    assert.match(out, /story-2\.txt: 1 annotation, 1 at their offsets/);
    assert.equal(sidecar('counted/story-2.txt').annotations[0].start, 11);
    assert.equal(sidecar('counted/story-1.txt').annotations[0].start, 0);
  });

  it('tells articles of one name apart by their folders, also where a file has no text', async () => {
    for (const name of ['a', 'b']) folder(`two/${name}`);
    cli.file('two/a/story.txt', 'Putin met Xi.\n');
    cli.file('two/b/story.txt', 'Macron met Putin.\n');
    cli.file('two.csv', 'article,start,end,text,label\nb/story.txt,11,16,Putin,PER\na/story.txt,10,12,Xi,PER\n');
    const { status } = await cli.run('import', '--onto', 'two', 'two.csv');
    assert.equal(status, 0);
    assert.deepEqual([quotes('two/a/story.txt'), quotes('two/b/story.txt')], [['Xi'], ['Putin']]);
  });

  it('leaves out, and names, what may belong to several articles', async () => {
    folder('twins');
    for (const name of ['one', 'two']) cli.file(`twins/${name}.txt`, 'Putin met Xi.\n');
    cli.file('twins.jsonl', `${JSON.stringify({ text: 'Putin met Xi.\n', label: [[0, 5, 'PER']] })}\n`);
    const { status, errors } = await cli.run('import', '--onto', 'twins', 'twins.jsonl');
    assert.equal(status, 1);
    assert.match(
      errors,
      /twins-1: several of the articles have this name or these words: twins.one\.txt, twins.two\.txt/,
    );
    assert.ok(!has('twins/one.txt.newsmark.json') && !has('twins/two.txt.newsmark.json'));
  });

  it('takes the files of other tools in a folder, and says where there are none', async () => {
    folder('mixed');
    cli.file('mixed/story.txt', 'Putin met Xi.\n');
    cli.file('mixed/story.ann', 'T1\tPER 0 5\tPutin\n');
    cli.file('mixed/newsmark.entities.jsonl', '');
    cli.file('mixed/TypeSystem.xml', '<typeSystemDescription/>');
    const brat = await cli.run('import', '--onto', 'mixed', 'mixed');
    assert.deepEqual([brat.status, brat.errors], [0, '']);
    assert.deepEqual(quotes('mixed/story.txt'), ['Putin']);
    // The sidecar that came of it is no file of Label Studio, which has the same ending.
    const none = await cli.run('convert', '--from', 'label-studio', '--to', 'jsonl', 'mixed');
    assert.equal(none.status, 1);
    assert.match(none.errors, /mixed: there is no file to read in it, none that ends in \.json/);
    folder('bare');
    const exported = await cli.run('export', '--to', 'jsonl', 'bare');
    assert.deepEqual([exported.status, exported.out], [0, '']);
    assert.match(exported.errors, /there are no annotated articles/);
  });

  it('goes on behind what has no place, where it is told to', async () => {
    const line = (id: string, text: string) => `${JSON.stringify({ id, text, label: [[0, 2, 'PER']] })}\n`;
    cli.file('same.jsonl', line('a/x.txt', 'Xi left.') + line('b/x.txt', 'Li left.') + line('y.txt', 'He left.'));
    const { status, errors } = await cli.run('import', '--into', 'fresh', '--keep-going', 'same.jsonl');
    assert.equal(status, 1);
    assert.match(errors, /fresh.x\.txt: another text is there under this name; nothing is written/);
    assert.deepEqual([quotes('fresh/x.txt'), quotes('fresh/y.txt')], [['Xi'], ['He']]);
  });

  it('exports each annotator’s own where both sidecars are named', async () => {
    folder('both');
    cli.file('both/x.txt', 'Xi left.');
    for (const [name, label] of [
      ['alice', 'PER'],
      ['bob', 'ORG'],
    ] as const) {
      cli.file('one.jsonl', `${JSON.stringify({ text: 'Xi left.', label: [[0, 2, label]] })}\n`);
      await cli.run('import', '--onto', 'both', '--as', 'accepted', '--annotator', name, 'one.jsonl');
    }
    const sidecars = ['alice', 'bob', 'alice'].map((name) => `both/x.txt.${name}.newsmark.json`);
    const { out } = await cli.run('export', '--to', 'doccano', ...sidecars);
    const labels = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).label[0][2]);
    assert.deepEqual(labels, ['PER', 'ORG']);
    assert.match((await cli.run('export', '--to', 'doccano', 'both')).errors, /--annotator takes somebody’s own/);
  });
});
