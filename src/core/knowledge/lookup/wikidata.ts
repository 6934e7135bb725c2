import * as v from 'valibot';
import type { Cancellation } from '../../ports';
import type { AnswerCache } from './answerCache';
import type { Fetch } from './fetchPort';
import { LookupError } from './lookupError';
import { type PictureAddress, pictureAddress, pictureData } from './picture';

/** An item that a search found. */
export interface FoundItem {
  /** `Q7747` */
  readonly id: string;
  readonly label: string;
  readonly description: string;
}

/** What Wikipedia has on an item. */
export interface Summary {
  /** The first sentence of the English article. */
  readonly sentence: string;
  /** Where its picture is, if it has one that is free to show. */
  readonly picture?: PictureAddress;
}

export interface Wikidata {
  /** Items of a name, Wikidata's first guess first; rejects with a `LookupError`. */
  search(name: string, cancellation?: Cancellation): Promise<readonly FoundItem[]>;
  /** The item of a place that GeoNames has under a number; undefined where there is none. */
  itemOfPlace(geonames: string, cancellation?: Cancellation): Promise<string | undefined>;
  /** What the English Wikipedia's article on an item begins with; undefined where there is none. */
  summary(id: string, cancellation?: Cancellation): Promise<Summary | undefined>;
  /** A picture as an address that holds it (`data:`); undefined for what is none after all. */
  picture(address: PictureAddress, cancellation?: Cancellation): Promise<string | undefined>;
}

export interface WikidataPorts {
  readonly fetch: Fetch;
  readonly cache: AnswerCache;
  /** Runs requests one by one, not too fast. */
  readonly inTurn: <T>(job: () => Promise<T>) => Promise<T>;
  /** Where Wikidata is, and Wikipedia: `https://www.wikidata.org`. */
  readonly servers: { readonly items: string; readonly pages: string };
}

/** How many items a search gives. */
const MOST_FOUND = 12;

/** Asks Wikidata (its action API) and Wikipedia (its page summaries). Nothing that comes back is trusted to be what it should. */
export function createWikidata({ fetch, cache, inTurn, servers }: WikidataPorts): Wikidata {
  /** What is at an address, out of the cache where it is there. Only what can be read is kept. Undefined for no such page. */
  async function ask<T>(
    url: string,
    read: (text: string) => T,
    cancellation: Cancellation | undefined,
    get: Fetch['get'] = fetch.get,
  ): Promise<T | undefined> {
    const kept = await cache.get(url);
    if (kept !== undefined) return read(kept);
    return inTurn(async () => {
      // Another hover may have asked the same while this one waited.
      const since = await cache.get(url);
      if (since !== undefined) return read(since);
      const { status, text } = await get(url, cancellation);
      if (status === 404) return undefined;
      if (status < 200 || status > 299) throw new LookupError('refused');
      const answer = read(text);
      await cache.put(url, text);
      return answer;
    });
  }

  return {
    async search(name, cancellation) {
      const answer = await ask(
        address(servers.items, '/w/api.php', {
          action: 'wbsearchentities',
          search: name.slice(0, 200),
          language: 'en',
          uselang: 'en',
          type: 'item',
          limit: String(MOST_FOUND),
          ...EVERY_ANSWER,
        }),
        (text) => readAs(searchAnswer, text),
        cancellation,
      );
      return (answer?.search ?? []).flatMap(itemIn).slice(0, MOST_FOUND);
    },
    async itemOfPlace(geonames, cancellation) {
      if (!/^[1-9]\d{0,9}$/.test(geonames)) return undefined;
      const answer = await ask(
        address(servers.items, '/w/api.php', {
          action: 'query',
          list: 'search',
          srsearch: `haswbstatement:P1566=${geonames}`,
          srlimit: '1',
          ...EVERY_ANSWER,
        }),
        (text) => readAs(pagesAnswer, text),
        cancellation,
      );
      return answer?.query.search.find(({ title }) => IS_ITEM.test(title))?.title;
    },
    async summary(id, cancellation) {
      if (!IS_ITEM.test(id)) return undefined;
      const links = await ask(
        address(servers.items, '/w/api.php', {
          action: 'wbgetentities',
          ids: id,
          props: 'sitelinks',
          sitefilter: 'enwiki',
          ...EVERY_ANSWER,
        }),
        (text) => readAs(linksAnswer, text),
        cancellation,
      );
      const title = links?.entities[id]?.sitelinks?.enwiki?.title;
      if (title === undefined) return undefined;
      const path = `/api/rest_v1/page/summary/${encodeURIComponent(title.replaceAll(' ', '_'))}`;
      const url = address(servers.pages, path, {});
      const page = await ask(url, (text) => readAs(pageAnswer, text), cancellation);
      const sentence = page && sentenceIn(page.extract);
      if (sentence === undefined) return undefined;
      const picture = pictureAddress(page?.thumbnail?.source ?? '', servers.pages);
      return { sentence, ...(picture && { picture }) };
    },
    picture: ({ url }, cancellation) => ask(url, readPicture, cancellation, fetch.getBase64),
  };
}

/** JSON, and leave for pages of other origins to read it. */
const EVERY_ANSWER = { format: 'json', formatversion: '2', origin: '*' };

const IS_ITEM = /^Q[1-9]\d{0,14}$/;

const searchAnswer = v.looseObject({ search: v.array(v.unknown()) });
const foundItem = v.looseObject({
  id: v.pipe(v.string(), v.regex(IS_ITEM)),
  label: v.string(),
  description: v.optional(v.string()),
});
const pagesAnswer = v.looseObject({
  query: v.looseObject({ search: v.array(v.looseObject({ title: v.string() })) }),
});
const linksAnswer = v.looseObject({
  entities: v.record(
    v.string(),
    v.looseObject({ sitelinks: v.optional(v.record(v.string(), v.looseObject({ title: v.string() }))) }),
  ),
});
const pageAnswer = v.looseObject({
  extract: v.string(),
  thumbnail: v.optional(v.looseObject({ source: v.string() })),
});

function readPicture(base64: string): string {
  const picture = pictureData(base64);
  if (picture === undefined) throw new LookupError('nonsense');
  return picture;
}

/** An item of a search; one that is not as it should be is passed over. */
function itemIn(found: unknown): FoundItem[] {
  const result = v.safeParse(foundItem, found);
  if (!result.success) return [];
  const { id, label, description = '' } = result.output;
  return [{ id, label: shown(label), description: shown(description) }];
}

/** The first sentence of an extract, as plain text. */
function sentenceIn(extract: string): string | undefined {
  const text = shown(extract, LONGEST_SENTENCE);
  // Not behind an initial or an abbreviation of few letters: "Vladimir V. Putin", "St. Petersburg", "c. 1900".
  const end = /(?<=[\p{Ll}\p{N})"”]{3})[.!?](?= \p{Lu}|$)/u.exec(text);
  const sentence = end ? text.slice(0, end.index + 1) : text;
  return sentence === '' ? undefined : sentence;
}

const LONGEST_SENTENCE = 500;

/** Words of a stranger on one line, at most so long. */
function shown(words: string, most = 200): string {
  const line = words
    .slice(0, 4 * most)
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  return line.length <= most ? line : `${line.slice(0, most)}…`;
}

function address(server: string, path: string, query: Readonly<Record<string, string>>): string {
  const asked = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `${server.replace(/\/+$/, '')}${path}${asked.length > 0 ? `?${asked.join('&')}` : ''}`;
}

function readAs<T>(form: v.GenericSchema<unknown, T>, text: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new LookupError('nonsense', { cause });
  }
  const result = v.safeParse(form, value);
  if (!result.success) throw new LookupError('nonsense');
  return result.output;
}
