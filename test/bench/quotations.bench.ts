/**
 * Quotations and their speakers on news articles with gold quotations, beside compromise's quotations() and a simple
 * regular expression over quotation marks, all in one run.
 *
 *     npm run bench:quotations [-- --errors miss|false|speaker] [--shared DIR]
 */
import { parseArgs } from 'node:util';
import nlp from 'compromise';
import { createAnalyzer } from '../../src/core/analyzer';
import { loadRecognizers } from '../../src/core/recognize';
import { recognizeArticle } from '../../src/core/recognizeArticle';
import { paragraphs } from '../../src/core/text/paragraphs';
import { assets } from '../support/assets';
import { finish, printTable } from './support/report';
import { importScorer, readJsonLines } from './support/sharedData';

type Pair = readonly [start: number, end: number];

interface Quote {
  readonly kind?: string;
  readonly content: readonly Pair[];
  readonly speaker: readonly Pair[];
  readonly cue: readonly Pair[];
}

interface Article {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly Quote[];
}

interface Scores {
  readonly gold: number;
  readonly pred: number;
  readonly contentIoU50_F1: number;
  readonly exactWords_F1: number;
  readonly token_F1: number;
  readonly speakerAcc_onMatched: number;
  readonly recallByKind: Readonly<Record<string, string>>;
}

type Score = (articles: readonly Article[], predict: (article: Article) => readonly Quote[]) => Scores;

const { values } = parseArgs({
  options: { errors: { type: 'string' }, shared: { type: 'string' } },
  strict: false,
});

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

async function run(): Promise<void> {
  const articles = readJsonLines<Article>('quotations', 'measure-only', 'dev.polnear.jsonl');
  const { scoreQ } = await importScorer<{ scoreQ: Score }>('quotations');
  const ours = await newsmark(articles);
  const systems = { newsmark: ours, compromise: compromise(articles), 'regular expression': byMarks(articles) };
  const scores = Object.fromEntries(
    Object.entries(systems).map(([name, found]) => [name, scoreQ(articles, ({ id }) => found.get(id) ?? [])]),
  );
  const recall = ({ recallByKind }: Scores, kind: string) => Number.parseFloat(recallByKind[kind] ?? '0');
  printTable(
    ['', 'half overlap F1', 'same words F1', 'words F1', 'direct recall', 'mixed', 'indirect', 'speakers %'],
    Object.entries(scores).map(([name, score]) => [
      name,
      score.contentIoU50_F1,
      score.exactWords_F1,
      score.token_F1,
      recall(score, 'direct'),
      recall(score, 'mixed'),
      recall(score, 'indirect'),
      score.speakerAcc_onMatched,
    ]),
  );
  const direct = directPrecision(articles, ours);
  console.log(`Direct quotations found that are quotations: ${direct} %`);
  const speed = await megabytesPerSecond(articles);
  printTable(
    ['MB of text a second', ''],
    Object.entries(speed).map(([name, rate]) => [name, rate]),
  );
  if (typeof values.errors === 'string') printErrors(articles, ours, values.errors);
  finish('quotations', { scores, directPrecision: direct, megabytesPerSecond: speed });
}

/** What the command line prints for each article, and so what the editor shows. */
async function newsmark(articles: readonly Article[]): Promise<Map<string, Quote[]>> {
  const analyzer = createAnalyzer({ assets });
  const found = new Map<string, Quote[]>();
  for (const { id, text } of articles) {
    const { mentions } = await recognizeArticle(analyzer, { raw: text });
    const quotes = mentions.flatMap(({ quotation }) => {
      if (!quotation) return [];
      const { kind, content, speaker, cue } = quotation;
      const pair = ({ start, end }: { start: number; end: number }): Pair => [start, end];
      return [
        { kind, content: content.map(pair), speaker: speaker ? [pair(speaker)] : [], cue: cue ? [pair(cue)] : [] },
      ];
    });
    found.set(id, quotes);
  }
  return found;
}

/** compromise gives the quoted words with their marks, and no speaker. */
function compromise(articles: readonly Article[]): Map<string, Quote[]> {
  return new Map(
    articles.map(({ id, text }) => {
      const json: unknown = nlp(text).quotations().json({ offset: true });
      const entries = Array.isArray(json) ? (json as { offset: { start: number; length: number } }[]) : [];
      return [
        id,
        entries.map(({ offset }) => ({
          content: [[offset.start, offset.start + offset.length]],
          speaker: [],
          cue: [],
        })),
      ];
    }),
  );
}

const QUOTED = /["“]([^"“”\n]{2,2000})["”]/g;
const SAYS =
  /(?:([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}|he|she|they|it) (said|says|told|added|wrote)|(said|says|added|wrote) ([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}|he|she|they))/;

/** Whatever stands in quotation marks, said by the name beside the nearest "said". */
function byMarks(articles: readonly Article[]): Map<string, Quote[]> {
  return new Map(
    articles.map(({ id, text }) => {
      const quotes = [...text.matchAll(QUOTED)].map((match): Quote => {
        const end = match.index + match[0].length;
        const around = text.slice(end, end + 80);
        const said = SAYS.exec(around);
        const name = said?.[1] ?? said?.[4];
        const at = name === undefined ? -1 : end + (said?.index ?? 0) + (said?.[0].indexOf(name) ?? 0);
        return {
          content: [[match.index + 1, end - 1]],
          speaker: name === undefined ? [] : [[at, at + name.length]],
          cue: [],
        };
      });
      return [id, quotes];
    }),
  );
}

/** Of all that we call direct speech, how much matches a gold quotation of any kind, in percent. */
function directPrecision(articles: readonly Article[], found: ReadonlyMap<string, readonly Quote[]>): number {
  let all = 0;
  let right = 0;
  for (const { pairs, quotes } of matched(articles, found)) {
    quotes.forEach((quote, index) => {
      if (quote.kind !== 'direct') return;
      all++;
      if (pairs.has(index)) right++;
    });
  }
  return Math.round((1000 * right) / Math.max(1, all)) / 10;
}

interface Matched {
  readonly article: Article;
  readonly quotes: readonly Quote[];
  /** Index of our quotation to index of the gold one. */
  readonly pairs: ReadonlyMap<number, number>;
}

/** Pairs as the scorer makes them: words that overlap by half or more, the best first, each used once. */
function matched(articles: readonly Article[], found: ReadonlyMap<string, readonly Quote[]>): Matched[] {
  return articles.map((article) => {
    const quotes = found.get(article.id) ?? [];
    const ours = quotes.map(({ content }) => wordsAt(article.text, content));
    const candidates = article.quotes.flatMap((gold, goldIndex) => {
      const words = wordsAt(article.text, gold.content);
      return ours.map((own, index) => ({ overlap: overlapOf(words, own), index, goldIndex }));
    });
    const pairs = new Map<number, number>();
    const taken = new Set<number>();
    for (const { overlap, index, goldIndex } of candidates.sort((a, b) => b.overlap - a.overlap)) {
      if (overlap < 0.5 || pairs.has(index) || taken.has(goldIndex)) continue;
      pairs.set(index, goldIndex);
      taken.add(goldIndex);
    }
    return { article, quotes, pairs };
  });
}

function wordsAt(text: string, spans: readonly Pair[]): Set<number> {
  const words = spans.flatMap(([start, end]) =>
    [...text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)].map((match) => start + match.index),
  );
  return new Set(words);
}

function overlapOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return both / (a.size + b.size - both || 1);
}

/** Milliseconds of processor time of a job, the median of some runs: other work on the machine does not count. */
function processorTime(job: () => void, runs = 9): number {
  job();
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    job();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e3;
  }).sort((a, b) => a - b);
  return times[Math.floor(runs / 2)] ?? Number.NaN;
}

/** On one core, the recognizer alone and all recognizers together; compromise on the same text. */
async function megabytesPerSecond(articles: readonly Article[]): Promise<Record<string, number>> {
  const all = await loadRecognizers(assets);
  const passages = articles.flatMap(({ text }) => paragraphs(text).map(({ start, end }) => text.slice(start, end)));
  const bytes = passages.reduce((sum, passage) => sum + Buffer.byteLength(passage), 0);
  const rate = (ids: readonly string[]) => {
    const members = all.filter(({ id }) => ids.includes(id));
    const time = processorTime(() => {
      for (const passage of passages) for (const member of members) member.run(passage, { published: '2016-10-01' });
    });
    return bytes / 1e3 / time;
  };
  const sample = passages.slice(0, 300);
  const sampleBytes = sample.reduce((sum, passage) => sum + Buffer.byteLength(passage), 0);
  const peer = processorTime(() => {
    for (const passage of sample) nlp(passage).quotations().json({ offset: true });
  }, 3);
  return {
    quotations: rate(['quotations']),
    'figures, dates and quotations': rate(['figures', 'dates', 'quotations']),
    compromise: sampleBytes / 1e3 / peer,
  };
}

function printErrors(articles: readonly Article[], found: ReadonlyMap<string, readonly Quote[]>, which: string): void {
  for (const { article, quotes, pairs } of matched(articles, found)) {
    const words = (spans: readonly Pair[] = []) =>
      spans.map(([start, end]) => article.text.slice(start, end).replace(/\s+/g, ' ')).join(' | ');
    const line = (quote: Quote) => `${words(quote.speaker)} / ${words(quote.cue)} / ${words(quote.content)}`;
    const hit = new Set(pairs.values());
    if (which === 'miss')
      for (const [index, gold] of article.quotes.entries())
        if (!hit.has(index)) console.log(`${gold.kind}: ${line(gold)}`);
    for (const [index, quote] of quotes.entries()) {
      const gold = article.quotes[pairs.get(index) ?? -1];
      if (which === 'false' && !gold) console.log(`${quote.kind}: ${line(quote)}`);
      if (which === 'speaker' && gold && words(gold.speaker) !== words(quote.speaker))
        console.log(`${words(gold.speaker)} <> ${line(quote)}`);
    }
  }
}
