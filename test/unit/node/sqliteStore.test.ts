import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CorpusStore } from '../../../src/core/corpus/corpusStore';
import { sqliteStore } from '../../../src/node/sqliteStore';
import { keepsAnIndex } from '../../support/corpusStoreContract';
import { followsFiles } from '../../support/upkeepContract';

const hasSqlite = process.getBuiltinModule?.('node:sqlite') !== undefined;

describe('the index in an SQLite database', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsmark-sqlite-'));
  const file = path.join(folder, 'corpus', 'index.sqlite');
  const open = (at = file): CorpusStore => {
    const store = sqliteStore(at);
    assert.ok(store);
    return store;
  };
  after(() => rmSync(folder, { recursive: true, force: true }));
  if (!hasSqlite) {
    it('is not there in a Node without SQLite', () => assert.equal(sqliteStore(file), undefined));
    return;
  }
  keepsAnIndex(
    () => open(),
    () => rmSync(path.dirname(file), { recursive: true, force: true }),
  );

  describe('over files that change beneath it', () => {
    let made = 0;
    followsFiles(() => {
      const own = path.join(folder, `followed-${++made}.sqlite`);
      return () => open(own);
    });
  });

  it('is made anew where the file is no database', async () => {
    const other = path.join(folder, 'other.sqlite');
    const first = open(other);
    await first.write({ put: [{ path: 'a', stamp: '', packed: new Uint8Array(9) }], removed: [] });
    first.close();
    writeFileSync(other, 'This is no database, however long it is. '.repeat(200));
    const store = open(other);
    assert.equal(await store.load(async () => undefined), 1);
    await store.write({ put: [{ path: 'b', stamp: '', packed: new Uint8Array(9) }], removed: [] });
    const found: string[] = [];
    assert.equal(await store.load(async (articles) => void found.push(...articles.map((one) => one.path))), 0);
    assert.deepEqual(found, ['b']);
    store.close();
  });
});
