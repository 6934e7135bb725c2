import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { seeded } from '../bench/support/random';
import { printTable } from '../bench/support/report';
import { CommandLine, type Ran, ran } from '../support/commandLine';

/** The sentences that articles are put together of. */
function sentences(): string[] {
  const texts = readdirSync('samples')
    .filter((name) => /\.(?:article|txt)$/.test(name))
    .map((name) => readFileSync(path.join('samples', name), 'utf8'));
  return texts.flatMap((text) => text.split(/(?<=[.!?])\s+/)).filter((sentence) => sentence.length > 20);
}

/** Articles of some 400 words as lines of JSON, each a mixture of its own. */
function articles(count: number): string[] {
  const all = sentences();
  const random = seeded(1);
  return Array.from({ length: count }, (_, index) => {
    const paragraphs = Array.from({ length: 6 }, () =>
      [random.pick(all), random.pick(all), random.pick(all)].join(' '),
    );
    return JSON.stringify({ id: `article ${index}`, text: `${paragraphs.join('\n\n')}\n`, published: '2024-05-15' });
  });
}

describe('Newsmark as a step of Apache Spark', () => {
  const cli = new CommandLine();
  const file = (name: string) => path.join(cli.folder, name);
  const lines = articles(300);
  // Some of a partition's lines can't be read, for one reason or another.
  lines.splice(70, 1, 'nonsense', '{"id":"no text"}', '', '{"id":"\u2028","text":"Paris\u2028is\u0085in France."}');
  let local = '';

  before(async () => {
    const { NEWSMARK_SPARK: spark } = process.env;
    if (spark === undefined) throw new Error('There is no Spark here: npm run test:spark installs it.');
    process.env.PATH = `${path.join(spark, 'bin')}${path.delimiter}${process.env.PATH}`;
    process.env.PYSPARK_PYTHON = path.join(spark, 'bin', 'python');
    await cli.build();
    cli.file('articles.jsonl', lines.map((line) => `${line}\n`).join(''));
    const { status, errors, out } = await cli.runOn(`${lines.join('\n')}\n`, 'recognize', '--error-lines', '-');
    assert.equal(status, 0, errors);
    local = out;
  });
  after(() => cli.remove());

  function submit(master: string, ...args: string[]): Promise<Ran> {
    const settings = [
      'spark.ui.enabled=false',
      'spark.driver.host=127.0.0.1',
      'spark.driver.bindAddress=127.0.0.1',
      `spark.local.dir=${file('spark')}`,
      'spark.executor.memory=1g',
    ];
    const script = path.resolve('scripts/cluster/newsmark_spark.py');
    const given = ['--master', master, ...settings.flatMap((setting) => ['--conf', setting]), script];
    return ran('spark-submit', [...given, '--program', cli.program, ...args], cli.folder);
  }

  /** What the parts of a result are, one after the other. */
  function parts(folder: string): string[] {
    const names = readdirSync(file(folder)).filter((name) => name.startsWith('part-'));
    return names.sort().map((name) => readFileSync(path.join(file(folder), name), 'utf8'));
  }

  /** A program to take for node, which does something else the first time it is run. */
  function nodeThatFirst(name: string, does: string): string {
    const script = `#!/bin/sh\nif mkdir '${file(`${name}.done`)}' 2>/dev/null; then\n${does}\nfi\nexec node "$@"\n`;
    writeFileSync(file(name), script);
    chmodSync(file(name), 0o755);
    return file(name);
  }

  it('gives what one machine gives, byte for byte, also of articles that can’t be read', async () => {
    const { status, errors } = await submit('local[2]', '--partitions', '7', 'articles.jsonl', 'plain');
    assert.equal(status, 0, errors);
    const found = parts('plain');
    assert.equal(found.length, 7);
    assert.equal(found.join(''), local);
    assert.equal(local.split('\n').filter((line) => line.includes('"error":')).length, 2);
  });

  it('does the work again of a process that was killed half-way', async () => {
    const node = nodeThatFirst('killed-node', 'node "$@" | head -n 9\nkill -KILL $$');
    // Locally, Spark tries nothing again unless it is told how often.
    const { status, errors } = await submit(
      'local[2,4]',
      '--node',
      node,
      '--partitions',
      '5',
      'articles.jsonl',
      'killed',
    );
    assert.equal(status, 0, errors);
    assert.match(errors, /newsmark ended with -9/);
    assert.equal(parts('killed').join(''), local);
  });

  it('does the work again of an executor that was killed half-way, on another', async () => {
    const findExecutor = 'p=$$; while [ "$(cat /proc/$p/comm)" != java ]; do p=$(cut -d" " -f4 /proc/$p/stat); done';
    const node = nodeThatFirst('killing-node', `node "$@" | head -n 9\n${findExecutor}\nkill -KILL $p; sleep 600`);
    const cluster = 'local-cluster[2,1,1024]';
    const { status, errors } = await submit(cluster, '--node', node, '--partitions', '5', 'articles.jsonl', 'executor');
    assert.equal(status, 0, errors);
    assert.match(errors, /Lost executor/);
    assert.equal(parts('executor').join(''), local);
  });

  it('fails, says why, and leaves nothing that looks whole, where Newsmark can’t be run', async () => {
    const { status, errors } = await submit('local[1]', 'articles.jsonl', 'wrong', '--labels', 'not-there.json');
    assert.notEqual(status, 0);
    assert.match(errors, /newsmark ended with 1: newsmark: not-there\.json/);
    assert.throws(() => statSync(path.join(file('wrong'), '_SUCCESS')));
  });

  it('prints how fast it is over cores and executors', async () => {
    const many = articles(1500);
    const words = many.reduce((sum, line) => sum + line.split(/\s+/).length, 0);
    const input = many.map((line) => `${line}\n`).join('');
    cli.file('many.jsonl', input);
    const node = countingNode();
    const rows: [string, number, number, number, number][] = [];
    const take = (name: string, cores: number, seconds: number) =>
      rows.push([name, cores, words / seconds, words / seconds / cores, words / secondsCounted()]);
    for (const jobs of [1, 2]) {
      const started = performance.now();
      const args = [cli.program, 'recognize', '--jobs', String(jobs), '--output', `many-${jobs}.jsonl`, '-'];
      const { status, errors } = await ran(node, args, cli.folder, input);
      assert.equal(status, 0, errors);
      take(`newsmark --jobs ${jobs}`, jobs, (performance.now() - started) / 1000);
    }
    const masters = [
      ['local[1]', 1],
      ['local[2]', 2],
      // Executors as processes of their own, a core each, as on several machines.
      ['local-cluster[1,1,1024]', 1],
      ['local-cluster[2,1,1024]', 2],
    ] as const;
    for (const [master, cores] of masters) {
      const output = `many-${master}`;
      const { status, out, errors } = await submit(master, '--node', node, '--partitions', '4', 'many.jsonl', output);
      assert.equal(status, 0, errors);
      assert.equal(parts(output).join(''), readFileSync(file('many-1.jsonl'), 'utf8'));
      take(master, cores, Number(/ parts in ([\d.]+) s/.exec(out)?.[1]));
    }
    console.log(
      'By the clock, and by the processor time of Newsmark alone, which other work on the machine does not change:',
    );
    printTable(['', 'cores', 'words/s', 'words/s/core', 'words/processor second'], rows);
  });

  /** A program to take for node, which notes how much processor time it took. */
  function countingNode(): string {
    writeFileSync(file('counting'), `#!/bin/bash\nnode "$@"\nstatus=$?\ntimes >> '${file('times')}'\nexit $status\n`);
    chmodSync(file('counting'), 0o755);
    return file('counting');
  }

  /** Seconds of processor time since they were last asked for. */
  function secondsCounted(): number {
    const times = [...readFileSync(file('times'), 'utf8').matchAll(/(\d+)m([\d.]+)s/g)];
    rmSync(file('times'));
    return times.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
  }
});
