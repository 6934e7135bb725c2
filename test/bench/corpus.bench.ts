import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createAnalyzer } from '../../src/core/analyzer';
import { findInconsistencies, type Inconsistency } from '../../src/core/corpus/consistency';
import { CorpusIndex } from '../../src/core/corpus/corpusIndex';
import type { CorpusStore, StoredArticle } from '../../src/core/corpus/corpusStore';
import { entityContext, quotationsElsewhere } from '../../src/core/corpus/entityContext';
import { figureContext } from '../../src/core/corpus/figureContext';
import type { IndexedArticle, IndexedMention } from '../../src/core/corpus/indexedArticle';
import { indexSource } from '../../src/core/corpus/indexSource';
import { packArticle, unpackArticle } from '../../src/core/corpus/packedArticle';
import { type Blobs, segmentStore } from '../../src/core/corpus/segmentStore';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledgeBase';
import { readShippedBase } from '../../src/core/knowledge/shippedBase';
import { assets } from '../support/assets';
import { generateCorpus } from '../support/corpusGenerator';
import { seeded } from './support/random';
import { finish, printTable, REPORT_OPTIONS } from './support/report';
import { sharedFolder } from './support/sharedData';

/** How many articles are kept together, as in the editor. */
const TOGETHER = 200;

/** How many hovers are asked for. */
const HOVERS = 2_000;

const { values } = parseArgs({
  options: {
    ...REPORT_OPTIONS,
    /** How many articles are recognized. */
    articles: { type: 'string', default: '10000' },
    /** Measures as many as `--total` says, too: the others are made from the entries of the recognized ones. */
    large: { type: 'boolean', default: false },
    total: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    shared: { type: 'string' },
    /** Take the articles from the gold data, as many as there are, in place of generated ones. */
    news: { type: 'boolean', default: false },
  },
});
void main();

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsmark-corpus-'));
  try {
    await measure(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string): Promise<void> {
  const { store, recognized, ...indexing } = await indexAll(folder);
  const texts = values.news
    ? 'Texts of the gold data.'
    : 'Each text is generated, with a seed: see test/support/corpusGenerator.ts.';
  console.log(`${recognized.length} articles recognized. ${texts}`);
  printTable(
    ['', ''],
    [
      ['words', indexing.words],
      ['seconds of processor time to index them', indexing.seconds],
      ['… of which recognition, %', indexing.recognition * 100],
      ['words a second', Math.round(indexing.words / indexing.seconds)],
    ],
  );
  const sizes: Record<string, object> = {};
  sizes[recognized.length] = await measureOpened(folder, indexing.mentions);
  const more = values.large ? Number(values.total) - recognized.length : 0;
  if (more > 0) {
    console.log(`\n${more} more, made from those: other people, companies, days and amounts, the same states.`);
    const copied = await copyEntries(store, more, recognized);
    sizes[recognized.length + more] = await measureOpened(folder, indexing.mentions + copied);
  }
  finish('corpus', { recognized: recognized.length, indexing, sizes });
}

/** Opened again, so that neither recognizers nor their model count in the memory. */
async function measureOpened(folder: string, mentions: number) {
  const { index, ...opening } = await openAgain(folder);
  const diskMB = await sizeOf(folder);
  const base = readShippedBase(new TextDecoder().decode(await assets.read('knowledge.base')));
  const queriesMs = queryTimes(index, base);
  const started = processor();
  const findings = await findInconsistencies(index);
  const consistency = { milliseconds: processor() - started, findings: countsOf(findings) };
  const changedFileMs = await changeOne(folder, index);
  console.log(`\n${index.size} articles`);
  printTable(
    ['', ''],
    [
      ['mentions', mentions],
      ['milliseconds to open again, in all', opening.total],
      ['… of processor time', opening.processor],
      ['… of it at a time, at most, while nothing else ran', opening.longest],
      ['… MB of heap', opening.heapMB],
      ['… MB of buffers', opening.buffersMB],
      ['MB on disk', diskMB],
      ['milliseconds for a changed file', changedFileMs],
      ['milliseconds to find what is inconsistent', consistency.milliseconds],
      ['… findings', findings.length],
    ],
  );
  console.log();
  printTable(
    ['milliseconds of processor time for', 'p50', 'p99', 'most'],
    Object.entries(queriesMs).map(([name, { p50, p99, most }]) => [name, p50, p99, most]),
  );
  return { mentions, opening, consistency, diskMB, changedFileMs, queriesMs };
}

interface Source {
  readonly path: string;
  readonly text: string;
  readonly sidecar?: string;
}

function* sources(): Generator<Source> {
  const most = Number(values.articles);
  if (!values.news) return yield* generateCorpus(most, Number(values.seed));
  yield* newsSources;
}

let newsSources: readonly Source[] = [];

async function readNews(): Promise<void> {
  const folder = path.join(sharedFolder(), 'data', 'entities', 'dev');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  const found: Source[] = [];
  for (const file of files) {
    const lines = (await readFile(path.join(folder, file), 'utf8')).split('\n').filter((line) => line !== '');
    lines.forEach((line, at) => {
      const { text } = JSON.parse(line) as { text?: string };
      if (text) found.push({ path: `${file}/${at}.txt`, text });
    });
  }
  newsSources = found.slice(0, Number(values.articles));
}

async function indexAll(folder: string) {
  if (values.news) await readNews();
  const analyzer = createAnalyzer({ assets });
  const base = readShippedBase(new TextDecoder().decode(await assets.read('knowledge.base')));
  await indexSource({ analyzer, base }, { path: 'x', fileName: 'x', raw: 'Warm up in Berlin.\n', published: '' });
  const store = segmentStore(blobsIn(folder));
  await store.load(async () => undefined);
  let waiting: StoredArticle[] = [];
  const recognized: StoredArticle[] = [];
  let [seconds, recognition, words, mentions] = [0, 0, 0, 0];
  const timed = {
    analyze: async (...request: Parameters<typeof analyzer.analyze>) => {
      const started = processor();
      const suggestions = await analyzer.analyze(...request);
      recognition += (processor() - started) / 1e3;
      return suggestions;
    },
  };
  for (const { path: name, text, sidecar } of sources()) {
    const started = processor();
    const packed = await indexSource(
      { analyzer: timed, base },
      {
        path: name,
        fileName: path.basename(name),
        raw: text,
        published: '',
        ...(sidecar !== undefined && { sidecar }),
      },
    );
    if (packed) {
      const article = unpackArticle(name, packed);
      words += article.words;
      mentions += article.mentions.length;
      waiting.push({ path: name, stamp: '0 0', packed });
      recognized.push({ path: name, stamp: '0 0', packed });
    }
    if (waiting.length >= TOGETHER) {
      await store.write({ put: waiting, removed: [] });
      waiting = [];
    }
    seconds += (processor() - started) / 1e3;
  }
  await store.write({ put: waiting, removed: [] });
  return { store, recognized, seconds, recognition: recognition / seconds, words, mentions };
}

/**
 * Entries for more articles than there is time to recognize.
 * @returns how many mentions they have
 */
async function copyEntries(store: CorpusStore, count: number, recognized: readonly StoredArticle[]): Promise<number> {
  let mentions = 0;
  let waiting: StoredArticle[] = [];
  for (let number = 0; number < count; number++) {
    const source = recognized[number % recognized.length];
    if (!source) break;
    const article = unpackArticle(source.path, source.packed);
    const round = 1 + Math.floor(number / recognized.length);
    const published = new Date(Date.parse(article.published ?? '2020-01-01') + round * 7 * 86_400_000);
    const other = {
      ...article,
      path: `round-${round}/${source.path}`,
      published: published.toISOString().slice(0, 10),
      mentions: article.mentions.map((mention) => otherMention(mention, round)),
    };
    mentions += other.mentions.length;
    waiting.push({ path: other.path, stamp: '0 0', packed: packArticle(other) });
    if (waiting.length < TOGETHER) continue;
    await store.write({ put: waiting, removed: [] });
    waiting = [];
  }
  await store.write({ put: waiting, removed: [] });
  return mentions;
}

/** The same mention in another article: what the knowledge base knows stays, other names and amounts are others. */
function otherMention(mention: IndexedMention, round: number): IndexedMention {
  const { label, name, guess, link, value } = mention;
  const isOwn = (label === 'PERSON' || label === 'ORG') && guess === undefined && link === undefined;
  if (isOwn) return { ...mention, name: `${name}-${round}` };
  if (value === undefined || label === 'DATE' || label === 'TIME') return mention;
  return { ...mention, value: value.replace(/\d+/, (digits) => String(Number(digits) + round)) };
}

/** As the editor opens it: in pieces, and the longest of them is how long anything else has to wait. */
async function openAgain(folder: string) {
  const before = await memory();
  const index = new CorpusIndex();
  const store: CorpusStore = segmentStore(blobsIn(folder));
  const started = performance.now();
  const busy = processor();
  let last = busy;
  let longest = 0;
  const turn = setInterval(() => {
    longest = Math.max(longest, processor() - last);
    last = processor();
  });
  await store.load(async (articles) => {
    for (const { path: name, packed } of articles) index.putPacked(name, packed);
    await new Promise((resolve) => setTimeout(resolve));
  });
  const total = performance.now() - started;
  const used = processor() - busy;
  clearInterval(turn);
  const after = await memory();
  return {
    index,
    total,
    processor: used,
    longest,
    heapMB: after.heap - before.heap,
    buffersMB: after.buffers - before.buffers,
  };
}

async function changeOne(folder: string, index: CorpusIndex): Promise<number> {
  const store = segmentStore(blobsIn(folder));
  await store.load(async () => undefined);
  const analyzer = createAnalyzer({ assets });
  const [source] = sources();
  if (!source) return 0;
  const base = readShippedBase(new TextDecoder().decode(await assets.read('knowledge.base')));
  const ask = () =>
    indexSource(
      { analyzer, base },
      {
        path: source.path,
        fileName: 'a.txt',
        raw: `${source.text}\nMore of it.\n`,
        published: '',
      },
    );
  await ask();
  const started = processor();
  const packed = await ask();
  if (packed) {
    index.putPacked(source.path, packed);
    await store.write({ put: [{ path: source.path, stamp: '1', packed }], removed: [] });
  }
  return processor() - started;
}

function countsOf(findings: readonly Inconsistency[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { kind } of findings) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

interface Times {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

/** What hovers, searches and a profile ask for, about mentions drawn from all articles. */
function queryTimes(index: CorpusIndex, base: KnowledgeBase): Readonly<Record<string, Times>> {
  const random = seeded(7);
  const paths = [...index.paths()];
  const drawn: IndexedArticle[] = [];
  for (let at = 0; at < HOVERS; at++) {
    const article = index.article(random.pick(paths));
    if (article) drawn.push(article);
  }
  const names = (article: IndexedArticle) =>
    article.mentions.filter(
      ({ label }) => label !== 'QUOTATION' && index.keyOf('', { label, name: 'x' }) !== undefined,
    );
  const [frequent] = index.search('', 1);
  return {
    'an entity’s hover': timesOf(drawn, (article) => {
      const all = names(article);
      if (all.length > 0) entityContext(index, article.path, random.pick(all));
    }),
    'a figure’s hover': timesOf(drawn, (article) => {
      const all = article.mentions.filter(({ measure }) => measure !== undefined);
      if (all.length > 0) figureContext(index, base, article.path, random.pick(all).start);
    }),
    'a quotation’s hover': timesOf(drawn, (article) => {
      const spoken = article.mentions.filter(({ speaker }) => speaker !== undefined);
      const speaker = spoken.length > 0 && names(article).find(({ name }) => name === random.pick(spoken).speaker);
      if (speaker) quotationsElsewhere(index, article.path, speaker);
    }),
    'the most frequent entity’s hover': timesOf(drawn.slice(0, 100), () => {
      if (frequent) entityContext(index, '', frequent);
    }),
    'the references that are shown of the most frequent': timesOf(drawn.slice(0, 20), () => {
      const key = frequent?.key ?? '';
      let shown = 0;
      for (const there of index.pathsWith([key])) {
        shown += index.rangesOf(key, there).length;
        if (shown >= 5_000) break;
      }
    }),
    'a search': timesOf(drawn.slice(0, 200), (article) => {
      index.search(article.title.slice(0, 4), 20);
    }),
    'all references to an entity (in slices)': timesOf(drawn.slice(0, 100), (article) => {
      const all = names(article);
      const key = all.length > 0 && index.keyOf(article.path, random.pick(all));
      for (const there of key ? index.pathsWith([key]) : []) index.rangesOf(key || '', there);
    }),
    'packing an article': timesOf(drawn, (article) => {
      packArticle(article);
    }),
  };
}

function timesOf(articles: readonly IndexedArticle[], ask: (article: IndexedArticle) => void): Times {
  const times = articles
    .map((article) => {
      const started = processor();
      ask(article);
      return processor() - started;
    })
    .sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), most: at(1) };
}

/** Milliseconds of processor time so far: other work on the machine does not count. */
function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
}

/** What is held, once all is let go of that can be. */
async function memory(): Promise<{ readonly heap: number; readonly buffers: number }> {
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { heap: heapUsed / 1e6, buffers: arrayBuffers / 1e6 };
}

function blobsIn(folder: string): Blobs {
  return {
    list: () => readdir(folder),
    read: async (name) => new Uint8Array(await readFile(path.join(folder, name))),
    write: async (name, bytes) => {
      await mkdir(folder, { recursive: true });
      await writeFile(path.join(folder, name), bytes);
    },
    remove: (name) => rm(path.join(folder, name)),
  };
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async (name) => (await stat(path.join(folder, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1e6;
}
