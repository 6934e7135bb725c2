import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CommandLine, type Ran, ran } from '../../support/commandLine';

describe('the script for a Slurm array', () => {
  const cli = new CommandLine();
  const file = (name: string) => path.join(cli.folder, name);
  const part = (task: number) =>
    Array.from({ length: 12 }, (_, index) => {
      const text = `PARIS — Emmanuel Macron met ${index + 2} ministers in Berlin, for $${task} million.`;
      return index === 5 ? 'nonsense' : JSON.stringify({ id: `${task}-${index}`, text });
    })
      .map((line) => `${line}\n`)
      .join('');
  const result = (task: number) => readFileSync(file(`mentions/0000${task}.jsonl`), 'utf8');

  before(async () => {
    await cli.build();
    mkdirSync(file('parts'));
    for (const task of [0, 1]) cli.file(`parts/0000${task}.jsonl`, part(task));
  });
  after(() => cli.remove());

  /** One task of the array, as Slurm runs it. */
  function task(number: number): Promise<Ran> {
    const script = path.resolve('scripts/cluster/newsmark.slurm');
    const settings = [`SLURM_ARRAY_TASK_ID=${number}`, 'SLURM_CPUS_PER_TASK=2', `NEWSMARK=${cli.program}`];
    return ran('env', [...settings, 'bash', script, 'parts', 'mentions'], cli.folder);
  }

  it('gives what one machine gives, part for part', async () => {
    for (const number of [0, 1]) assert.deepEqual(await task(number), { status: 0, out: '', errors: '' });
    const whole = await cli.runOn(part(0) + part(1), 'recognize', '--error-lines', '-');
    assert.equal(result(0) + result(1), whole.out);
  });

  it('goes on with a part that was cut short, and leaves one that is whole', async () => {
    const whole = result(0);
    writeFileSync(file('mentions/00001.jsonl'), 'kept\n');
    writeFileSync(file('mentions/00000.jsonl.part'), whole.slice(0, whole.length / 2));
    await ran('rm', ['mentions/00000.jsonl'], cli.folder);
    for (const number of [0, 1]) assert.equal((await task(number)).status, 0);
    assert.equal(result(0), whole);
    assert.equal(result(1), 'kept\n');
    assert.deepEqual(readdirSync(file('mentions')).sort(), ['00000.jsonl', '00001.jsonl']);
  });

  it('fails where its part is not there, and leaves nothing', async () => {
    assert.notEqual((await task(7)).status, 0);
    assert.deepEqual(readdirSync(file('mentions')).sort(), ['00000.jsonl', '00001.jsonl']);
  });
});
