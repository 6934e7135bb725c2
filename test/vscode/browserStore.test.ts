import { assert } from 'chai';
import * as vscode from 'vscode';
import { type BrowserStorage, indexedDbStore } from '../../src/web/indexedDbStore';
import { keepsAnIndex } from '../support/corpusStoreContract';
import { until } from '../support/until';
import { followsFiles } from '../support/upkeepContract';
import { openArticle, STORY, services, write } from './support';

/** What there is in a browser; in Node.js there is none of it. */
interface Scope extends BrowserStorage {
  readonly indexedDB: BrowserStorage['indexedDB'] & {
    databases(): Promise<readonly { readonly name: string }[]>;
  };
}

const scope = globalThis as unknown as Partial<Scope>;

if (scope.indexedDB && scope.IDBKeyRange) {
  const { indexedDB, IDBKeyRange } = scope;
  describe('the index in the browser’s database', () => {
    let made = 0;
    const name = () => `newsmark test ${made}`;
    keepsAnIndex(
      () => indexedDbStore({ indexedDB, IDBKeyRange }, name()),
      () => {
        indexedDB.deleteDatabase(name());
        made++;
      },
    );
    after(() => indexedDB.deleteDatabase(name()));

    describe('over files that change beneath it', () => {
      const names: string[] = [];
      // A browser takes a while for each turn.
      followsFiles(() => {
        const own = `newsmark test followed ${names.length}`;
        names.push(own);
        return () => indexedDbStore({ indexedDB, IDBKeyRange }, own);
      }, 1_500);
      after(() => {
        for (const own of names) indexedDB.deleteDatabase(own);
      });
    });

    it('is where the editor keeps what it has read', async () => {
      const { corpus } = await services();
      const { article } = await openArticle(await write('kept.txt', STORY));
      const other = await write('kept-too.txt', STORY);
      await until('the other article to be indexed', () => corpus.index.has(other.toString()));
      const own = await until('the database of this workspace', async () => {
        const all = await indexedDB.databases();
        return all.find((database) => database.name.startsWith('newsmark ') && database.name.endsWith('/corpus'))?.name;
      });
      const found = await until('the article to be kept', async () => {
        const paths: string[] = [];
        const store = indexedDbStore({ indexedDB, IDBKeyRange }, own);
        await store.load(async (articles) => void paths.push(...articles.map(({ path }) => path)));
        store.close();
        return paths.includes(other.toString()) && paths;
      });
      assert.include(found, other.toString());
      assert.isTrue(vscode.workspace.getWorkspaceFolder(article.uri) !== undefined);
    });
  });
}
