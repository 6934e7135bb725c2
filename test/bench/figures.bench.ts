/**
 * How well figures and dates are found and read: `npm run bench:figures -- [--only GROUP] [--errors GROUP] [--no-peers]`.
 *
 * Scores ours, through the same door as `newsmark recognize`, and the libraries that others use, each on the same cases in
 * the same run, with the shared scorer; then how fast each goes through the same news.
 */

import { parseArgs } from 'node:util';
import { createAnalyzer } from '../../src/core/analyzer';
import { recognizeArticle } from '../../src/core/recognizeArticle';
import { assets } from '../support/assets';
import { type Case, GROUPS, type Group, type Prediction, type Scorer, type Scores } from './support/figureCases';
import { predictionsOf } from './support/figureMapping';
import { loadPeers } from './support/figurePeers';
import { figureSpeed } from './support/figureSpeed';
import { finish, printTable } from './support/report';
import { importScorer, sharedFolder } from './support/sharedData';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    errors: { type: 'string' },
    peers: { type: 'boolean', default: true },
    speed: { type: 'boolean', default: true },
    part: { type: 'string', default: 'dev' },
  },
  allowNegative: true,
  strict: false,
});

interface Run {
  readonly scorer: Scorer;
  readonly cases: readonly Case[];
  readonly ours: ReadonlyMap<Case, readonly Prediction[]>;
  /** By library, then by the scorer's names of groups. */
  readonly scores: ReadonlyMap<string, Readonly<Record<string, Scores>>>;
}

async function main(): Promise<void> {
  const scorer = await importScorer<Scorer>('figures');
  const wanted = options.only ?? options.errors;
  const all = scorer.load(`${sharedFolder()}/data/figures/${options.part}`);
  const cases = all.filter(({ group }) => wanted === undefined || group === wanted);
  const ours = await predictOurs(cases);
  const peers = options.peers ? await loadPeers() : [];
  const scores = new Map([['newsmark', scorer.score(cases, (one) => ours.get(one))]]);
  for (const { name, predict } of peers) scores.set(name, scorer.score(cases, predict));
  const run: Run = { scorer, cases, ours, scores };
  if (options.errors) printErrors(run);
  printScores(run);
  const speed = options.speed ? await figureSpeed(peers) : undefined;
  finish('figures', { cases: cases.length, scores: summary(run), ...(speed && { bytesPerSecond: speed }) });
}

async function predictOurs(all: readonly Case[]): Promise<ReadonlyMap<Case, readonly Prediction[]>> {
  const analyzer = createAnalyzer({ assets });
  const found = new Map<Case, readonly Prediction[]>();
  for (const one of all) {
    const source = { raw: one.text, ...(one.reference !== null && { published: one.reference }) };
    const { mentions } = await recognizeArticle(analyzer, source);
    found.set(one, mentions.flatMap(predictionsOf));
  }
  return found;
}

/** Cases of one group where ours has another span or value than the gold, with both. */
function printErrors({ scorer, cases, ours }: Run): void {
  for (const one of cases) {
    const found = (ours.get(one) ?? []).filter(({ group }) => group === one.group);
    const result = scorer.score([one], () => found)[`ALL ${one.group}`];
    const isRight = result?.tpv === one.items.length && result.pred === one.items.length;
    if (isRight) continue;
    const gold = one.items.map((item) => `[${item.span}]=${item.alts?.join(' or ') ?? item.value}`).join('; ');
    const got = found.map(
      ({ spans, value }) => `${spans.map(([start, end]) => `[${one.text.slice(start, end)}]`).join('')}=${value}`,
    );
    console.log(
      `${result?.tp === one.items.length && result.pred === one.items.length ? 'V' : 'S'} ${one.source.split('/')[0]}${one.news ? '' : '-'} ` +
        `${one.reference ?? ''} | ${one.text.replaceAll('\n', '\\n').slice(0, 200)} | gold ${gold} | ours ${got.join('; ')}`,
    );
  }
}

function rowsOf({ scores }: Run, name: string): [Group, Scores][] {
  return GROUPS.flatMap((group): [Group, Scores][] => {
    const row = scores.get(name)?.[`ALL ${group}`];
    return row ? [[group, row]] : [];
  });
}

function printScores(run: Run): void {
  const { scores } = run;
  const head = ['', 'group', 'gold', 'found', 'span F1', 'span and value F1', 'clean negatives %'];
  printTable(
    head,
    [...scores.keys()].flatMap((name) =>
      rowsOf(run, name).map(([group, row]) => [name, group, row.gold, row.pred, row.F1, row.F1v, row.neg_ok ?? '']),
    ),
  );
  const news = [...scores.keys()].map((name) => [name, ...GROUPS.map((group) => newsOf(run, name, group))]);
  console.log('\nspan / span and value F1 on the phrases that could stand in news');
  printTable(['', ...GROUPS], news);
}

function newsOf({ scores }: Run, name: string, group: Group): string {
  const row = scores.get(name)?.[`news ${group}`];
  return row ? `${row.F1} / ${row.F1v}` : '–';
}

function summary(run: Run): object {
  return Object.fromEntries(
    [...run.scores.keys()].map((name) => [
      name,
      Object.fromEntries(
        rowsOf(run, name).map(([group, row]) => [
          group,
          { spanF1: row.F1, spanAndValueF1: row.F1v, cleanNegatives: row.neg_ok, negatives: row.neg },
        ]),
      ),
    ]),
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
