import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inOrder } from '../../../src/core/inOrder';

describe('jobs in order', () => {
  const all = async <T>(values: AsyncIterable<T>): Promise<T[]> => {
    const found: T[] = [];
    for await (const value of values) found.push(value);
    return found;
  };

  it('give what comes of them in the order of the values, whichever ends first, and no more at a time than wanted', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.nat(5)), fc.integer({ min: 1, max: 4 }), async (turns, count) => {
        let underWay = 0;
        let most = 0;
        const job = async (turn: number) => {
          most = Math.max(most, ++underWay);
          for (let left = turn; left > 0; left--) await Promise.resolve();
          underWay--;
          return turn;
        };
        assert.deepEqual(await all(inOrder(turns, job, count)), turns);
        assert.ok(most <= count);
      }),
    ));

  it('fail when it is their turn, and leave the rest', async () => {
    const begun: number[] = [];
    const job = (value: number) => {
      begun.push(value);
      if (value === 2) throw new Error('two');
      return value;
    };
    const jobs = inOrder([1, 2, 3, 4, 5, 6], job, 3);
    assert.equal((await jobs.next()).value, 1);
    await assert.rejects(jobs.next(), /two/);
    assert.equal((await jobs.next()).done, true);
    assert.deepEqual(begun, [1, 2, 3, 4]);
  });

  it('are not begun any more once nobody asks', async () => {
    const begun: number[] = [];
    for await (const value of inOrder([1, 2, 3, 4], (each) => begun.push(each), 2)) if (value > 0) break;
    assert.deepEqual(begun, [1, 2]);
  });
});
