import { isKnownLabel, labelOf } from '../annotation/labels';
import type { Format, WriteOptions } from '../formats/format';
import { KINDS, type Losses } from '../formats/kinds';
import type { Statistics } from './statistics';

/** What a data card tells beside the counts. */
export interface CardFacts {
  readonly title: string;
  /** Title of the format. */
  readonly format: string;
  readonly license?: string;
  readonly seed?: string;
  readonly tokenizer?: string;
  readonly scheme?: string;
  /** What a label is for, in the words of the corpus; those of the built-in labels where it has none. */
  readonly guidelineOf?: (label: string) => string | undefined;
  readonly losses: Losses;
  /** How many articles are nearly the same as another, and were kept in one part with it. */
  readonly duplicates?: number;
}

/** What a person says for a card. */
export type CardWords = Pick<CardFacts, 'title' | 'license' | 'guidelineOf'>;

/**
 * The facts of an export.
 * @param split the seed, and for each article's key that of its group, where the articles went to several parts
 */
export function cardFacts(
  words: CardWords,
  format: Format,
  { tokenizer, scheme }: WriteOptions,
  losses: Losses,
  split?: { readonly seed: string; readonly groups: ReadonlyMap<string, string> },
): CardFacts {
  return {
    ...words,
    format: format.title,
    losses,
    ...(split && {
      seed: split.seed,
      duplicates: [...split.groups].filter(([own, group]) => own !== group).length,
    }),
    ...(!format.holds.has('partOfToken') && { tokenizer }),
    ...(format.hasTags && { scheme }),
  };
}

/** A page for a corpus in Markdown: what is in it, by whom, under which license. */
export function dataCard(parts: ReadonlyMap<string, Statistics>, whole: Statistics, facts: CardFacts): string {
  const names = [...parts.keys()];
  const columns = names.length > 1 ? names : [];
  const row = (title: string, count: (statistics: Statistics) => number) =>
    tableRow([title, count(whole), ...columns.map((name) => count(parts.get(name) ?? whole))]);
  const labels = [...whole.labels].map(([label]) =>
    tableRow([
      label,
      facts.guidelineOf?.(label) ?? (isKnownLabel(label) ? labelOf(label).guideline : ''),
      ...[whole, ...columns.map((name) => parts.get(name) ?? whole)].map(
        (each) => each.labels.get(label)?.accepted ?? 0,
      ),
    ]),
  );
  const people = [...whole.annotators]
    .filter(([by]) => by !== '')
    .map(([by, { accepted, rejected }]) => `- ${plain(by)}: ${accepted} accepted, ${rejected} rejected`);
  // A page for others is English, whatever language its writer's editor speaks.
  const lost = [...facts.losses].map(([kind, count]) => `- ${KINDS[kind]}: ${count}`);
  const share = whole.characters === 0 ? 0 : (100 * whole.covered) / whole.characters;
  return [
    `# ${plain(facts.title)}`,
    [
      `- License: ${plain(facts.license ?? 'not stated')}`,
      `- Format: ${facts.format}`,
      ...(facts.tokenizer === undefined ? [] : [`- Tokens: ${facts.tokenizer}`]),
      ...(facts.scheme === undefined ? [] : [`- Tags: ${facts.scheme.toUpperCase()}`]),
      ...(facts.seed === undefined ? [] : [`- Split by the articles’ text, seed ${plain(facts.seed)}`]),
      ...(facts.duplicates === undefined
        ? []
        : [`- Articles nearly the same as another, kept in one part with it: ${facts.duplicates}`]),
      `- Share of the text in annotations: ${share.toFixed(1)} %`,
    ].join('\n'),
    '## What is in it',
    [
      tableRow(['', 'all', ...columns]),
      tableRule(2 + columns.length, 1),
      row('articles', ({ articles }) => articles),
      row('characters', ({ characters }) => characters),
      row('relations', ({ relations }) => relations),
    ].join('\n'),
    '## Labels',
    [tableRow(['label', 'what it is for', 'all', ...columns]), tableRule(3 + columns.length, 2), ...labels].join('\n'),
    ...(people.length > 0 ? ['## Annotators', people.join('\n')] : []),
    ...(lost.length > 0 ? ['## Left out, since the format can’t hold it', lost.join('\n')] : []),
  ]
    .join('\n\n')
    .concat('\n');
}

function tableRow(cells: readonly (string | number)[]): string {
  return `| ${cells.map((cell) => (typeof cell === 'number' ? String(cell) : plain(cell))).join(' | ')} |`;
}

function tableRule(columns: number, texts: number): string {
  return `|${Array.from({ length: columns }, (_, index) => (index < texts ? '---' : '---:')).join('|')}|`;
}

/** Words that mean nothing to Markdown. */
function plain(words: string): string {
  return words.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>|#]/g, (sign) => `\\${sign}`);
}
