import { readFileSync } from 'node:fs';
import { readStructure } from '../../../src/core/article/structure';
import { Text } from '../../../src/core/text/text';
import type { GoldDocument } from './gold';

interface Fixture {
  readonly article: string;
  readonly names: readonly {
    readonly start: number;
    readonly end: number;
    readonly quote: string;
    readonly label: string;
  }[];
}

const GOVERNED_OR_NOT = new Set(['GPE', 'LOC', 'FAC']);

/** The sample article from its headline on, with the names a person marked in it (test/fixtures/article). */
export function readArticle(): GoldDocument {
  const { article, names } = JSON.parse(readFileSync('test/fixtures/article/names.json', 'utf8')) as Fixture;
  const { value } = Text.of(readFileSync(article, 'utf8'));
  const { start: from } = readStructure(value).body;
  const entities = names.map(({ start, end, quote, label }) => {
    if (value.slice(start, end) !== quote) throw new Error(`The gold of ${article} has moved: ${quote}`);
    return { start: start - from, end: end - from, type: GOVERNED_OR_NOT.has(label) ? 'PLACE' : label };
  });
  return { id: article, text: value.slice(from), entities };
}
