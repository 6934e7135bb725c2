import { CorpusIndex } from '../../../src/core/corpus/corpusIndex';
import type { IndexedMention } from '../../../src/core/corpus/indexedArticle';
import { comparedName } from '../../../src/core/entities/nameForm';
import { linksTo } from '../../../src/core/knowledge/entityIds';
import type { KnowledgeBase } from '../../../src/core/knowledge/knowledgeBase';
import type { GoldDocument } from './gold';
import { linkedMentions } from './linkedMentions';

/** An entity of a document whose title of Wikipedia is known, and what it is known by in an index over all documents. */
interface Titled {
  readonly document: string;
  readonly wiki: string;
  readonly name: string;
  /** Several ones where its mentions in the document are not found to be one entity. */
  readonly keys: ReadonlySet<string>;
  readonly compared: string;
}

/** Pairs of entities in two documents: how many have one title, how many are joined, and how many are both. */
export interface Joins {
  readonly gold: number;
  readonly found: number;
  readonly right: number;
  /** How often two titles, or two names of one title, are taken for two or one wrongly. */
  readonly wrong: ReadonlyMap<string, number>;
}

/** What joins the entities of different documents: the index, and for comparison their fullest names alone. */
export type Joiner = (a: Titled, b: Titled) => boolean;

export const JOINERS: Readonly<Record<string, Joiner>> = {
  newsmark: (a, b) => [...a.keys].some((key) => b.keys.has(key)),
  'equal names': (a, b) => a.compared === b.compared,
};

/** The entities of all documents that have a title. */
export function titledIn(documents: readonly GoldDocument[], base: KnowledgeBase): readonly Titled[] {
  const index = new CorpusIndex();
  const indexed = documents.map((document) => ({ document, mentions: mentionsOf(document, base) }));
  for (const { document, mentions } of indexed)
    index.put({ path: document.id, title: document.id, length: document.text.length, words: 0, mentions });
  return indexed.flatMap(({ document, mentions }) => {
    const byTitle = new Map<string, IndexedMention[]>();
    document.entities.forEach(({ wiki }, at) => {
      const mention = mentions[at];
      if (wiki !== undefined && mention) byTitle.set(wiki, [...(byTitle.get(wiki) ?? []), mention]);
    });
    return [...byTitle].map(([wiki, own]) => {
      const longest = own.reduce((a, b) => (b.name.length > a.name.length ? b : a));
      const keys = new Set(own.flatMap((mention) => index.keyOf(document.id, mention) ?? []));
      return { document: document.id, wiki, name: longest.name, keys, compared: comparedName(longest.name) };
    });
  });
}

/** All pairs, by what is joined and what should be. */
export function joinsOf(titled: readonly Titled[], isJoined: Joiner): Joins {
  let [gold, found, right] = [0, 0, 0];
  const wrong = new Map<string, number>();
  titled.forEach((a, at) => {
    for (const b of titled.slice(at + 1)) {
      if (a.document === b.document) continue;
      const [isSame, isFound] = [a.wiki === b.wiki, isJoined(a, b)];
      gold += Number(isSame);
      found += Number(isFound);
      right += Number(isSame && isFound);
      if (isSame === isFound) continue;
      const what = isFound
        ? `together: ${a.name} (${a.wiki}) / ${b.name} (${b.wiki}), ${[...a.keys].filter((key) => b.keys.has(key))}`
        : `apart: ${a.name} / ${b.name} (${a.wiki})`;
      wrong.set(what, (wrong.get(what) ?? 0) + 1);
    }
  });
  return { gold, found, right, wrong };
}

/** The mentions of a document as the index has them, in the gold's order. */
function mentionsOf(document: GoldDocument, base: KnowledgeBase): readonly IndexedMention[] {
  return linkedMentions(document, base).map(({ group: _, guess, ...mention }): IndexedMention => {
    const [link] = guess?.isSure ? Object.entries(linksTo(guess.candidates[0].entry)) : [];
    return {
      ...mention,
      status: 'suggested',
      ...(link && { guess: link.join(' ') }),
      sentence: { start: mention.start, end: mention.end },
    };
  });
}
