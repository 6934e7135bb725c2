import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type Agreement, agreementOf } from '../../core/agreement/agreement';
import { agreementTable } from '../../core/agreement/agreementTable';
import type { Estimate } from '../../core/agreement/bootstrap';
import { type RatedArticle, ratedArticle } from '../../core/agreement/rated';
import type { AnnotatedArticle } from '../../core/formats/format';
import { placeArticle } from '../../core/formats/place';
import { rowText } from '../../core/formats/shared/csv';
import { isSidecarName } from '../../core/sidecar/paths';
import { corpus } from '../corpus';
import { importedFiles, lostLines } from '../imports';
import { listed, oneOf, parsedArgs } from '../options';
import { complain } from '../terminal';
import { FileTrouble } from '../textFile';
import { UsageError } from '../usageError';

export const AGREE_HELP = `agree [OPTIONS] SIDE SIDE…
  agree [OPTIONS] --annotators NAME,NAME… FILE…

      Measures how far annotators agree on the same articles: Cohen's kappa (two) and
      Fleiss' kappa (all) on tokens, Krippendorff's alpha on tokens and, unitized, on
      spans; F1 of spans: strict (words and label), partial (words, half where they
      only overlap), type (label, where they overlap); by label, by article, with
      95 % bootstrap intervals and what was taken for what.
      Accepted annotations count. A SIDE is one annotator's work: a folder of
      articles, a sidecar, or a file of any format that has the text.

      --annotators  whose sidecars of the same articles: story.txt.NAME.newsmark.json;
                    a - is the sidecar without a name
      --format      table (default), json, csv (a row for each figure)
      --draws       how many draws an interval is made of (default 1000; 0: none)
      --seed        a number for other draws (default 1)

      Ends with 1 where something could not be read.

      newsmark agree --annotators alice,bob news/
      newsmark agree alice/ bob/ carol/
      newsmark agree gold.jsonl predicted.jsonl --format json`;

/** One annotator's articles. */
interface Side {
  readonly name: string;
  readonly articles: ReadonlyMap<string, AnnotatedArticle>;
  /** Whether all of them could be read. */
  readonly isWhole: boolean;
}

/** `newsmark agree`. @returns 1 where something could not be read, or the sides have no article in common */
export async function agree(args: string[]): Promise<number> {
  const { values, positionals } = parsedArgs(args, {
    annotators: { type: 'string' },
    format: { type: 'string' },
    draws: { type: 'string' },
    seed: { type: 'string' },
  });
  const format = oneOf('format', values.format, ['table', 'json', 'csv']) ?? 'table';
  const draws = wholeNumber('draws', values.draws ?? '1000');
  const seed = wholeNumber('seed', values.seed ?? '1');
  const annotators = [...(listed(values.annotators === undefined ? undefined : [values.annotators]) ?? [])];
  if (annotators.length === 1) throw new UsageError('--annotators takes two names at least');
  if (positionals.includes('-')) throw new UsageError('agree compares files and folders, not standard input');
  if (positionals.length < (annotators.length > 0 ? 1 : 2)) throw new UsageError('agree needs two sides at least');
  try {
    const sides =
      annotators.length > 0 ? await sidesOf(annotators, positionals) : await Promise.all(positionals.map(sideIn));
    const rated = common(sides);
    if (rated.length === 0) throw new FileTrouble('the sides have no article in common');
    const found = agreementOf(
      sides.map(({ name }) => name),
      rated,
      { draws, seed },
    );
    process.stdout.write({ table: agreementTable, json: asJson, csv: asCsv }[format](found));
    return sides.every(({ isWhole }) => isWhole) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof FileTrouble)) throw error;
    complain(error.message);
    return 1;
  }
}

function wholeNumber(name: string, value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`--${name} takes a number`);
  return Number(value);
}

/** Sides by their sidecars; an article that one of them has no sidecar for, they have not seen. */
async function sidesOf(annotators: readonly string[], files: readonly string[]): Promise<Side[]> {
  const sides: Side[] = [];
  for (const name of annotators) {
    const articles = new Map<string, AnnotatedArticle>();
    for await (const article of corpus(files, { annotator: name === '-' ? '' : name, needsSidecar: true }))
      articles.set(article.name, article);
    sides.push({ name, articles, isWhole: true });
  }
  return sides;
}

async function sideIn(argument: string): Promise<Side> {
  const name = path.basename(argument);
  const articles = new Map<string, AnnotatedArticle>();
  let isWhole = true;
  const take = (article: AnnotatedArticle) => {
    if (articles.has(article.name)) throw new FileTrouble(`${argument}: ${article.name}: it is there twice`);
    articles.set(article.name, article);
  };
  if (isSidecarName(argument) || (await isFolder(argument))) {
    for await (const article of corpus([argument], {})) take(article);
  } else {
    for await (const file of importedFiles([argument], undefined)) {
      const { articles: read, problems } = file;
      isWhole &&= file.isWhole;
      for (const problem of problems) complain(problem);
      for (const { article } of read) {
        const placed = placeArticle(article);
        if (!placed) throw new FileTrouble(`${argument}: ${article.name}: the file has no text`);
        const lost = lostLines(argument, placed);
        isWhole &&= lost.length === 0;
        for (const line of lost) complain(line);
        take(placed.article);
      }
    }
  }
  if (articles.size === 0) throw new FileTrouble(`${argument}: there is no annotated article`);
  return { name, articles, isWhole };
}

async function isFolder(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isDirectory();
  } catch {
    // What is not there is told by those who read it.
    return false;
  }
}

/** The articles that two sides at least have, by name; where each side has only one article, those. */
function common(sides: readonly Side[]): RatedArticle[] {
  const areSingle = sides.every(({ articles }) => articles.size === 1);
  const keyed = sides.map(({ articles }) => (areSingle ? new Map([['', [...articles.values()][0]]]) : articles));
  const names = new Set(keyed.flatMap((articles) => [...articles.keys()]));
  return [...names].flatMap((key): RatedArticle[] => {
    const own = keyed.map((articles) => articles.get(key));
    const there = own.filter((article) => article !== undefined);
    const [first] = there;
    if (!first || there.length < 2) return [];
    if (there.some(({ text }) => text !== first.text))
      throw new FileTrouble(`${first.name}: the sides do not have the same text`);
    return [
      ratedArticle(
        first.name,
        first.text,
        own.map((article) => article?.set),
      ),
    ];
  });
}

/** JSON has no NaN: a figure that can't be had is null. */
function asJson(found: Agreement): string {
  return `${JSON.stringify(found)}\n`;
}

function asCsv({ fleiss, alpha, unitized, pairs, labels, byArticle }: Agreement): string {
  const row = (about: string, name: string, measure: string, { value, low, high }: Estimate) =>
    rowText(
      [
        about,
        name,
        measure,
        ...[value, low, high].map((each) => (each === undefined || Number.isNaN(each) ? '' : String(each))),
      ],
      ',',
    );
  return [
    rowText(['about', 'name', 'measure', 'value', 'low', 'high'], ','),
    row('all', '', 'fleiss-kappa', fleiss),
    row('all', '', 'alpha', alpha),
    row('all', '', 'alpha-u', unitized),
    ...pairs.flatMap(({ first, second, kappa, strict, partial, type }) =>
      Object.entries({ 'cohen-kappa': kappa, 'f1-strict': strict, 'f1-partial': partial, 'f1-type': type }).map(
        ([measure, each]) => row('pair', `${first} ${second}`, measure, each),
      ),
    ),
    ...labels.flatMap((each) => [
      row('label', each.label, 'f1-strict', { value: each.strict }),
      row('label', each.label, 'alpha', { value: each.alpha }),
      row('label', each.label, 'alpha-u', each.unitized),
    ]),
    ...byArticle.flatMap((each) => [
      row('article', each.name, 'f1-strict', { value: each.strict }),
      row('article', each.name, 'alpha', { value: each.alpha }),
    ]),
  ].join('');
}
