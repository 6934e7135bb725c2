import assert from 'node:assert/strict';
import { Lanes } from '../../../src/core/lanes';

describe('lanes', () => {
  const rest = () => new Promise((resolve) => setTimeout(resolve, 1));

  it('let jobs about one thing follow each other, and those about others go on meanwhile', async () => {
    const lanes = new Lanes();
    const said: string[] = [];
    const job = (about: string, name: string, beats: number) =>
      lanes.run(about, async () => {
        said.push(`${name} begins`);
        for (let beat = 0; beat < beats; beat += 1) await rest();
        said.push(`${name} ends`);
        return name;
      });
    assert.deepStrictEqual(await Promise.all([job('a', 'first', 9), job('a', 'second', 0), job('b', 'other', 0)]), [
      'first',
      'second',
      'other',
    ]);
    assert.deepStrictEqual(said, [
      'first begins',
      'other begins',
      'other ends',
      'first ends',
      'second begins',
      'second ends',
    ]);
  });

  it('are taken also after a job that failed, which alone tells of it', async () => {
    const lanes = new Lanes();
    const failing = lanes.run('a', async () => {
      await rest();
      throw new Error('no');
    });
    const next = lanes.run('a', async () => 'yes');
    const [failed, done] = await Promise.allSettled([failing, next]);
    assert.strictEqual(failed.status, 'rejected');
    assert.deepStrictEqual(done, { status: 'fulfilled', value: 'yes' });
  });
});
