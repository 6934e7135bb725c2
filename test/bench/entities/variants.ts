import { applyChange, type Change, type Replacement, toChange } from '../../../src/core/text/change';
import { paragraphs } from '../../../src/core/text/paragraphs';
import type { Span } from '../../../src/core/text/span';
import type { Random } from '../support/random';
import type { GoldDocument } from './gold';

/** A way texts come out wrong, or just different: replacements by seeded rules, names staying where they are. */
export interface Variant {
  readonly name: string;
  readonly replacements: (document: GoldDocument, random: Random) => readonly Replacement[];
}

/** All variants, the ones with a wanted loss first. */
export const VARIANTS: readonly Variant[] = [
  { name: 'mangled', replacements: mangled },
  { name: 'wrapped', replacements: ({ text }) => hardWrapped(text) },
  { name: 'lower', replacements: ({ text }) => recased(text, (letter) => letter.toLowerCase()) },
  { name: 'capitals', replacements: ({ text }) => recased(text, (letter) => letter.toUpperCase()) },
  { name: 'title', replacements: ({ text }) => titleCased(text) },
  { name: 'crlf', replacements: ({ text }) => replaced(text, /\n/g, () => '\r\n') },
  { name: 'curly', replacements: ({ text }) => curly(text) },
  {
    name: 'straight',
    replacements: ({ text }) => replaced(text, /[“”‘’]/g, (sign) => (/[“”]/.test(sign) ? '"' : "'")),
  },
  { name: 'lists', replacements: ({ text }, random) => listed(text, random) },
];

/** A document after its replacements; a name that lost all its words is gone. */
export function varied(document: GoldDocument, variant: Variant, random: Random): GoldDocument {
  const change = toChange(variant.replacements(document, random).filter(apart(document.entities)));
  const entities = document.entities.flatMap((name) => {
    const start = name.start + growth(change, name.start);
    const end = name.end + growth(change, name.end, isAtEnd(name));
    return end > start ? [{ ...name, start, end }] : [];
  });
  return { ...document, text: applyChange(document.text, change), entities };
}

/** How much longer the text before an offset became. */
function growth(change: Change, at: number, excepted: (replacement: Replacement) => boolean = () => false): number {
  let grown = 0;
  for (const replacement of change) {
    if (replacement.end > at) break;
    if (!excepted(replacement)) grown += replacement.insert.length - (replacement.end - replacement.start);
  }
  return grown;
}

/** What is put right behind a name does not belong to it. */
const isAtEnd =
  (name: Span) =>
  ({ start }: Replacement) =>
    start === name.end;

/** Drops replacements that cross a name's edge, which would leave no right answer. */
function apart(names: readonly Span[]): (replacement: Replacement) => boolean {
  const edges = new Set(names.flatMap(({ start, end }) => [start, end]));
  return ({ start, end }) => {
    for (let at = start + 1; at < end; at++) if (edges.has(at)) return false;
    return true;
  };
}

/**
 * As a translation machine and a scraper leave a text: full stops in mid-sentence (where links stood), all quotation
 * marks lost, a small word dropped, a word with a capital it should not have, a stop doubled.
 */
function mangled({ text, entities }: GoldDocument, random: Random): Replacement[] {
  const inside = insideOf(entities);
  const changes: Replacement[] = [...replaced(text, /["“”]/g, () => '')];
  for (const match of text.matchAll(/(?<=\p{Ll}) (?=\p{L})/gu)) {
    const at = match.index;
    const next = /^(?:the|a|an|of|to|in|that|its) /.exec(text.slice(at + 1, at + 6))?.[0];
    const chance = random.next();
    if (inside(at)) continue;
    if (chance < 1 / 40) changes.push({ start: at, end: at, insert: '.' });
    else if (chance < 1 / 20 && next) changes.push({ start: at + 1, end: at + 1 + next.length, insert: '' });
    else if (chance < 1 / 16) changes.push(...capitalized(text, at + 1, inside));
  }
  for (const match of text.matchAll(/(?<=\p{Ll})\.(?=\s|$)/gu)) {
    if (!inside(match.index) && random.next() < 1 / 20) changes.push(insertion(match.index + 1, ' .'));
  }
  return changes;
}

function capitalized(text: string, at: number, inside: (offset: number) => boolean): Replacement[] {
  const letter = text.charAt(at);
  return /\p{Ll}/u.test(letter) && !inside(at) ? [{ start: at, end: at + 1, insert: letter.toUpperCase() }] : [];
}

/** Tells whether an offset is within a name, its first character included. */
function insideOf(names: readonly Span[]): (offset: number) => boolean {
  const offsets = new Set<number>();
  for (const { start, end } of names) for (let at = start; at < end; at++) offsets.add(at);
  return (offset) => offsets.has(offset);
}

const WIDTH = 72;

/** Lines broken at a width, as in old mail and wire text; a blank line between paragraphs. */
function hardWrapped(text: string): Replacement[] {
  const changes: Replacement[] = [];
  let line = 0;
  let space = -1;
  for (const match of text.matchAll(/[ \n]/g)) {
    const at = match.index;
    if (at - line > WIDTH && space > line) {
      changes.push({ start: space, end: space + 1, insert: '\n' });
      line = space + 1;
    }
    if (match[0] === '\n') {
      if (text.charAt(at + 1) !== '\n' && text.charAt(at - 1) !== '\n') changes.push(insertion(at, '\n'));
      line = at + 1;
    }
    space = at;
  }
  return changes;
}

/** Each letter in another case, where that takes as much room. */
function recased(text: string, recase: (letter: string) => string): Replacement[] {
  return replaced(text, /\p{L}+/gu, (word) => {
    const letters = [...word].map((letter) => (recase(letter).length === letter.length ? recase(letter) : letter));
    return letters.join('');
  });
}

/** As in a headline: all words with capitals but the smallest. */
function titleCased(text: string): Replacement[] {
  const isSmall = (word: string) => /^(?:a|an|the|of|in|on|to|and|or|by|at|for|as|is|s|t)$/.test(word);
  return replaced(text, /(?<![\p{L}'’])\p{Ll}\p{L}*/gu, (word) =>
    isSmall(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  );
}

function curly(text: string): Replacement[] {
  return replaced(text, /["']/g, (sign, at) => {
    const opens = at === 0 || /[\s([“‘—–-]/.test(text.charAt(at - 1));
    if (sign === '"') return opens ? '“' : '”';
    return opens ? '‘' : '’';
  });
}

/** Paragraphs as bullets or numbered lists of sentences, as rows of a table, or as captions of photographs. */
function listed(text: string, random: Random): Replacement[] {
  return paragraphs(text).flatMap((paragraph) => {
    const { start, end } = paragraph;
    const passage = text.slice(start, end);
    const breaks = [...passage.matchAll(/(?<=\p{Ll}[.!?]["”]?) (?=["“]?\p{Lu})/gu)].map(({ index }) => start + index);
    switch (random.below(4)) {
      case 0:
        return [insertion(start, '• '), ...breaks.map((at) => ({ start: at, end: at + 1, insert: '\n• ' }))];
      case 1:
        return [
          insertion(start, '1. '),
          ...breaks.map((at, index) => ({ start: at, end: at + 1, insert: `\n${index + 2}. ` })),
        ];
      case 2:
        return [
          insertion(start, '| '),
          ...breaks.map((at) => ({ start: at, end: at + 1, insert: ' | ' })),
          insertion(end, ' |'),
        ];
      default:
        return [insertion(start, 'FILE PHOTO: '), insertion(end, ' (file photo)')];
    }
  });
}

const insertion = (at: number, insert: string): Replacement => ({ start: at, end: at, insert });

function replaced(text: string, what: RegExp, by: (found: string, at: number) => string): Replacement[] {
  const changes: Replacement[] = [];
  for (const match of text.matchAll(what)) {
    const insert = by(match[0], match.index);
    if (insert !== match[0]) changes.push({ start: match.index, end: match.index + match[0].length, insert });
  }
  return changes;
}
