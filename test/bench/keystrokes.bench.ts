/**
 * How many keys and clicks an annotation costs: `npm run bench:keystrokes [-- --only ARTICLE] [--shared DIR]`.
 *
 * An ideal annotator, who knows the gold and every key, turns our suggestions into the gold of the news articles of the
 * dev sets (persons, organizations, places) through review mode: by the functions behind its commands, with the keys that
 * the manifest binds to them. A key counts one, whatever modifiers it takes (their presses are told apart); a click one; a
 * selection with the mouse two. That the outcome is the gold is checked for each article. Beside it, the same gold in
 * other tools, counted from their documentation: how, is told in keystrokes/peers.ts.
 */
import { parseArgs } from 'node:util';
import { createAnalyzer } from '../../src/core/analyzer';
import { readMetadata } from '../../src/core/article/readMetadata';
import { readStructure } from '../../src/core/article/structure';
import type { Suggestion } from '../../src/core/recognize/suggestion';
import { overlaps, sameSpan } from '../../src/core/text/span';
import { assets } from '../support/assets';
import { annotate, WAYS } from './keystrokes/annotator';
import { type GoldArticle, goldArticles, type Name, typeOf } from './keystrokes/gold';
import { PEERS, type Work } from './keystrokes/peers';
import { finish, printTable } from './support/report';

const { values } = parseArgs({ options: { only: { type: 'string' }, shared: { type: 'string' } }, strict: false });

async function main(): Promise<void> {
  const analyzer = createAnalyzer({ assets });
  const articles = goldArticles().filter(({ id }) => values.only === undefined || id === values.only);
  const gold = articles.reduce((sum, { names }) => sum + names.length, 0);
  const sums = new Map(WAYS.map((way) => [way, { keys: 0, clicks: 0, modifiers: 0 }]));
  const best = { keys: 0, clicks: 0, modifiers: 0 };
  const works: Work[] = [];
  for (const article of articles) {
    const { text } = article;
    const { published } = readMetadata({ text, fileName: '' });
    const request = { text, body: readStructure(text).body, ...(published !== undefined && { published }) };
    const suggestions = (await analyzer.analyze(request)) ?? [];
    works.push(workIn(article, suggestions));
    const tried = WAYS.map((way) => {
      const hands = annotate(article, suggestions, way);
      addTo(sums.get(way), hands);
      return hands;
    });
    const [quickest] = tried.sort((a, b) => a.sum - b.sum);
    addTo(best, quickest);
  }
  const rows = [...sums, ['quickest way for each article', best] as const].map(([way, { keys, clicks, modifiers }]) => [
    `Newsmark, ${way}`,
    (keys + clicks) / gold,
    keys / gold,
    clicks / gold,
    (keys + clicks + modifiers) / gold,
  ]);
  console.log(`${articles.length} articles, ${gold} names\n`);
  printTable(['keys and clicks for each name of the gold', 'all', 'keys', 'clicks', 'with modifiers'], rows);
  console.log('');
  const peers = PEERS.map(({ name, fromNothing, fromSuggestions }) => ({
    name,
    fromNothing: works.reduce((sum, work) => sum + fromNothing(work), 0) / gold,
    fromSuggestions: works.reduce((sum, work) => sum + fromSuggestions(work), 0) / gold,
  }));
  printTable(
    ['', 'from bare text', 'from our suggestions'],
    peers.map((peer) => [peer.name, peer.fromNothing, peer.fromSuggestions]),
  );
  finish('keystrokes', {
    articles: articles.length,
    gold,
    newsmark: Object.fromEntries(rows.map(([way, all]) => [way, all])),
    peers,
  });
}

interface Sum {
  keys: number;
  clicks: number;
  modifiers: number;
}

function addTo(sum: Sum | undefined, hands: Sum | undefined): void {
  if (!sum || !hands) return;
  sum.keys += hands.keys;
  sum.clicks += hands.clicks;
  sum.modifiers += hands.modifiers;
}

/** What somebody has to do who finds our suggestions in another tool. */
function workIn({ names }: GoldArticle, suggestions: readonly Suggestion[]): Work {
  const proposed = suggestions.flatMap(({ start, end, label }) => {
    const type = typeOf(label);
    return type === undefined ? [] : [{ start, end, type }];
  });
  const exact = new Set<Name>();
  const relabeled: Name[] = [];
  const rest = proposed.filter((one) => {
    const name = names.find((other) => sameSpan(other, one));
    if (!name || exact.has(name)) return true;
    exact.add(name);
    if (name.type !== one.type) relabeled.push(name);
    return false;
  });
  const reshaped = new Map<Name, string>();
  const wrong = rest.filter((one) => {
    const name = names.find((other) => overlaps(other, one) && !exact.has(other) && !reshaped.has(other));
    if (name) reshaped.set(name, one.type);
    return !name;
  });
  const added = names.filter((name) => !exact.has(name) && !reshaped.has(name));
  return {
    types: names.map(({ type }) => type),
    addedTypes: added.map(({ type }) => type),
    relabeled: relabeled.length,
    relabeledTypes: relabeled.map(({ type }) => type),
    reshaped: reshaped.size,
    reshapedAndRelabeled: [...reshaped].filter(([name, type]) => name.type !== type).length,
    reshapedTypes: [...reshaped.keys()].map(({ type }) => type),
    wrong: wrong.length,
  };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
