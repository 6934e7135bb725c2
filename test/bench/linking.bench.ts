/**
 * Linking to the shipped knowledge base, on GUM's titles of Wikipedia: how many of the gold's entities the base has, how
 * often the right one is among the candidates and the first of them, beside taking the most prominent entry of the name;
 * how many links are shown, and how many of those are right. The titles of parts that are not for tuning count.
 *
 *     npm run bench:linking -- [--errors N] [--shared DIR]
 */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { KnowledgeBase, KnownEntity } from '../../src/core/knowledge/knowledgeBase';
import { readShippedBase } from '../../src/core/knowledge/shippedBase';
import { type GoldDocument, readGold } from './clusters/gold';
import { linkedMentions } from './clusters/linkedMentions';
import { entryOf, isAbout } from './linking/titles';
import { finish, printTable, processorTime, REPORT_OPTIONS } from './support/report';

const { values: options } = parseArgs({
  options: { ...REPORT_OPTIONS, errors: { type: 'string', default: '0' }, shared: { type: 'string' } },
});

/** A mention with a title, and what was made of it. */
interface Linked {
  readonly text: string;
  readonly wiki: string;
  /** The base's entry for the title, where it has one. */
  readonly right: KnownEntity | undefined;
  readonly candidates: readonly KnownEntity[];
  readonly isSure: boolean;
  readonly likelihood: number;
  readonly mostProminent: KnownEntity | undefined;
}

function main(): void {
  const text = readFileSync(path.join('media', 'knowledge.base'), 'utf8');
  const base = readShippedBase(text);
  const rows: (string | number)[][] = [];
  const results: Record<string, object> = {};
  for (const { name, documents } of readGold().filter((part) => part.name.startsWith('gum'))) {
    const linked = documents.flatMap((document) => linkedIn(document, base));
    const row = rated(linked, base);
    rows.push([name, ...Object.values(row)]);
    results[name] = row;
    if (Number(options.errors) > 0) printErrors(linked, base, Number(options.errors));
  }
  console.log('Mentions with a title of Wikipedia; recall and accuracy among those the base has, in %');
  printTable(
    ['part', 'mentions', 'in base', 'candidate recall', 'first right', 'most prominent', 'shown', 'shown right'],
    rows,
  );
  const milliseconds = Math.round(processorTime(() => readShippedBase(text), 5));
  console.log(`\nOpening ${Buffer.byteLength(text)} bytes takes ${milliseconds} ms of processor time.`);
  finish('linking', { ...results, bytes: Buffer.byteLength(text), milliseconds });
}

function linkedIn(document: GoldDocument, base: KnowledgeBase): Linked[] {
  const mentions = linkedMentions(document, base);
  return document.entities.flatMap(({ wiki, text }, index) => {
    if (wiki === undefined) return [];
    const { group, guess } = mentions[index] ?? {};
    return [
      {
        text,
        wiki,
        right: entryOf(wiki, base),
        candidates: guess?.candidates.map(({ entry }) => entry) ?? [],
        isSure: guess?.isSure ?? false,
        likelihood: guess?.candidates[0].likelihood ?? 0,
        mostProminent: group && base.candidates(group.name, group.label)[0],
      },
    ];
  });
}

function rated(linked: readonly Linked[], base: KnowledgeBase): Record<string, number> {
  const known = linked.filter(({ right }) => right !== undefined);
  const shown = linked.filter(({ isSure }) => isSure);
  const isRight = (entry: KnownEntity | undefined, { right, wiki }: Linked) =>
    entry !== undefined && (entry.id === right?.id || isAbout(entry, wiki, base));
  return {
    mentions: linked.length,
    inBase: percent(known.length, linked.length),
    candidateRecall: percent(
      known.filter((one) => one.candidates.some((entry) => isRight(entry, one))).length,
      known.length,
    ),
    firstRight: percent(known.filter((one) => isRight(one.candidates[0], one)).length, known.length),
    mostProminent: percent(known.filter((one) => isRight(one.mostProminent, one)).length, known.length),
    shown: percent(shown.length, linked.length),
    shownRight: percent(shown.filter((one) => isRight(one.candidates[0], one)).length, shown.length),
  };
}

function percent(part: number, whole: number): number {
  return Math.round((part / whole) * 1000) / 10;
}

/** The most frequent mistakes: what is shown and wrong, and what the base has and is not first. */
function printErrors(linked: readonly Linked[], base: KnowledgeBase, most: number): void {
  const lines = new Map<string, number>();
  for (const { text, wiki, right, candidates, isSure, likelihood } of linked) {
    const [first] = candidates;
    const isRight = first !== undefined && (first.id === right?.id || isAbout(first, wiki, base));
    if (isRight ? isSure : !isSure && right === undefined) continue;
    const kind = isRight ? 'unsure' : isSure ? 'wrong ' : 'missed';
    const said = first ? `${first.name}: ${first.description} (${Math.round(likelihood * 100)} %)` : '–';
    const line = `${kind} ${text} = ${wiki}  ${said}${right ? ` [has ${right.id}]` : ''}`;
    lines.set(line, (lines.get(line) ?? 0) + 1);
  }
  for (const [line, count] of [...lines].sort((a, b) => b[1] - a[1]).slice(0, most)) console.log(`${count}  ${line}`);
}

main();
