/**
 * Are annotations found again after an article was edited unseen?
 *
 *     npm run bench:anchoring -- [--seed N] [--short] [--tuning] [--bad KIND] [--no-peer]
 *
 * Articles annotated from gold data are edited in every way of anchoring/edits.ts, at three degrees of violence (2, 6
 * and 15 % of the words, sentences or paragraphs), and the annotations placed anew from what a sidecar holds. The edit
 * scripts keep track of every character, so it is known what became of each annotation's words:
 *
 * - they *stand*: all their characters are there, in order with nothing between, though maybe converted (kinds of
 *   spaces, quote marks, dashes, normalization, line breaks). Right is just that span; any other is wrong, but for
 *   `twin`s: see `Tally`.
 * - they *changed*: at least half of their characters are there, not spread over more than twice their length. An
 *   orphan is fine, and so is a span that overlaps what is left by half; any other is wrong.
 * - they are *gone*: only an orphan is right.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { findQuotes } from '../../src/core/sidecar/anchor/anchor';
import { codePoints } from '../../src/core/text/codePoints';
import { foreignSentences, measuredArticles, tuningArticles } from './anchoring/articles';
import { type Bad, type CampaignRow, type Placer, runCampaign, sumOf } from './anchoring/campaign';
import { EDIT_KINDS, VIOLENCE } from './anchoring/edits';
import { type ApproximateSearch, placeAsHypothesis } from './anchoring/hypothesis';
import { TrackedText } from './anchoring/tracked';
import { type AnnotatedArticle, filedQuotes, lost, standing, type Tally } from './anchoring/trial';
import { seeded } from './support/random';
import { finish, medianTime, printTable, REPORT_OPTIONS } from './support/report';

const { values } = parseArgs({
  options: {
    ...REPORT_OPTIONS,
    shared: { type: 'string' },
    seed: { type: 'string', default: '1' },
    short: { type: 'boolean', default: false },
    tuning: { type: 'boolean', default: false },
    bad: { type: 'string' },
    'no-peer': { type: 'boolean', default: false },
  },
});

const every = values.tuning ? tuningArticles() : measuredArticles();
const articles = values.short ? every.filter((_, index) => index % 10 === 0) : every;
const foreign = foreignSentences(every);
const options = { articles, foreign, seed: Number(values.seed) };

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const started = performance.now();
  const rows = runCampaign({ ...options, ...(values.bad !== undefined && { onBad: showBad }) });
  const ourSeconds = (performance.now() - started) / 1000;
  printRows('Newsmark', rows);
  console.log(`${ourSeconds.toFixed(1)} s, edits included\n`);

  const peer = values['no-peer'] ? undefined : await runPeer();
  const speed = measureSpeed();
  finish('anchoring', {
    seed: options.seed,
    articles: articles.length,
    annotations: sumOf(rows, ({ all }) => all),
    newsmark: summary(rows),
    ...(peer && { hypothesis: summary(peer) }),
    speed,
  });
}

function summary(list: readonly CampaignRow[]) {
  const all = sumOf(list, (row) => row.all);
  const repeated = sumOf(list, (row) => row.repeated);
  return {
    standing: standing(all),
    right: percent(all.right, standing(all)),
    wrong: percent(all.wrong, standing(all)),
    repeatedStanding: standing(repeated),
    repeatedRight: percent(repeated.right, standing(repeated)),
    repeatedWrong: percent(repeated.wrong, standing(repeated)),
    lost: lost(all),
    lostMisplaced: percent(all.changedWrong + all.gonePlaced, lost(all)),
    misplacedOfAll: percent(all.wrong + all.changedWrong + all.gonePlaced, standing(all) + lost(all)),
    leastRight: Math.min(...list.map((row) => percent(row.all.right, standing(row.all)))),
    mostWrong: Math.max(...list.map((row) => percent(row.all.wrong, standing(row.all)))),
  };
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100_000) / 1000;
}

function printRows(who: string, list: readonly CampaignRow[]): void {
  const cells = (tally: Tally) => [
    standing(tally),
    percent(tally.right, standing(tally)).toFixed(2),
    tally.orphaned,
    tally.wrong,
    tally.twin,
  ];
  const head = [
    'edit',
    'violence',
    'stand',
    '% right',
    'orphaned',
    'wrong',
    'twin',
    'repeated',
    '% right',
    'orphaned',
    'wrong',
    'twin',
  ];
  const lostHead = ['changed: placed', 'orphaned', 'wrong', 'gone: orphaned', 'placed'];
  console.log(`${who}`);
  printTable(
    [...head, ...lostHead],
    [
      ...list,
      { kind: 'all', violence: '', all: sumOf(list, (row) => row.all), repeated: sumOf(list, (row) => row.repeated) },
    ].map(({ kind, violence, all, repeated }) => [
      kind,
      violence,
      ...cells(all),
      ...cells(repeated),
      all.changedPlaced,
      all.changedOrphaned,
      all.changedWrong,
      all.goneOrphaned,
      all.gonePlaced,
    ]),
  );
}

async function runPeer(): Promise<CampaignRow[]> {
  const peers = createRequire(path.resolve('test/bench/peers/package.json'));
  const module: { default: ApproximateSearch } = await import(pathToFileURL(peers.resolve('approx-string-match')).href);
  const place: Placer = (text, quotes) => {
    const points = codePoints(text);
    return quotes.map((quote) => placeAsHypothesis(text, quote, points.toUtf16(quote.start), module.default));
  };
  // It takes some hundred times as long, so it gets every tenth article.
  const sample = values.short ? articles : articles.filter((_, index) => index % 10 === 0);
  const begun = performance.now();
  const list = runCampaign({ ...options, articles: sample }, place);
  printRows(`Hypothesis's way, ${sample.length} of ${articles.length} articles`, list);
  console.log(`${((performance.now() - begun) / 1000).toFixed(1)} s, edits included\n`);
  return list;
}

/** How long 10,000 annotations on 1 MB take after heavy edits of all kinds. */
function measureSpeed() {
  const big = bigArticle();
  const edited = new TrackedText(big.text);
  EDIT_KINDS.at(-1)?.run(edited, VIOLENCE.heavy ?? 0, seeded(options.seed), foreign);
  const quotes = filedQuotes(big);
  const text = edited.value;
  const length = codePoints(big.text).length;
  const milliseconds = medianTime(() => findQuotes(text, quotes, length), 3);
  console.log(`${quotes.length} annotations on ${text.length} characters placed anew in ${milliseconds.toFixed(0)} ms`);
  return { annotations: quotes.length, characters: text.length, milliseconds: Math.round(milliseconds) };
}

function bigArticle(): AnnotatedArticle {
  const parts: string[] = [];
  const spans: { start: number; end: number }[] = [];
  let length = 0;
  for (let index = 0; length < 1_000_000; index++) {
    const article = every[index % every.length];
    if (!article) break;
    for (const { start, end } of article.spans) spans.push({ start: start + length, end: end + length });
    parts.push(article.text, '\n\n');
    length += article.text.length + 2;
  }
  const step = spans.length / 10_000;
  const some = step > 1 ? Array.from({ length: 10_000 }, (_, index) => spans[Math.floor(index * step)]) : spans;
  return { id: 'big', text: parts.join(''), spans: some.flatMap((span) => span ?? []) };
}

function showBad({ kind, violence, outcome, quote, text, due, placed }: Bad): void {
  if (values.bad !== 'all' && kind !== values.bad) return;
  const around = (span: { start: number; end: number } | undefined) =>
    span
      ? JSON.stringify(
          `${text.slice(span.start - 40, span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end, span.end + 40)}`,
        )
      : '–';
  console.log(
    `${outcome} after ${kind} ${violence}: ${JSON.stringify(`${quote.prefix}[${quote.quote}]${quote.suffix}`)}`,
  );
  console.log(`    due    ${due?.start ?? ''} ${around(due)}\n    placed ${placed?.start ?? ''} ${around(placed)}`);
}
