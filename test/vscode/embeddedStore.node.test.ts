import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { StoredArticle } from '../../src/core/corpus/corpusStore';
import { sqliteStore } from '../../src/node/sqliteStore';
import { keepsAnIndex } from '../support/corpusStoreContract';
import { followsFiles } from '../support/upkeepContract';

const folder = mkdtempSync(path.join(tmpdir(), 'newsmark-sqlite-'));
const file = path.join(folder, 'corpus.sqlite');

/** The SQLite of VS Code's own Node.js; old ones have none. */
if (sqliteStore(file)) {
  const open = (at = file) => sqliteStore(at) ?? assert.fail();
  const remove = () => rmSync(folder, { recursive: true, force: true });

  describe('the index in the SQLite database of the host', () => {
    after(remove);
    keepsAnIndex(() => open(), remove);

    describe('over files that change beneath it', () => {
      let made = 0;
      followsFiles(() => {
        const own = path.join(folder, `followed-${++made}.sqlite`);
        return () => open(own);
      });
    });

    it('has, after it was killed at any moment, what was written up to some change', async () => {
      const stored = (name: string): StoredArticle => ({ path: name, stamp: '', packed: new Uint8Array(300) });
      const store = open();
      const states = ['', 'a0', 'a0 a1', 'a0 a1 a2', 'a0 a1 a2 a3', 'a1 a2 a3'];
      await store.load(async () => undefined);
      for (let at = 0; at < 4; at++) await store.write({ put: [stored(`a${at}`)], removed: [] });
      await store.write({ put: [], removed: ['a0'] });
      // What a process that is killed leaves: a journal that ends anywhere.
      const journal = readFileSync(`${file}-wal`);
      const seen = new Set<string>();
      for (let length = 0; length <= journal.length; length += Math.max(1, Math.floor(journal.length / 40))) {
        const copy = path.join(folder, `killed-${length}.sqlite`);
        copyFileSync(file, copy);
        writeFileSync(`${copy}-wal`, journal.subarray(0, length));
        const found: string[] = [];
        const killed = open(copy);
        assert.equal(await killed.load(async (articles) => void found.push(...articles.map((one) => one.path))), 0);
        killed.close();
        seen.add(found.sort().join(' '));
      }
      store.close();
      assert.deepEqual(
        [...seen].filter((state) => !states.includes(state)),
        [],
      );
      assert.ok(seen.size > 1);
    });
  });
}
