import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FiledAnnotation } from '../../../src/core/sidecar/filed';
import { EMPTY_FRAME, fileSidecar, placeSidecar } from '../../../src/core/sidecar/place';
import { readSidecar } from '../../../src/core/sidecar/read';
import { writeSidecar } from '../../../src/core/sidecar/write';
import { CommandLine, ran } from '../../support/commandLine';

const TEXT = `Vladimir Putin met Xi Jinping in Beijing on Thursday.

Putin thanked Xi. The two spoke about Gazprom, and Putin left for Harbin. Later, 😀 Putin spoke in Moscow.
`;

interface Mark {
  readonly id: string;
  readonly quote: string;
  /** Which of the places with these words, from 0. */
  readonly nth?: number;
  readonly label?: string;
  readonly status?: FiledAnnotation['status'];
}

/** A sidecar over a text, as the editor writes it. */
function sidecarOver(text: string, ...marks: readonly Mark[]): string {
  const annotations = marks.map(({ id, quote, nth = 0, label = 'PERSON', status = 'accepted' }) => {
    let start = -1;
    for (let count = 0; count <= nth; count++) start = text.indexOf(quote, start + 1);
    return { id, start, end: start + quote.length, quote, prefix: '', suffix: '', label, status };
  });
  const set = { entities: [], annotations, relations: [] };
  return writeSidecar(fileSidecar(set, text, { ...EMPTY_FRAME, article: { file: 'story.txt' } }));
}

function annotationsIn(raw: string): readonly FiledAnnotation[] {
  const reading = readSidecar(raw);
  if (reading.kind !== 'ok') assert.fail(JSON.stringify(reading));
  return reading.sidecar.annotations;
}

const shown = (raw: string) => annotationsIn(raw).map(({ id, quote, status }) => `${id} ${quote} ${status}`);

describe('newsmark merge', () => {
  const cli = new CommandLine();
  before(() => cli.build());
  after(() => cli.remove());

  const base = sidecarOver(TEXT, { id: 'a', quote: 'Xi Jinping' });
  const ours = sidecarOver(TEXT, { id: 'a', quote: 'Xi Jinping' }, { id: 'b', quote: 'Gazprom', label: 'ORG' });
  const theirs = sidecarOver(TEXT, { id: 'a', quote: 'Xi Jinping', status: 'rejected' });
  const read = (name: string) => readFileSync(path.join(cli.folder, name), 'utf8');
  const files = (...contents: string[]) =>
    ['base', 'ours', 'theirs'].map((name, index) => cli.file(name, contents[index] ?? ''));

  it('writes the result over OURS', async () => {
    assert.deepEqual(await cli.run('merge', ...files(base, ours, theirs)), { status: 0, out: '', errors: '' });
    assert.deepEqual(shown(read('ours')), ['a Xi Jinping rejected', 'b Gazprom accepted']);
    assert.equal(read('theirs'), theirs);
  });

  it('writes it elsewhere where asked, and leaves OURS alone', async () => {
    const names = files(base, ours, theirs);
    const { out } = await cli.run('merge', '--output', '-', ...names);
    await cli.run('merge', '--output', 'merged', ...names);
    assert.deepEqual(shown(out), ['a Xi Jinping rejected', 'b Gazprom accepted']);
    assert.equal(read('merged'), out);
    assert.equal(read('ours'), ours);
  });

  it('takes an empty BASE for one with nothing in it', async () => {
    assert.equal((await cli.run('merge', ...files('', ours, base))).status, 0);
    assert.equal(read('ours'), ours);
  });

  it('ends with 1 and keeps both where two decisions contradict each other', async () => {
    const accepted = sidecarOver(TEXT, { id: 'k', quote: 'Gazprom', label: 'ORG' });
    const rejected = sidecarOver(TEXT, { id: 'z', quote: 'Gazprom', label: 'ORG', status: 'rejected' });
    const { status, errors } = await cli.run(
      'merge',
      '--path',
      'story.txt.newsmark.json',
      ...files('', accepted, rejected),
    );
    assert.equal(status, 1);
    assert.match(errors, /^story\.txt\.newsmark\.json: conflict in annotation "k" \(“Gazprom”, ORG\): status/);
    const [held] = annotationsIn(read('ours'));
    assert.deepEqual([held?.status, held?.conflicts], ['rejected', [{ status: 'accepted' }]]);
  });

  it('does nothing, and says why, where a file is not one it can merge', async () => {
    const newer = ours.replace('"newsmark": 1', '"newsmark": 2');
    const cases: [contents: string[], message: RegExp][] = [
      [[base, ours, `${theirs}]`], /^newsmark: theirs:\d+:1: This is not JSON/],
      [[base, '{ "newsmark": 1, "annotations": 3 }', theirs], /^newsmark: ours:1:\d+: annotations: expected/],
      [[base, newer, theirs], /ours: a newer Newsmark wrote this/],
    ];
    for (const [contents, message] of cases) {
      const { status, errors } = await cli.run('merge', ...files(...contents));
      assert.equal(status, 2);
      assert.match(errors, message);
      assert.equal(read('ours'), contents[1]);
    }
    assert.equal((await cli.run('merge', 'base', 'ours', 'missing')).status, 2);
    assert.equal((await cli.run('merge', 'base', 'ours')).status, 2);
    assert.ok(!readdirSync(cli.folder).some((name) => name.endsWith('.tmp')), 'a temporary file is left');
  });

  it('compares over the article, so that an edit of it looks like no decision', async () => {
    const edited = `New first line about Putin.\n\n${TEXT}`;
    cli.file('edited.txt', edited);
    const before = sidecarOver(TEXT, { id: 'a', quote: 'Putin', nth: 1 }, { id: 'b', quote: 'Harbin', label: 'GPE' });
    const removed = sidecarOver(
      TEXT,
      { id: 'b', quote: 'Harbin', label: 'GPE' },
      { id: 'c', quote: 'Moscow', label: 'GPE' },
    );
    const moved = sidecarOver(
      edited,
      { id: 'a', quote: 'Putin', nth: 2 },
      { id: 'b', quote: 'Harbin', label: 'GPE' },
      { id: 'd', quote: 'Moscow', label: 'GPE' },
    );
    const { status } = await cli.run('merge', '--article', 'edited.txt', ...files(before, removed, moved));
    assert.equal(status, 0);
    assert.equal(
      read('ours'),
      sidecarOver(edited, { id: 'b', quote: 'Harbin', label: 'GPE' }, { id: 'c', quote: 'Moscow', label: 'GPE' }),
    );
  });
});

describe('newsmark merge as a git merge driver', () => {
  const cli = new CommandLine();
  before(() => cli.build());
  after(() => cli.remove());

  const SIDECAR = 'news/story.txt.newsmark.json';
  let count = 0;

  /** A repository with the driver set up, and an article in it. */
  async function repository() {
    const folder = path.join(cli.folder, `repository-${++count}`);
    mkdirSync(path.join(folder, 'news'), { recursive: true });
    const git = (...args: string[]) => ran('git', args, folder);
    const write = (name: string, content: string) => writeFileSync(path.join(folder, name), content);
    const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
    const commit = async (message: string) => {
      await git('add', '-A');
      const { status, errors } = await git('commit', '-q', '-m', message);
      assert.equal(status, 0, errors);
    };
    await git('init', '-q', '-b', 'main');
    for (const [key, value] of [
      ['user.name', 'Test'],
      ['user.email', 'test@example.org'],
      ['merge.newsmark.driver', `"${process.execPath}" "${cli.program}" merge --path %P %O %A %B`],
    ] as const)
      await git('config', key, value);
    write('.gitattributes', '*.newsmark.json merge=newsmark\n');
    write('news/story.txt', TEXT);
    return { git, write, read, commit };
  }

  /** Every annotation stands on its own words once the merged sidecar is opened with the merged article. */
  function assertPlaced(raw: string, text: string, expected: Readonly<Record<string, number>>): void {
    const reading = readSidecar(raw);
    if (reading.kind !== 'ok') assert.fail(raw);
    const placed = placeSidecar(reading.sidecar, text).annotations;
    const starts = placed.map(({ id, start, orphan }) => [id, orphan ? -1 : start]);
    assert.deepEqual(Object.fromEntries(starts), expected);
  }

  const first: [Mark, Mark, Mark] = [
    { id: 'a', quote: 'Vladimir Putin' },
    { id: 'b', quote: 'Putin', nth: 1 },
    { id: 'c', quote: 'Gazprom', label: 'ORG' },
  ];
  const edited = TEXT.replace('on Thursday', 'on a rainy Thursday in May').replace('Later,', 'A day later,');

  for (const editor of ['main', 'side']) {
    it(`puts two branches together where ${editor} edited the article too`, async () => {
      const { git, write, read, commit } = await repository();
      write(SIDECAR, sidecarOver(TEXT, ...first));
      await commit('base');
      await git('checkout', '-q', '-b', 'side');
      const sideText = editor === 'side' ? edited : TEXT;
      const [a, b, c] = first;
      write('news/story.txt', sideText);
      write(
        SIDECAR,
        sidecarOver(sideText, a, b, c, { id: 'd', quote: 'Putin', nth: 3 }, { id: 'e', quote: 'Harbin', label: 'GPE' }),
      );
      await commit('side');
      await git('checkout', '-q', 'main');
      const mainText = editor === 'main' ? edited : TEXT;
      write('news/story.txt', mainText);
      write(
        SIDECAR,
        sidecarOver(
          mainText,
          a,
          { ...c, status: 'rejected' },
          { id: 'f', quote: 'Putin', nth: 3 },
          { id: 'g', quote: 'Moscow', label: 'GPE' },
        ),
      );
      await commit('main');
      const { status, errors, out } = await git('merge', '--no-edit', 'side');
      assert.equal(status, 0, errors + out);
      const text = read('news/story.txt');
      assert.equal(text, edited);
      assertPlaced(read(SIDECAR), text, {
        a: 0,
        c: text.indexOf('Gazprom'),
        d: text.lastIndexOf('Putin'),
        e: text.indexOf('Harbin'),
        g: text.indexOf('Moscow'),
      });
      assert.equal(annotationsIn(read(SIDECAR)).find(({ id }) => id === 'c')?.status, 'rejected');
    });
  }

  it('puts together what both branches added', async () => {
    const { git, write, read, commit } = await repository();
    await commit('base');
    await git('checkout', '-q', '-b', 'side');
    write(SIDECAR, sidecarOver(TEXT, { id: 'x', quote: 'Xi Jinping' }, { id: 'y', quote: 'Harbin', label: 'GPE' }));
    await commit('side');
    await git('checkout', '-q', 'main');
    write(SIDECAR, sidecarOver(TEXT, { id: 'k', quote: 'Xi Jinping' }, { id: 'l', quote: 'Moscow', label: 'GPE' }));
    await commit('main');
    const { status, errors, out } = await git('merge', '--no-edit', 'side');
    assert.equal(status, 0, errors + out);
    assert.deepEqual(shown(read(SIDECAR)), ['k Xi Jinping accepted', 'y Harbin accepted', 'l Moscow accepted']);
  });

  it('leaves a contradiction to a person, in a file that is valid', async () => {
    const { git, write, read, commit } = await repository();
    write(SIDECAR, sidecarOver(TEXT, ...first));
    await commit('base');
    await git('checkout', '-q', '-b', 'side');
    write(SIDECAR, sidecarOver(TEXT, { id: 'c', quote: 'Gazprom', label: 'PRODUCT' }));
    await commit('side');
    await git('checkout', '-q', 'main');
    write(SIDECAR, sidecarOver(TEXT, { id: 'c', quote: 'Gazprom', label: 'FAC' }));
    await commit('main');
    const { status, errors, out } = await git('merge', '--no-edit', 'side');
    assert.equal(status, 1);
    assert.match(
      errors + out,
      /conflict: annotation "c-2" \(“Gazprom”, FAC\) is ours, "c" \(“Gazprom”, PRODUCT\) theirs/,
    );
    const labels = annotationsIn(read(SIDECAR)).map(({ id, label }) => `${id} ${label}`);
    assert.deepEqual(labels.sort(), ['c PRODUCT', 'c-2 FAC']);
    assert.match((await git('status', '--porcelain')).out, /^UU news\/story\.txt\.newsmark\.json$/m);
  });
});
