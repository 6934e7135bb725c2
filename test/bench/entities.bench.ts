/**
 * Names: strict, span-only and per-type F1 on every dev file, beside compromise; what ill-treated text costs; whether
 * confidences mean something; the sample article; words a second.
 *
 *     npm run bench:entities -- [--quick] [--only wwn,gum] [--variants mangled,lower|all|none] [--no-peers]
 *                               [--with-spacy] [--errors N] [--predictions FILE] [--seed N] [--shared DIR]
 *
 * --quick: Newsmark alone on news, in seconds. --errors N: the N most frequent mistakes of each set.
 */

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readArticle } from './entities/article';
import { compromise } from './entities/compromise';
import { printErrors } from './entities/errors';
import { type GoldSet, NEWS, readGoldSets } from './entities/gold';
import { newsmark } from './entities/newsmark';
import { printReliability } from './entities/reliability';
import { loadScorer, type Score, type Scorer, TYPES } from './entities/scorer';
import { runSpacy } from './entities/spacy';
import { measureSpeed } from './entities/speed';
import { findAll, type Predicted, type System } from './entities/system';
import { VARIANTS, varied } from './entities/variants';
import { seeded } from './support/random';
import { finish, printTable, REPORT_OPTIONS } from './support/report';

const { values: options } = parseArgs({
  options: {
    ...REPORT_OPTIONS,
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    variants: { type: 'string' },
    'no-peers': { type: 'boolean', default: false },
    'with-spacy': { type: 'boolean', default: false },
    errors: { type: 'string', default: '0' },
    predictions: { type: 'string' },
    seed: { type: 'string', default: '1' },
    shared: { type: 'string' },
  },
});

/** What the sections of the bench share. */
interface Run {
  readonly score: Scorer;
  readonly sets: readonly GoldSet[];
  readonly ours: System;
  /** What Newsmark found, by set and document. */
  readonly found: ReadonlyMap<string, ReadonlyMap<string, Predicted>>;
  readonly peers: readonly System[];
}

async function main(): Promise<void> {
  const alone = options['no-peers'] || options.quick;
  const started = performance.now();
  const ours = await newsmark();
  const loadMs = Math.round(performance.now() - started);
  const sets = readGoldSets(options.only?.split(',') ?? (options.quick ? NEWS : []));
  const found = new Map<string, ReadonlyMap<string, Predicted>>();
  for (const set of sets) found.set(set.name, await findAll(ours, set.documents));
  const run: Run = { score: await loadScorer(), sets, ours, found, peers: alone ? [] : [await compromise()] };

  const results = {
    sets: await scoreSets(run),
    article: await scoreArticle(run),
    variants: await scoreVariants(run),
    calibrationError: scoreReliability(run),
  };
  if (Number(options.errors) > 0) showErrors(run, Number(options.errors));
  if (options.predictions !== undefined) writePredictions(run, options.predictions);
  const speed = options.quick ? {} : await measureSpeed();
  finish('entities', { ...results, loadMs, ...speed });
}

/** Each dev set: Newsmark, then its peers. */
async function scoreSets({ score, sets, ours, found, peers }: Run): Promise<object> {
  const all: Record<string, Record<string, object>> = {};
  const rows: (string | number)[][] = [];
  for (const set of sets) {
    const systems = new Map([[ours.name, found.get(set.name) ?? new Map<string, Predicted>()]]);
    for (const peer of peers) systems.set(peer.name, await findAll(peer, set.documents));
    const spacy = options['with-spacy'] ? runSpacy(set.documents) : undefined;
    if (spacy) systems.set('spacy', spacy.found);
    for (const [name, names] of systems) {
      const result = score(set.documents, names);
      rows.push([set.name, name, ...columns(result), ...others(score, set, names)]);
      all[set.name] = { ...all[set.name], [name]: inShort(result) };
    }
  }
  console.log('\nStrict rates over PERSON, ORG and PLACE; strict F1 of each type; F1 of spans alone and of overlaps');
  printTable(['set', 'system', ...COLUMNS, 'NORP', 'EVENT'], rows);
  return all;
}

/** Types that our figures are not about, where the set has them. */
function others(scorer: Scorer, set: GoldSet, names: ReadonlyMap<string, Predicted>): (string | number)[] {
  return ['NORP', 'EVENT'].map((type) => {
    const { strict } = scorer(set.documents, names, [type]);
    return strict.gold > 0 ? percent(strict.F) : '';
  });
}

/** The sample article, NORP included. */
async function scoreArticle({ score, ours, peers }: Run): Promise<object> {
  const article = readArticle();
  const types = [...TYPES, 'NORP'];
  const rows: (string | number)[][] = [];
  const all: Record<string, object> = {};
  for (const system of [ours, ...peers]) {
    const names = await findAll(system, [article]);
    const result = score([article], names, types);
    const { NORP } = result.per;
    rows.push([system.name, ...columns(result), percent(NORP?.F ?? 0)]);
    all[system.name] = { ...inShort(result), NORP: percent(NORP?.F ?? 0) };
    if (system === ours) printErrors([article], names, 100, types);
  }
  console.log('\nThe sample article, NORP included');
  printTable(['system', ...COLUMNS, 'NORP'], rows);
  return all;
}

/** The news sets ill-treated by seeded rules: what is lost. */
async function scoreVariants({ score, sets, ours, found }: Run): Promise<object> {
  const asked = options.variants ?? (options.quick ? 'none' : 'all');
  const variants = VARIANTS.filter(({ name }) => asked === 'all' || asked.split(',').includes(name));
  const all: Record<string, Record<string, object>> = {};
  const rows: (string | number)[][] = [];
  for (const set of sets.filter(({ name }) => NEWS.includes(name))) {
    const before = score(set.documents, found.get(set.name) ?? new Map()).strict.F;
    for (const variant of variants) {
      const random = seeded(Number(options.seed));
      const documents = set.documents.map((document) => varied(document, variant, random));
      const names = await findAll(ours, documents);
      const result = score(documents, names);
      const loss = percent(before - result.strict.F);
      rows.push([set.name, variant.name, ...columns(result), loss]);
      all[set.name] = { ...all[set.name], [variant.name]: { F1: percent(result.strict.F), loss } };
    }
  }
  if (rows.length > 0) console.log('\nIll-treated news: what is lost of the strict F1, in points');
  if (rows.length > 0) printTable(['set', 'variant', ...COLUMNS, 'loss'], rows);
  return all;
}

/** Whether confidences mean something, on news. */
function scoreReliability({ sets, found }: Run): object {
  const all: Record<string, number> = {};
  for (const { name, documents } of sets.filter((set) => NEWS.includes(set.name))) {
    console.log(`\nConfidence and truth on ${name}`);
    const { error } = printReliability(documents, found.get(name) ?? new Map(), TYPES);
    console.log(`expected calibration error ${percent(error)}`);
    all[name] = percent(error);
  }
  return all;
}

function showErrors({ sets, found }: Run, most: number): void {
  for (const { name, documents } of sets) {
    console.log(`\nMistakes on ${name}`);
    printErrors(documents, found.get(name) ?? new Map(), most, TYPES);
  }
}

/** JSON Lines as the shared scorer reads them. */
function writePredictions({ found }: Run, file: string): void {
  const lines = [...found.values()].flatMap((documents) =>
    [...documents].map(([id, { text, entities }]) => JSON.stringify({ id, text, entities })),
  );
  writeFileSync(file, `${lines.join('\n')}\n`);
}

const COLUMNS = ['P', 'R', 'F1', ...TYPES, 'span', 'overlap'];

function columns({ strict, span, overlap, per }: Score): number[] {
  return [strict.P, strict.R, strict.F, ...TYPES.map((type) => per[type]?.F ?? 0), span.F, overlap.F].map(percent);
}

function inShort({ strict, span, per }: Score): object {
  const types = Object.fromEntries(TYPES.map((type) => [type, percent(per[type]?.F ?? 0)]));
  return { P: percent(strict.P), R: percent(strict.R), F1: percent(strict.F), span: percent(span.F), ...types };
}

/** A rate in percent, with one digit behind the point. */
function percent(rate: number): number {
  return Math.round(rate * 1000) / 10;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
