import type { Group } from '../figureCases';
import type { Peer } from '../figurePeers';
import { loadPeer, prediction } from './load';

interface Item {
  out(kind?: unknown): unknown;
}

interface Document {
  entities(): { each(visit: (item: Item) => void): void };
}

interface Library {
  readDoc(text: string): Document;
  readonly its: Readonly<Record<'detail', unknown>>;
}

const GROUPS: Readonly<Record<string, Group>> = {
  MONEY: 'money',
  PERCENT: 'percent',
  CARDINAL: 'number',
  ORDINAL: 'ordinal',
  DATE: 'temporal',
  TIME: 'temporal',
  DURATION: 'temporal',
};

/** wink-nlp with its small model: it finds figures and dates, and gives no values. */
export function wink(): Peer {
  const create = loadPeer<(model: unknown, pipe: readonly string[]) => Library>('wink-nlp');
  const library = create(loadPeer<unknown>('wink-eng-lite-web-model'), ['sbd', 'ner']);
  return {
    name: 'wink',
    sample: 200_000,
    predict: ({ text, group }) => {
      let from = 0;
      return entitiesOf(library, text).flatMap(({ words, type }) => {
        const start = text.indexOf(words, from);
        if (start < 0) return [];
        from = start + words.length;
        return GROUPS[type] === group ? [prediction(group, start, from, '')] : [];
      });
    },
    read: (text) => void entitiesOf(library, text),
  };
}

function entitiesOf(library: Library, text: string): { words: string; type: string }[] {
  const found: { words: string; type: string }[] = [];
  library
    .readDoc(text)
    .entities()
    .each((item) => {
      const detail = item.out(library.its.detail) as { readonly type: string };
      found.push({ words: String(item.out()), type: detail.type });
    });
  return found;
}
