import { assert } from 'chai';
import type { CorpusStore } from '../../src/core/corpus/corpusStore';
import { IndexedFolder, noting } from './indexedFolder';

/** A place for an index: the same one each time it is opened. */
export type Place = () => CorpusStore | Promise<CorpusStore>;

/** So much is done at most between two turns of others. */
const SLICE = 300;

export const named = (number: number) => `news/2024/${number}.txt`;

async function pathsIn(store: CorpusStore): Promise<readonly string[]> {
  const found: string[] = [];
  await store.load(async (articles) => {
    for (const { path } of articles) found.push(path);
  });
  store.close();
  return found.sort();
}

/** What is indexed and what is kept is what there is, and nobody was told of an error. */
async function assertRight(folder: IndexedFolder, place: Place): Promise<void> {
  await folder.settle();
  assert.deepEqual(folder.indexed, folder.wanted);
  await folder.close();
  assert.deepEqual(await pathsIn(await place()), [...folder.files.keys()].sort());
  assert.deepEqual([folder.leftOut, folder.warnings], [[], []]);
}

export async function folderOf(place: Place, count: number): Promise<IndexedFolder> {
  const folder = new IndexedFolder(await place());
  for (let number = 0; number < count; number++) folder.write(named(number), `Anna Berg${number}`, false);
  await folder.open();
  await folder.settle();
  folder.reads.clear();
  folder.progress.length = 0;
  folder.mostAtOnce = 0;
  return folder;
}

/**
 * What becomes of an index whose files change while it is made, wherever it is kept.
 * @param placeFor a new, empty place
 * @param many how many files change at once
 */
export function followsFiles(placeFor: () => Place, many = 10_000): void {
  let place: Place;
  beforeEach(() => {
    place = placeFor();
  });

  describe('has no article that disappears', () => {
    const moments = ['listed', 'stated', 'begun', 'read', 'packed'] as const;
    for (const moment of moments)
      for (const isTold of [true, false])
        it(`once it is ${moment}, ${isTold ? 'told' : 'untold'}`, async () => {
          const folder = new IndexedFolder(await place());
          for (const name of ['a.txt', 'b.txt', 'c.txt']) folder.write(name, `Anna ${name}`, false);
          folder.hooks[moment] = (name?: string) => {
            if ((name ?? 'b.txt') === 'b.txt' && folder.files.has('b.txt')) folder.delete('b.txt', isTold);
          };
          await folder.open();
          await folder.settle();
          // Of what goes unheard while it is read, the next look finds out.
          if (!isTold && (moment === 'read' || moment === 'packed')) await folder.upkeep.look();
          assert.deepEqual(folder.indexed, { 'a.txt': 'Anna a.txt', 'c.txt': 'Anna c.txt' });
          await assertRight(folder, place);
        });

    it('and is told of while it is read', async () => {
      const folder = new IndexedFolder(await place());
      for (const name of ['a.txt', 'b.txt', 'c.txt']) folder.write(name, `Anna ${name}`, false);
      folder.hooks.read = (name) => {
        if (name !== 'b.txt') return;
        folder.delete(name);
        folder.timers.pass(600);
      };
      await folder.open();
      await assertRight(folder, place);
    });

    it('and comes back while it is read', async () => {
      const folder = new IndexedFolder(await place());
      folder.write('b.txt', 'Anna Berg', false);
      folder.hooks.packed = (name) => {
        delete folder.hooks.packed;
        folder.delete(name);
        folder.timers.pass(600);
        folder.write(name, 'Boris Berg');
      };
      await folder.open();
      await assertRight(folder, place);
    });

    it('and goes on without a sidecar that disappears while it is read', async () => {
      const folder = await folderOf(place, 3);
      const file = folder.files.get(named(1));
      assert.isOk(file);
      file.sidecar = 'decided';
      folder.hooks.read = (name) => {
        if (name === named(1) && file.sidecar) folder.gathering.add(name);
        delete file.sidecar;
      };
      folder.gathering.add(named(1));
      await assertRight(folder, place);
      assert.strictEqual(folder.reads.get(named(1)), 2);
    });
  });

  it('goes on where one of the files can’t be indexed, and says so once', async () => {
    const folder = await folderOf(place, 3);
    folder.write(named(1), 'hang');
    folder.write(named(2), 'Boris Berg');
    await folder.settle();
    await folder.upkeep.look();
    assert.deepEqual(folder.indexed, { [named(0)]: 'Anna Berg0', [named(2)]: 'Boris Berg' });
    assert.deepEqual(folder.leftOut, [`${named(1)}: Error: It does not come to an end.`]);
    await folder.close();
  });

  it('takes in many changed files, each once, told in one burst and again one by one', async () => {
    const folder = await folderOf(place, many);
    for (let number = 0; number < many; number++) folder.write(named(number), `Boris Berg${number}`);
    assert.isOk(folder.gathering.size <= 1_001, `${folder.gathering.size} paths are remembered`);
    folder.timers.pass(600);
    // The same again, while they are being indexed: a watcher tells late.
    for (let number = 0; number < many; number += 10) {
      folder.gathering.add(named(number));
      folder.timers.pass(1);
    }
    await folder.settle();
    assert.strictEqual(folder.reads.size, many);
    assert.deepEqual(
      [...folder.reads].filter(([, count]) => count !== 1),
      [],
    );
    assert.isOk(folder.mostAtOnce <= SLICE, `${folder.mostAtOnce} at once`);
    const { state, done, total } = folder.progress.at(-1) ?? {};
    assert.strictEqual(state, 'resting');
    assert.strictEqual(done, total);
    // They are found in slices, and the first ones are indexed when all have been found.
    assert.isOk(folder.progress.every((told) => told.done <= told.total && told.total <= many + 1_001));
    await assertRight(folder, place);
  }).timeout(120_000);

  it('follows a checkout that removes half and adds as many, and knows them all the next time', async () => {
    const folder = await folderOf(place, many);
    for (let number = 0; number < many; number += 2) {
      folder.delete(named(number));
      folder.write(`news/2025/${number}.txt`, `Carla Berg${number}`);
    }
    await folder.settle();
    assert.strictEqual(folder.reads.size, many / 2, 'what has not changed is not read');
    assert.strictEqual(folder.index.size, many);
    assert.isOk(folder.mostAtOnce <= SLICE, `${folder.mostAtOnce} at once`);
    await assertRight(folder, place);
    const next = new IndexedFolder(await place(), folder.files);
    await next.open();
    assert.strictEqual(next.reads.size, 0);
    await assertRight(next, place);
  }).timeout(120_000);

  it('writes so much at a time that others get their turn', async () => {
    let most = 0;
    const store = noting(await place(), ({ put, removed }) => {
      most = Math.max(most, put.length + removed.length);
    });
    const folder = new IndexedFolder(store);
    for (let number = 0; number < 3_000; number++) folder.write(named(number), 'Anna Berg', false);
    await folder.open();
    await folder.settle();
    for (let number = 0; number < 3_000; number++) folder.delete(named(number));
    await assertRight(folder, place);
    assert.isOk(most <= 500, `${most} at once`);
  }).timeout(30_000);

  it('follows a folder that is renamed, a folder called like an article too', async () => {
    for (const to of ['news/2025', 'news/2025.txt']) {
      const folder = await folderOf(place, 40);
      folder.write('other.txt', 'Dora Berg');
      folder.folders.add('news/2024');
      folder.renameFolder('news/2024', to);
      await folder.settle();
      assert.isOk(folder.index.has(`${to}/7.txt`));
      folder.renameFolder(to, 'news/2024');
      await assertRight(folder, place);
      assert.isOk(folder.index.has(named(7)));
    }
  });

  it('has what came while a list was made that does not have it yet', async () => {
    const folder = await folderOf(place, 100);
    // A checkout in two steps: what it takes away first is back before all the rest was looked at.
    folder.delete(named(1), false);
    folder.hooks.listed = () => {
      delete folder.hooks.listed;
      folder.write(named(1), 'Boris Berg');
      folder.timers.pass(600);
    };
    await folder.upkeep.look();
    await assertRight(folder, place);
  });

  it('indexes a file again that changes while it is indexed, and ends with what it says last', async () => {
    const folder = await folderOf(place, 5);
    let round = 0;
    folder.hooks.packed = (name) => {
      if (name !== named(3) || ++round > 4) return;
      folder.write(name, `Boris Berg${round}`);
      folder.timers.pass(600);
    };
    folder.write(named(3), 'Boris Berg');
    await assertRight(folder, place);
    assert.strictEqual(folder.index.article(named(3))?.mentions[0]?.name, 'Boris Berg4');
    assert.strictEqual(folder.reads.get(named(3)), 5);
  });
}
