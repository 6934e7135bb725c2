/**
 * One entity, many names: B-cubed and CEAF-e of the grouping of gold mentions, beside grouping by equal words; which entities
 * of different documents are joined, beside joining equal names; and how long an article of 100,000 mentions takes.
 *
 *     npm run bench:clusters -- [--errors N] [--part NAME] [--shared DIR]
 *
 * --errors N: the N most frequent pairs of names that are wrongly apart or together, of each part.
 */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { groupMentions, type NameMention } from '../../src/core/entities/groupMentions';
import { readShippedBase } from '../../src/core/knowledge/shippedBase';
import { JOINERS, joinsOf, titledIn } from './clusters/across';
import { printErrors } from './clusters/errors';
import { type GoldDocument, type GoldMention, labelOfType, readGold } from './clusters/gold';
import { bCubed, type Clustering, ceafE } from './clusters/scores';
import { seeded } from './support/random';
import { finish, printTable, processorTime, REPORT_OPTIONS } from './support/report';

const { values: options } = parseArgs({
  options: {
    ...REPORT_OPTIONS,
    errors: { type: 'string', default: '0' },
    part: { type: 'string' },
    shared: { type: 'string' },
  },
});

/** A way to group the mentions of a document: a key for each. */
type Grouping = (document: GoldDocument, mentions: readonly GoldMention[]) => readonly string[];

const SYSTEMS: Readonly<Record<string, Grouping>> = {
  newsmark: ({ text }, mentions) => groupMentions(mentions.map(asMention), undefined, text).map(({ entity }) => entity),
  'equal words': (_, mentions) => mentions.map(({ text, type }) => `${type} ${text.toLowerCase()}`),
};

function asMention({ start, end, text, type }: GoldMention): NameMention {
  return { start, end, text, label: labelOfType(type) };
}

function main(): void {
  const results: Record<string, Record<string, object>> = {};
  const rows: (string | number)[][] = [];
  const parts = readGold().filter(({ name }) => options.part === undefined || name.includes(options.part));
  for (const { name, documents } of parts) {
    for (const [system, group] of Object.entries(SYSTEMS)) {
      const clusterings = documents.map((document) => clusteringOf(document, group));
      const [cubed, entities] = [bCubed(clusterings), ceafE(clusterings)];
      const percents = [cubed.precision, cubed.recall, cubed.f1, entities.precision, entities.recall, entities.f1];
      rows.push([name, system, ...percents.map((rate) => Math.round(rate * 1000) / 10)]);
      results[name] = {
        ...results[name],
        [system]: { bCubed: Math.round(cubed.f1 * 1000) / 10, ceafE: Math.round(entities.f1 * 1000) / 10 },
      };
    }
    const newsmark = SYSTEMS.newsmark;
    if (Number(options.errors) > 0 && newsmark) {
      printErrors(
        documents.map((document) => ({ mentions: clustered(document), ...clusteringOf(document, newsmark) })),
        Number(options.errors),
      );
    }
  }
  console.log('Names of gold that are put with the others of their entity, in %');
  printTable(['part', 'system', 'B³ P', 'B³ R', 'B³ F1', 'CEAF-e P', 'CEAF-e R', 'CEAF-e F1'], rows);
  const joined = acrossDocuments();
  const milliseconds = speed();
  console.log(`\n100,000 mentions of 20,000 people, places and organizations: ${Math.round(milliseconds)} ms`);
  finish('clusters', { ...results, across: joined, milliseconds: Math.round(milliseconds) });
}

/** Whether the index takes entities of different documents for one exactly where their titles of Wikipedia are one. */
function acrossDocuments(): Record<string, object> {
  const base = readShippedBase(readFileSync(path.join('media', 'knowledge.base'), 'utf8'));
  const gum = readGold().filter(({ name }) => name.startsWith('gum'));
  const parts = {
    'gum, dev': gum.filter(({ name }) => name.endsWith('dev')),
    'gum, train': gum.filter(({ name }) => name.endsWith('train')),
  };
  const rows: (string | number)[][] = [];
  const results: Record<string, Record<string, object>> = {};
  for (const [name, own] of Object.entries(parts)) {
    const titled = titledIn(
      own.flatMap(({ documents }) => documents),
      base,
    );
    for (const [system, isJoined] of Object.entries(JOINERS)) {
      const { gold, found, right, wrong } = joinsOf(titled, isJoined);
      const rates = { precision: percent(right, found), recall: percent(right, gold) };
      rows.push([name, system, gold, found, rates.precision, rates.recall]);
      results[name] = { ...results[name], [system]: { gold, found, ...rates } };
      if (system === 'newsmark') printWrong(wrong, Number(options.errors));
    }
  }
  console.log('\nPairs of entities in two documents that are one, by their titles of Wikipedia, in %');
  printTable(['part', 'system', 'pairs', 'joined', 'precision', 'recall'], rows);
  return results;
}

function printWrong(wrong: ReadonlyMap<string, number>, most: number): void {
  for (const [what, count] of [...wrong].sort((a, b) => b[1] - a[1]).slice(0, most)) console.log(`${count}  ${what}`);
}

const percent = (part: number, whole: number) => (whole === 0 ? 100 : Math.round((part / whole) * 1000) / 10);

function clustered({ entities }: GoldDocument): readonly GoldMention[] {
  return entities.filter(({ cluster }) => cluster !== undefined);
}

function clusteringOf(document: GoldDocument, group: Grouping): Clustering {
  const mentions = clustered(document);
  return { gold: mentions.map(({ cluster }) => String(cluster)), found: group(document, mentions) };
}

/** Processor time for an article as long as none is. */
function speed(): number {
  const random = seeded(1);
  const syllables = ['ka', 'lo', 'mi', 'ne', 'ru', 'sta', 'ber', 'von', 'dal', 'eth', 'or', 'pin'];
  const word = () => {
    const letters = Array.from({ length: 3 }, () => random.pick(syllables)).join('');
    return letters.charAt(0).toUpperCase() + letters.slice(1);
  };
  const names = Array.from({ length: 20_000 }, () => ({
    label: random.pick(['PERSON', 'ORG', 'GPE']),
    text: Array.from({ length: 1 + random.below(4) }, word).join(' '),
  }));
  let text = '';
  const mentions = Array.from({ length: 100_000 }, (): NameMention => {
    const name = random.pick(names);
    const words = random.below(2) === 0 ? name.text : (name.text.split(' ').at(-1) ?? name.text);
    const start = text.length;
    text += `${words} said. `;
    return { label: name.label, text: words, start, end: start + words.length };
  });
  return processorTime(() => groupMentions(mentions, undefined, text), 3);
}

main();
