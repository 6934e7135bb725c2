/**
 * Words a second on one core: the whole pipeline, each recognizer, and what others use, on the same news in the same run;
 * then what an edit costs in a long article.
 *
 *     npm run bench:throughput -- [--no-peers] [--with-spacy] [--runs N] [--json FILE] [--against FILE] [--shared DIR]
 *
 * Nothing is remembered of the paragraphs between two runs, as of new articles; words that were met before are known, as in a
 * program that runs for a while. Where a peer is slow, it reads a beginning of the same text.
 */

import os from 'node:os';
import { parseArgs } from 'node:util';
import { NEWS, readGoldSets } from './entities/gold';
import { finish, printTable, REPORT_OPTIONS } from './support/report';
import { editCosts } from './throughput/edits';
import { freshRecognizers, ours } from './throughput/ours';
import { peers } from './throughput/peers';
import { type Speed, speedsOf, wordCount } from './throughput/reader';
import { spacySpeed } from './throughput/spacy';

const { values: options } = parseArgs({
  options: {
    ...REPORT_OPTIONS,
    'no-peers': { type: 'boolean', default: false },
    'with-spacy': { type: 'boolean', default: false },
    runs: { type: 'string', default: '7' },
    shared: { type: 'string' },
  },
});

/** A part of the news is enough, and a peer that is slow would take minutes over all of it. */
const EVERY = 5;
const SIZES = [10_000, 100_000, 1_000_000];

async function main(): Promise<void> {
  const texts = readGoldSets(NEWS).flatMap((set) =>
    set.documents.filter((_, index) => index % EVERY === 0).map(({ text }) => text),
  );
  const words = texts.reduce((sum, text) => sum + wordCount(text), 0);
  console.log(`${os.cpus()[0]?.model ?? 'unknown processor'}, Node.js ${process.version}; ${words} words of news`);
  const runs = Number(options.runs);
  const speeds = await speedsOf(await ours(), texts, runs);
  if (!options['no-peers']) speeds.push(...(await speedsOf(peers(), texts, Math.min(3, runs))));
  const spacy = options['with-spacy'] ? spacySpeed(texts) : undefined;
  printSpeeds(speeds, spacy);
  const edits = await editCosts(await freshRecognizers(), texts, SIZES);
  console.log('\nMilliseconds from a letter typed in the middle of an article to its suggestions');
  printTable(
    ['bytes', 'first analysis', 'after an edit', 'worst'],
    edits.map(({ bytes, first, edit, worst }) => [bytes, first, edit, worst]),
  );
  finish('throughput', { words, speeds: inShort(speeds), ...(spacy && { spacy }), edits });
}

function printSpeeds(speeds: readonly Speed[], spacy: ReturnType<typeof spacySpeed>): void {
  const all = speeds[0]?.wordsPerSecond ?? Number.NaN;
  const rows = speeds.map(({ reader, words, wordsPerSecond }): (string | number)[] => [
    reader.name,
    reader.task,
    words,
    wordsPerSecond,
    all / wordsPerSecond,
  ]);
  if (spacy) {
    for (const task of ['all', 'names'] as const) {
      rows.push([spacy.version, task === 'all' ? 'all that it can' : task, '', spacy[task], all / spacy[task]]);
    }
  }
  printTable(['system', 'task', 'words read', 'words a second', 'our pipeline is faster by'], rows);
}

const inShort = (speeds: readonly Speed[]) =>
  Object.fromEntries(speeds.map(({ reader, wordsPerSecond }) => [`${reader.name} ${reader.task}`, wordsPerSecond]));

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
