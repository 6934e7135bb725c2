import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CommandLine } from '../../support/commandLine';

describe('newsmark recognize over many articles', () => {
  const cli = new CommandLine();
  const file = (name: string) => path.join(cli.folder, name);
  const names = Array.from({ length: 30 }, (_, index) => `a${index}.txt`);

  before(async () => {
    await cli.build();
    for (const [index, name] of names.entries())
      cli.file(
        name,
        `PARIS — Emmanuel Macron met Olaf Scholz ${index + 2} times in Berlin, for $${index} million.\n`.repeat(
          (index % 5) + 1,
        ),
      );
  });
  after(() => cli.remove());

  it('prints the same with several threads, in the same order', async () => {
    const one = await cli.run('recognize', ...names, 'not-there.txt');
    const three = await cli.run('recognize', '--jobs', '3', ...names, 'not-there.txt');
    assert.equal(one.out.split('\n').length, 31);
    assert.deepEqual(three, one);
    assert.equal(one.status, 1);
  });

  it('has no more threads than the variable allows, and says so where it makes no sense', async () => {
    const before = process.env.NEWSMARK_JOBS;
    try {
      process.env.NEWSMARK_JOBS = '1';
      const one = await cli.run('recognize', '--jobs', '0', ...names);
      assert.equal(one.status, 0);
      assert.equal(one.out.split('\n').length, 31);
      process.env.NEWSMARK_JOBS = 'few';
      const none = await cli.run('recognize', ...names);
      assert.equal(none.status, 2);
      assert.match(none.errors, /NEWSMARK_JOBS/);
    } finally {
      if (before === undefined) delete process.env.NEWSMARK_JOBS;
      else process.env.NEWSMARK_JOBS = before;
    }
  });

  it('goes on where a run was cut short, to the same file', async () => {
    await cli.run('recognize', '-o', 'whole.jsonl', ...names);
    const whole = readFileSync(file('whole.jsonl'), 'utf8');
    const cut = whole.slice(0, Math.floor(whole.length / 2));
    writeFileSync(file('cut.jsonl'), cut);
    const { status } = await cli.run('recognize', '-j', '2', '-o', 'cut.jsonl', '--resume', ...names);
    assert.equal(status, 0);
    assert.equal(readFileSync(file('cut.jsonl'), 'utf8'), whole);
    await cli.run('recognize', '-o', 'fresh.jsonl', '--resume', ...names);
    assert.equal(readFileSync(file('fresh.jsonl'), 'utf8'), whole);
  });

  it('does not go on with a file that is something else', async () => {
    cli.file('other.jsonl', 'hello\n');
    const { status, errors } = await cli.run('recognize', '-o', 'other.jsonl', '--resume', ...names);
    assert.equal(status, 1);
    assert.match(errors, /other\.jsonl:1: this is no line of newsmark recognize/);
    assert.equal(readFileSync(file('other.jsonl'), 'utf8'), 'hello\n');
    cli.file('prose.txt', 'An article without a line end');
    assert.equal((await cli.run('recognize', '-o', 'prose.txt', '--resume', ...names)).status, 1);
    assert.equal(readFileSync(file('prose.txt'), 'utf8'), 'An article without a line end');
    assert.equal((await cli.run('recognize', '--resume', ...names)).status, 2);
    assert.equal((await cli.run('recognize', '--jobs', 'all', ...names)).status, 2);
  });
});
