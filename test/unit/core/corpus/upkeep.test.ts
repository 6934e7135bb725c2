import assert from 'node:assert/strict';
import { segmentStore } from '../../../../src/core/corpus/segmentStore';
import { IndexedFolder } from '../../../support/indexedFolder';
import { memoryBlobs } from '../../../support/memoryBlobs';
import { folderOf, named } from '../../../support/upkeepContract';

describe('the index over files that change beneath it', () => {
  const inMemory = () => segmentStore(memoryBlobs());

  it('can be held in the middle of many, and goes on where it was', async () => {
    const folder = await folderOf(inMemory, 2_000);
    for (let number = 0; number < 2_000; number++) folder.write(named(number), 'Boris Berg');
    folder.hooks.read = () => {
      if (folder.reads.size === 500) folder.upkeep.pause();
    };
    await folder.settle();
    assert.equal(folder.reads.size, 500);
    assert.deepEqual(folder.progress.at(-1), { state: 'paused', done: 500, total: 2_000 });
    folder.write(named(1_999), 'Carla Berg');
    await folder.settle();
    assert.equal(folder.reads.size, 500, 'nothing is indexed meanwhile');
    await folder.upkeep.resume();
    assert.equal(folder.progress.at(-1)?.state, 'resting');
    await folder.settle();
    assert.deepEqual(folder.indexed, folder.wanted);
    assert.ok([...folder.reads.values()].every((count) => count === 1));
  });

  it('comes to nothing where it is ended in the middle', async () => {
    const folder = await folderOf(inMemory, 1_000);
    for (let number = 0; number < 1_000; number++) folder.write(named(number), 'Boris Berg');
    folder.hooks.read = () => {
      if (folder.reads.size !== 100) return;
      folder.upkeep.stop();
      folder.upkeep.forget();
    };
    await folder.settle();
    assert.deepEqual([folder.reads.size, folder.index.size], [100, 0]);
  });

  it('forgets all in the middle, and has all again', async () => {
    const folder = await folderOf(inMemory, 600);
    for (let number = 0; number < 600; number++) folder.write(named(number), 'Boris Berg');
    folder.hooks.packed = () => {
      delete folder.hooks.packed;
      folder.upkeep.forget();
      void folder.upkeep.look();
    };
    await folder.settle();
    await folder.upkeep.look();
    assert.deepEqual(folder.indexed, folder.wanted);
  });

  it('looks at all files at most twice, however often that is asked for at once', async () => {
    const folder = await folderOf(inMemory, 50);
    folder.lists = 0;
    await Promise.all(Array.from({ length: 20 }, () => folder.upkeep.look()));
    assert.equal(folder.lists, 2);
  });

  it('does not take over what was kept of a file that is indexed already', async () => {
    const folder = await folderOf(inMemory, 2);
    const old = new IndexedFolder(inMemory(), folder.files);
    old.upkeep.start();
    old.write(named(0), 'Boris Berg');
    await old.settle();
    old.upkeep.take({ path: named(0), stamp: 'old', packed: folder.index.packed(named(0)) ?? new Uint8Array() });
    assert.equal(old.index.article(named(0))?.mentions[0]?.name, 'Boris Berg');
  });

  it('indexes those again that an entry which changes meanwhile is about', async () => {
    const folder = await folderOf(inMemory, 20);
    const guess = (number: number) => folder.index.article(named(number))?.mentions[0]?.guess;
    folder.write(named(4), 'Boris Berg');
    folder.hooks.read = () => {
      delete folder.hooks.read;
      folder.know('Boris Berg', 'Anna Berg7');
    };
    await folder.settle();
    assert.deepEqual([guess(4), guess(7), guess(8)], ['own Boris Berg', 'own Anna Berg7', undefined]);
    assert.deepEqual([...folder.reads].sort(), [
      [named(4), 2],
      [named(7), 1],
    ]);
  });

  it('leaves to the editor what is open in it', async () => {
    const folder = await folderOf(inMemory, 10);
    folder.live.add(named(3));
    folder.delete(named(3));
    folder.write(named(4), 'Boris Berg');
    await folder.settle();
    assert.ok(folder.index.has(named(3)));
    folder.live.delete(named(3));
    await folder.upkeep.again(named(3));
    assert.ok(!folder.index.has(named(3)));
  });
});
