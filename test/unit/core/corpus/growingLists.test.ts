import assert from 'node:assert/strict';
import fc from 'fast-check';
import { GrowingLists } from '../../../../src/core/corpus/growingLists';

describe('lists that grow', () => {
  it('keep what was put into each, in its order', () => {
    const anyPush = fc.tuple(fc.nat(12), fc.nat(1_000));
    fc.assert(
      fc.property(fc.array(anyPush, { maxLength: 3_000, size: 'max' }), (pushes) => {
        const lists = new GrowingLists();
        const wanted = new Map<number, (readonly [number, number])[]>();
        pushes.forEach(([list, value], at) => {
          lists.push(list, value, at);
          wanted.set(list, [...(wanted.get(list) ?? []), [value, at]]);
        });
        for (let list = 0; list <= 13; list++) {
          const found: (readonly [number, number])[] = [];
          lists.each(list, (first, second) => found.push([first, second]));
          assert.deepEqual(found, wanted.get(list) ?? []);
        }
      }),
      { numRuns: 30 },
    );
  });
});
