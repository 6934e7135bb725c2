import * as v from 'valibot';
import type { Cancellation } from '../../ports';
import type { AnswerCache } from './answerCache';
import type { Fetch } from './fetchPort';
import { LookupError } from './lookupError';

/** An item that a search found. */
export interface FoundItem {
  /** `Q7747` */
  readonly id: string;
  readonly label: string;
  readonly description: string;
}

export interface Wikidata {
  /** Items of a name, Wikidata's first guess first; rejects with a `LookupError`. */
  search(name: string, cancellation?: Cancellation): Promise<readonly FoundItem[]>;
  /** The first sentence of the English Wikipedia's article on an item; undefined where there is none. */
  firstSentence(id: string, cancellation?: Cancellation): Promise<string | undefined>;
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
  /** An answer of the form that is expected; only such ones are kept. Undefined where there is no such page. */
  async function ask<T>(
    url: string,
    form: v.GenericSchema<unknown, T>,
    cancellation: Cancellation | undefined,
  ): Promise<T | undefined> {
    const kept = await cache.get(url);
    if (kept !== undefined) return readAs(form, kept);
    const { status, text } = await inTurn(() => fetch.get(url, cancellation));
    if (status === 404) return undefined;
    if (status < 200 || status > 299) throw new LookupError('refused');
    const answer = readAs(form, text);
    await cache.put(url, text);
    return answer;
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
        searchAnswer,
        cancellation,
      );
      return (answer?.search ?? []).flatMap(itemIn).slice(0, MOST_FOUND);
    },
    async firstSentence(id, cancellation) {
      if (!IS_ITEM.test(id)) return undefined;
      const links = await ask(
        address(servers.items, '/w/api.php', {
          action: 'wbgetentities',
          ids: id,
          props: 'sitelinks',
          sitefilter: 'enwiki',
          ...EVERY_ANSWER,
        }),
        linksAnswer,
        cancellation,
      );
      const title = links?.entities[id]?.sitelinks?.enwiki?.title;
      if (title === undefined) return undefined;
      const path = `/api/rest_v1/page/summary/${encodeURIComponent(title.replaceAll(' ', '_'))}`;
      const page = await ask(address(servers.pages, path, {}), pageAnswer, cancellation);
      return page && sentenceIn(page.extract);
    },
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
const linksAnswer = v.looseObject({
  entities: v.record(
    v.string(),
    v.looseObject({ sitelinks: v.optional(v.record(v.string(), v.looseObject({ title: v.string() }))) }),
  ),
});
const pageAnswer = v.looseObject({ extract: v.string() });

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
