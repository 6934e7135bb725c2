import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { textDigest } from '../../../src/core/sidecar/place';
import { CommandLine } from '../../support/commandLine';

const TEXT = '😀 Putin met Xi in Beijing. Later Putin left.\n';

function mark(id: string, quote: string, fields = ''): string {
  const start = [...TEXT.slice(0, TEXT.indexOf(quote))].length;
  return `    { "id": "${id}", "start": ${start}, "end": ${start + quote.length}, "quote": "${quote}", "label": "PERSON", "status": "accepted"${fields} }`;
}

function sidecar(marks: readonly string[], more = ''): string {
  return `{\n  "newsmark": 1,\n  "article": { "file": "a.txt", "sha256": "${textDigest(TEXT)}" },\n  "annotations": [\n${marks.join(',\n')}\n  ]${more}\n}\n`;
}

describe('newsmark validate', () => {
  const cli = new CommandLine();
  before(() => cli.build());
  after(() => cli.remove());

  it('says nothing of what is right, and ends with 0', async () => {
    cli.file('a.txt', TEXT);
    const file = cli.file('a.txt.newsmark.json', sidecar([mark('a', 'Putin'), mark('b', 'Xi')]));
    assert.deepEqual(await cli.run('validate', file), { status: 0, out: '', errors: '' });
    assert.equal((await cli.run('validate', 'a.txt')).status, 0);
    assert.equal((await cli.run('validate', '.')).status, 0);
  });

  it('prints a line for each problem, with its place', async () => {
    cli.file('b.txt', TEXT);
    const marks = [
      mark('a', 'Xi').replace('"start": 12, "end": 14', '"start": 13, "end": 15'),
      mark('b', 'Putin').replaceAll('Putin', 'Yeltsin'),
      mark('c', 'Beijing').replace('PERSON', 'CITY'),
      mark('d', 'Beijing', ', "entity": "nobody"'),
      mark('e', 'Beijing', ', "conflicts": [{ "status": "rejected" }]'),
    ];
    const relations = ',\n  "relations": [{ "id": "r", "type": "speaker", "from": "a", "to": "z" }]';
    const file = cli.file('b.txt.newsmark.json', sidecar(marks, relations));
    const { status, out } = await cli.run('validate', file);
    assert.equal(status, 1);
    assert.deepEqual(out.trimEnd().split('\n'), [
      'b.txt.newsmark.json:5:27: annotations.0.start: "Xi" is at 12 to 14 now, not at 13 to 15.',
      'b.txt.newsmark.json:6:49: annotations.1.quote: "Yeltsin" is not in the article.',
      'b.txt.newsmark.json:7:71: annotations.2.label: the label "CITY" is unknown.',
      'b.txt.newsmark.json:8:113: annotations.3.entity: there is no entity "nobody".',
      'b.txt.newsmark.json:9:5: annotations.4: the same words and label as annotations.3.',
      'b.txt.newsmark.json:9:116: annotations.4.conflicts: two sides of a merge say different things; decide, and take this out.',
      'b.txt.newsmark.json:11:68: relations.0.to: there is no annotation "z".',
    ]);
    const named = await cli.run('validate', '--label', 'CITY', file);
    assert.ok(!named.out.includes('CITY'));
  });

  it('tells programs the same as JSON Lines', async () => {
    cli.file('c.txt', TEXT);
    const file = cli.file(
      'c.txt.newsmark.json',
      sidecar([mark('a', 'Xi').replace('PERSON', 'CITY')]).replace(/\n/g, '\r\n'),
    );
    const { status, out } = await cli.run('validate', '--json', file);
    assert.equal(status, 1);
    assert.deepEqual(JSON.parse(out), {
      file,
      line: 5,
      column: 66,
      endLine: 5,
      endColumn: 72,
      code: 'unknown-label',
      message: 'annotations.0.label: the label "CITY" is unknown.',
    });
  });

  it('names broken and newer ones, and files that can’t be read, and goes on', async () => {
    cli.file('d.txt.newsmark.json', '{\n  "newsmark": 1,\n  "annotations": [oops]\n}\n');
    cli.file('e.txt.newsmark.json', '{ "newsmark": 9 }');
    cli.file('f.txt.newsmark.json', new Uint8Array([0x7b, 0xff, 0x7d]));
    cli.file('g.txt.newsmark.json', sidecar([mark('a', 'Xi')]));
    const { status, out } = await cli.run(
      'validate',
      'd.txt.newsmark.json',
      'e.txt.newsmark.json',
      'f.txt.newsmark.json',
      'g.txt.newsmark.json',
      'missing.txt',
    );
    assert.equal(status, 1);
    const lines = out.split('\n');
    assert.match(lines[0] ?? '', /^d\.txt\.newsmark\.json:3:19: This is not JSON/);
    assert.match(out, /^e\.txt\.newsmark\.json:1:15: newsmark: a newer Newsmark wrote this \(format 9\)/m);
    assert.match(out, /^f\.txt\.newsmark\.json: this is not UTF-8 text$/m);
    assert.match(out, /^g\.txt\.newsmark\.json:3:\d+: article\.file: the article is not beside the sidecar/m);
    assert.match(out, /^missing\.txt: there is no such file$/m);
  });

  it('checks the lines of a folder’s own files', async () => {
    const entities =
      '{ "id": "x", "name": "X", "label": "ORG" }\n{ "id": "x", "name": "Y", "label": "ORG" }\n{ "id": 3 }\n';
    mkdirSync(path.join(cli.folder, 'own'), { recursive: true });
    cli.file('own/newsmark.entities.jsonl', entities);
    cli.file('own/newsmark.dismissed.jsonl', '{ "finding": "two labels", "sides": ["ORG", "GPE"] }\n\n{\n');
    const { status, out } = await cli.run('validate', 'own');
    assert.equal(status, 1);
    assert.deepEqual(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.split(':').slice(0, 2).join(':')),
      [
        'own/newsmark.dismissed.jsonl:3',
        'own/newsmark.entities.jsonl:2',
        'own/newsmark.entities.jsonl:3',
        'own/newsmark.entities.jsonl:3',
        'own/newsmark.entities.jsonl:3',
      ],
    );
    assert.match((await cli.run('validate', 'own/newsmark.entities.jsonl')).out, /The id “?x”? is in line 1 already/);
  });

  it('finds all sidecars of an article and of a folder', async () => {
    const folder = path.join(cli.folder, 'corpus');
    mkdirSync(path.join(folder, 'deep', 'node_modules'), { recursive: true });
    for (const name of ['x.txt', 'deep/y.md']) writeFileSync(path.join(folder, name), TEXT);
    const wrong = sidecar([mark('a', 'Xi').replace('PERSON', 'CITY')]);
    for (const name of [
      'x.txt.newsmark.json',
      'x.txt.alice.newsmark.json',
      'deep/y.md.newsmark.json',
      'deep/node_modules/z.txt.newsmark.json',
    ])
      writeFileSync(path.join(folder, name), wrong);
    const files = async (...args: string[]) =>
      (await cli.run('validate', ...args)).out
        .trimEnd()
        .split('\n')
        .map((line) => line.split(':')[0]);
    assert.deepEqual(await files('corpus/x.txt'), ['corpus/x.txt.alice.newsmark.json', 'corpus/x.txt.newsmark.json']);
    assert.deepEqual(await files('corpus'), [
      'corpus/deep/y.md.newsmark.json',
      'corpus/x.txt.alice.newsmark.json',
      'corpus/x.txt.newsmark.json',
    ]);
  });

  it('takes patterns, and looks at each sidecar once', async () => {
    const { out, status } = await cli.run('validate', 'corpus/**/*.{txt,md,json}');
    assert.equal(status, 1);
    assert.deepEqual(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.split(':')[0])
        .sort(),
      ['corpus/deep/y.md.newsmark.json', 'corpus/x.txt.alice.newsmark.json', 'corpus/x.txt.newsmark.json'],
    );
    const none = await cli.run('validate', 'corpus/**/*.nothing');
    assert.deepEqual([none.status, none.out], [1, 'corpus/**/*.nothing: no file matches\n']);
  });

  it('wants to know what to look at', async () => {
    for (const args of [[], ['--nope', 'a.txt'], ['--label']])
      assert.equal((await cli.run('validate', ...args)).status, 2);
  });

  it('holds labels against a file of one’s own, or a preset', async () => {
    cli.file('c.txt', TEXT);
    const marks = [mark('a', 'Putin').replace('PERSON', 'HERO'), mark('b', 'Xi')];
    const file = cli.file('c.txt.newsmark.json', sidecar(marks));
    const own = cli.file('newsmark.labels.json', '{ "labels": [{ "name": "HERO" }] }');
    const { status, out } = await cli.run('validate', '--labels', own, file);
    assert.equal(status, 1);
    assert.match(out, /^c\.txt\.newsmark\.json:6:\d+: annotations\.1\.label: the label "PERSON" is unknown\.\n$/);
    assert.match((await cli.run('validate', '--labels', 'conll2003', file)).out, /"HERO".*\n.*"PERSON"/);
    const broken = cli.file('broken.json', '{\n  "labels": [{}]\n}');
    const failed = await cli.run('validate', '--labels', broken, file);
    assert.equal(failed.status, 1);
    assert.match(failed.errors, /^newsmark: broken\.json:2:14: labels\.0\.name: expected "name"/);
  });
});
