import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { printTable } from '../support/report';
import { compromise } from './compromise';
import { type GoldDocument, NEWS, readGoldSets } from './gold';
import { newsmarkNames } from './newsmark';
import type { System } from './system';

const RUNS = 5;
/** A part of the news is enough, and a peer that is slow would take minutes over all of it. */
const EVERY = 5;

/** Words a second on one core, names alone, each system on the same text in the same run; prints a table. */
export async function measureSpeed(): Promise<object> {
  const documents = readGoldSets(NEWS).flatMap((set) => set.documents.filter((_, index) => index % EVERY === 0));
  const words = documents.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
  const systems = [await newsmarkNames(), await compromise()];
  const rates = await ratesOf(systems, documents, words);
  const [ours = Number.NaN, theirs = Number.NaN] = rates;
  console.log(`\nSpeed over ${words} words of news, median of ${RUNS} runs in turn`);
  printTable(
    ['system', 'words/s'],
    systems.map(({ name }, index) => [name, Math.round(rates[index] ?? Number.NaN)]),
  );
  const { files, bytes } = sizes();
  console.log(`${(ours / theirs).toFixed(1)} times compromise; model and gazetteers ${bytes} bytes gzipped (${files})`);
  return { wordsPerSecond: Math.round(ours), compromiseWordsPerSecond: Math.round(theirs), bytes };
}

/** Runs in turn, so that a busy moment of the machine meets all systems. */
async function ratesOf(systems: readonly System[], documents: readonly GoldDocument[], words: number) {
  const times: number[][] = systems.map(() => []);
  for (let run = 0; run <= RUNS; run++) {
    for (const [index, system] of systems.entries()) {
      const started = performance.now();
      for (const { text } of documents) await system.find(text);
      if (run > 0) times[index]?.push(performance.now() - started);
    }
  }
  return times.map((runs) => (1000 * words) / (runs.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN));
}

const SHIPPED = 'media';

/** The shipped data of the recognizer, as it weighs in a package. */
function sizes(): { files: string; bytes: number } {
  const names = existsSync(SHIPPED)
    ? readdirSync(SHIPPED).filter((name) => /^names\.(?:model|gazetteer)$/.test(name))
    : [];
  const bytes = names.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(SHIPPED, name))).length, 0);
  return { files: names.join(', ') || 'none', bytes };
}
