import assert from 'node:assert/strict';
import { type AnswerCache, createAnswerCache } from '../../../../src/core/knowledge/lookup/answerCache';
import type { Timer } from '../../../../src/core/knowledge/lookup/fetchPort';
import { failureInWords, LookupError } from '../../../../src/core/knowledge/lookup/lookupError';
import { pictureAddress, pictureData } from '../../../../src/core/knowledge/lookup/picture';
import { createTurns } from '../../../../src/core/knowledge/lookup/turns';
import { createWikidata } from '../../../../src/core/knowledge/lookup/wikidata';
import type { Drawer } from '../../../../src/core/ports';
import { hostFetch } from '../../../../src/vscode/adapt/fetcher';
import { type Manner, startWikidata, type WikidataServer } from '../../../support/wikidataServer';

/** A drawer in memory. */
function memoryDrawer(): Drawer & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    list: async (prefix) => [...entries.keys()].filter((name) => name.startsWith(prefix)),
    read: async (name) => entries.get(name),
    write: async (name, text) => void entries.set(name, text),
    remove: async (name) => void entries.delete(name),
  };
}

/** A clock that stands still but for pauses, which take no time. */
function stillTimer(): Timer & { at: number; readonly pauses: number[] } {
  const pauses: number[] = [];
  return {
    at: 1_000_000,
    pauses,
    now() {
      return this.at;
    },
    async pause(milliseconds) {
      pauses.push(milliseconds);
      this.at += milliseconds;
    },
  };
}

describe('look-ups in Wikidata', () => {
  let server: WikidataServer;
  beforeEach(async () => {
    server = await startWikidata();
  });
  afterEach(() => server.close());

  const asking = (cache: AnswerCache = createAnswerCache(memoryDrawer(), stillTimer()), limit = 5_000) =>
    createWikidata({
      fetch: hostFetch('Newsmark/test', limit),
      cache,
      inTurn: (job) => job(),
      servers: { items: server.url, pages: `${server.url}/` },
    });
  const failureOf = async (manner: Manner, limit?: number) => {
    server.manner = manner;
    try {
      await asking(undefined, limit).search('Putin');
    } catch (error) {
      assert.ok(error instanceof LookupError, String(error));
      assert.ok(failureInWords(error).length > 20);
      return error.failure;
    }
    return 'none';
  };

  it('find items of a name, and the first sentence on one', async () => {
    const wikidata = asking();
    assert.deepEqual(await wikidata.search('Putin & Co?'), [
      { id: 'Q7747', label: 'Vladimir Putin', description: 'President of Russia' },
      { id: 'Q4', label: 'Putin', description: 'a river made up for a test' },
    ]);
    assert.match(server.asked[0] ?? '', /search=Putin%20%26%20Co%3F&/);
    assert.equal(
      (await wikidata.summary('Q7747'))?.sentence,
      'Vladimir V. Putin is a politician who is the president of Russia.',
    );
    assert.ok(server.asked.includes('/api/rest_v1/page/summary/Vladimir_Putin'));
  });

  it('find the picture of an item, ask for it once, and name its page on Commons', async () => {
    const wikidata = asking();
    const picture = (await wikidata.summary('Q7747'))?.picture;
    assert.ok(picture);
    assert.equal(picture.page, 'https://commons.wikimedia.org/wiki/File:Putin_%282024%29.jpg');
    const [first, again] = await Promise.all([wikidata.picture(picture), wikidata.picture(picture)]);
    assert.match(first ?? '', /^data:image\/png;base64,iVBORw0KGgo/);
    assert.equal(await wikidata.picture(picture), first);
    assert.equal(again, first);
    server.manner = 'script';
    await assert.rejects(asking().picture(picture), { failure: 'nonsense' });
  });

  it('find the item of a place by its number in GeoNames', async () => {
    assert.equal(await asking().itemOfPlace('1816670'), 'Q956');
    assert.equal(await asking().itemOfPlace('1'), undefined);
    assert.equal(await asking().itemOfPlace('1|P31=Q5'), undefined);
    server.manner = 'script';
    assert.equal(await asking().itemOfPlace('1816670'), undefined);
    assert.equal(server.asked.length, 3);
  });

  it('take for a picture no address but those of Wikimedia Commons', () => {
    const page = (source: string) => pictureAddress(source, 'https://en.wikipedia.org/')?.page;
    const commons = 'https://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/X.jpg/330px-X.jpg';
    assert.equal(page(commons), 'https://commons.wikimedia.org/wiki/File:X.jpg');
    // Not free to show, elsewhere, somebody's machine, a way out of Markdown.
    for (const other of [
      commons.replace('commons', 'en'),
      commons.replace('upload.wikimedia.org', 'upload.wikimedia.org.example'),
      commons.replace('https', 'http'),
      'file:///etc/passwd',
      commons.replace('X.jpg/', 'X)](command:newsmark.reject).jpg/'),
      commons.replace('X.jpg/', '%2/'),
      '',
    ])
      assert.equal(page(other), undefined, other);
  });

  it('take for a picture no file but one that can hold no program', () => {
    const data = (...bytes: number[]) => pictureData(Buffer.from(bytes).toString('base64'))?.split(',')[0];
    const letters = (words: string) => [...Buffer.from(words, 'latin1')];
    assert.equal(data(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3), 'data:image/jpeg;base64');
    assert.equal(data(...letters('\x89PNG\r\n\x1a\n...')), 'data:image/png;base64');
    assert.equal(data(...letters('RIFF\x01\x02\x03\x04WEBPVP8 ')), 'data:image/webp;base64');
    assert.equal(data(...letters('<svg xmlns="http://www.w3.org/2000/svg"/>')), undefined);
    assert.equal(data(0xff, 0xd8, 0xff, ...new Array(70_000).fill(1)), undefined);
    assert.equal(pictureData('/9j/)](command:x)'), undefined);
  });

  it('ask for nothing that is no item', async () => {
    assert.equal(await asking().summary('../../secret'), undefined);
    assert.deepEqual(server.asked, []);
  });

  it('are kept on disk, and asked for again when old or damaged', async () => {
    const [drawer, timer] = [memoryDrawer(), stillTimer()];
    const search = () => asking(createAnswerCache(drawer, timer)).search('Putin');
    const first = await search();
    assert.deepEqual(await search(), first);
    assert.equal(server.asked.length, 1);
    timer.at += 31 * 24 * 60 * 60 * 1000;
    await search();
    assert.equal(server.asked.length, 2);
    for (const name of drawer.entries.keys()) drawer.entries.set(name, '{"at": 1, "url');
    assert.deepEqual(await search(), first);
    assert.equal(server.asked.length, 3);
  });

  it('are answered from disk while nobody is there', async () => {
    const [drawer, timer] = [memoryDrawer(), stillTimer()];
    const wikidata = asking(createAnswerCache(drawer, timer));
    const first = await wikidata.search('Putin');
    await server.close();
    assert.deepEqual(await wikidata.search('Putin'), first);
    await assert.rejects(wikidata.search('Xi'), { failure: 'unreachable' });
    server = await startWikidata();
  });

  it('go on without a disk', async () => {
    const full = { ...memoryDrawer(), write: () => Promise.reject(new Error('full')) };
    const errors: unknown[] = [];
    const cache = createAnswerCache(full, stillTimer(), (error) => errors.push(error));
    assert.equal((await asking(cache).search('Putin')).length, 2);
    assert.equal(errors.length, 1);
  });

  it('say what is wrong with a server that hangs, stops halfway, refuses or is another one', async () => {
    assert.equal(await failureOf('hanging', 100), 'slow');
    assert.equal(await failureOf('half', 100), 'slow');
    assert.equal(await failureOf('refusing'), 'refused');
    assert.equal(await failureOf('html'), 'nonsense');
    assert.equal(await failureOf('wrong types'), 'nonsense');
    assert.equal(await failureOf('huge'), 'nonsense');
  });

  it('keep no answer that is none', async () => {
    const [drawer, timer] = [memoryDrawer(), stillTimer()];
    server.manner = 'wrong types';
    await assert.rejects(asking(createAnswerCache(drawer, timer)).search('Putin'), { failure: 'nonsense' });
    assert.equal(drawer.entries.size, 0);
    server.manner = 'well';
    assert.equal((await asking(createAnswerCache(drawer, timer)).search('Putin')).length, 2);
  });

  it('take of scripts their words alone, and no item that is none', async () => {
    server.manner = 'script';
    assert.deepEqual(await asking().search('Putin'), [
      { id: 'Q7747', label: '<script>alert(1)</script>$(trash)', description: 'line one line two' },
    ]);
  });

  it('come one after another, a second apart', async () => {
    const timer = stillTimer();
    const inTurn = createTurns(1_000, timer);
    const order: number[] = [];
    const failing = inTurn(() => Promise.reject(new Error('first')));
    const jobs = [1, 2].map((number) => inTurn(async () => order.push(number)));
    await assert.rejects(failing);
    await Promise.all(jobs);
    assert.deepEqual(order, [1, 2]);
    assert.deepEqual(timer.pauses, [1_000, 1_000]);
  });

  it('keep no more answers than there is room for', async () => {
    const [drawer, timer] = [memoryDrawer(), stillTimer()];
    const cache = createAnswerCache(drawer, timer);
    for (let number = 0; number < 560; number++) {
      timer.at++;
      await cache.put(`https://x.test/${number}`, '{}');
    }
    assert.ok(drawer.entries.size <= 550, String(drawer.entries.size));
    assert.equal(await cache.get('https://x.test/0'), undefined);
    assert.equal(await cache.get('https://x.test/559'), '{}');
  });
});
