import assert from 'node:assert/strict';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { CommandLine, ran } from '../../support/commandLine';

const TEXT = 'Putin met Xi in Beijing.\n';

describe('where the command line writes', () => {
  const cli = new CommandLine();
  before(async () => {
    await cli.build();
    mkdirSync(path.join(cli.folder, 'news'));
    cli.file('news/story.txt', TEXT);
    await cli.runOn(
      `${JSON.stringify({ text: TEXT, label: [[0, 5, 'PERSON']] })}\n`,
      ...['import', '--from', 'doccano', '--as', 'accepted', '--onto', 'news', '-'],
    );
  });
  after(() => cli.remove());

  const read = (name: string) => readFileSync(path.join(cli.folder, name), 'utf8');
  const shell = (script: string) =>
    ran('bash', ['-c', script.replaceAll('NEWSMARK', `node ${cli.program}`)], cli.folder);

  it('says beforehand that a folder is none of the files that it can write', async () => {
    mkdirSync(path.join(cli.folder, 'folder'));
    for (const output of ['folder', 'folder/', 'not-there/']) {
      const { status, errors } = await cli.run('export', '--to', 'jsonl', '-o', output, 'news');
      assert.equal(status, 1);
      assert.equal(errors, `newsmark: ${output}: this is a folder; --output takes a file here\n`);
    }
    assert.deepEqual(readdirSync(path.join(cli.folder, 'folder')), []);
    assert.ok(!existsSync(path.join(cli.folder, 'folder.part')));
  });

  it('writes over nothing that it reads', async () => {
    const recognized = await cli.run('recognize', '-o', 'news/story.txt', 'news');
    assert.equal(recognized.status, 1);
    assert.match(recognized.errors, /story\.txt: this is one of the articles, which are never written over/);
    const exported = await cli.run('export', '--to', 'jsonl', '-o', 'news/story.txt', 'news');
    assert.equal(exported.status, 1);
    assert.match(exported.errors, /story\.txt: this is one of the files to read/);
    assert.equal(read('news/story.txt'), TEXT);
  });

  it('makes the folder of a data card, and keeps a link a link', async () => {
    cli.file('whole.jsonl', '');
    symlinkSync('whole.jsonl', path.join(cli.folder, 'link.jsonl'));
    const card = ['--card', 'cards/new/README.md'];
    assert.equal((await cli.run('export', '--to', 'jsonl', '-o', 'link.jsonl', ...card, 'news')).status, 0);
    assert.ok(lstatSync(path.join(cli.folder, 'link.jsonl')).isSymbolicLink());
    assert.equal(JSON.parse(read('whole.jsonl')).text, TEXT);
    assert.match(read('cards/new/README.md'), /^# News corpus/);
  });

  it('says in a line that a disk is full, and leaves nothing half-written under its name', async () => {
    for (const [command, name] of [
      ['NEWSMARK export --to jsonl news > /dev/full', 'standard output'],
      ['NEWSMARK recognize -o /dev/full news', '/dev/full'],
      ['NEWSMARK export --to jsonl -o /dev/full news', '/dev/full'],
    ]) {
      const { status, errors } = await shell(command ?? '');
      assert.equal(status, 1);
      assert.equal(errors, `newsmark: ${name}: ENOSPC: no space left on device, write\n`);
    }
  });

  it('writes to a pipe that is named', async () => {
    const { status, out } = await shell('NEWSMARK export --to jsonl -o >(cat) news | cat');
    assert.equal(status, 0);
    assert.equal(JSON.parse(out).text, TEXT);
  });

  it('imports to the end also where nobody reads what it says', async () => {
    mkdirSync(path.join(cli.folder, 'many'));
    const numbers = Array.from({ length: 40 }, (_, index) => index);
    const lines = numbers.map((id) => {
      cli.file(`many/${id}.txt`, `Putin met Xi ${id} times.\n`);
      return JSON.stringify({ id, text: `Putin met Xi ${id} times.\n`, label: [[0, 5, 'PERSON']] });
    });
    cli.file('many.jsonl', lines.join('\n'));
    const { out } = await shell(`NEWSMARK import --onto many many.jsonl | head -n 1; echo \${PIPESTATUS[0]}`);
    assert.match(out, /^many.0\.txt: 1 annotation.*\n0\n$/);
    const sidecars = readdirSync(path.join(cli.folder, 'many')).filter((name) => name.endsWith('.json'));
    assert.equal(sidecars.length, 40);
  });
});
