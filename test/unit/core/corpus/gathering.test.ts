import assert from 'node:assert/strict';
import { Gathering, type Touched } from '../../../../src/core/corpus/gathering';
import { ManualTimers } from '../../../support/indexedFolder';

function gathering() {
  const timers = new ManualTimers();
  const told: Touched[] = [];
  return { timers, told, changes: new Gathering(timers, (touched) => told.push(touched)) };
}

describe('changes of files', () => {
  it('are told together once they rest, each file once', () => {
    const { timers, told, changes } = gathering();
    for (const path of ['a', 'b', 'a', 'a']) {
      changes.add(path);
      timers.pass(300);
    }
    assert.deepEqual(told, []);
    timers.pass(300);
    assert.deepEqual(told, [['a', 'b']]);
    timers.pass(10_000);
    assert.equal(told.length, 1);
  });

  it('are told after some seconds, though one file never rests', () => {
    const { timers, told, changes } = gathering();
    changes.add('article');
    for (let written = 0; written < 120; written++) {
      changes.add('log');
      timers.pass(100);
    }
    assert.deepEqual(told, [['article', 'log'], ['log']]);
  });

  it('are only told to be many where they are', () => {
    const { timers, told, changes } = gathering();
    for (let number = 0; number < 10_000; number++) changes.add(`${number}`);
    assert.ok(changes.size < 1_100);
    timers.pass(600);
    assert.deepEqual([told, changes.size], [['many'], 0]);
    changes.add('a');
    timers.pass(600);
    assert.deepEqual(told[1], ['a']);
  });

  it('are told to nobody who has gone', () => {
    const { timers, told, changes } = gathering();
    changes.add('a');
    changes.dispose();
    timers.pass(10_000);
    assert.deepEqual(told, []);
  });
});
