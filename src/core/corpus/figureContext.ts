import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { parseValue } from '../values/parseValue';
import type { NumberValue } from '../values/value';
import type { ArticleEntry, CorpusIndex } from './corpusIndex';
import { type ElsewherePlace, placed } from './entityContext';
import { FigureSubjects } from './figureSubjects';
import type { IndexedArticle, IndexedMention } from './indexedArticle';

/** A figure that measures the same of the same. */
export interface ComparedFigure extends ElsewherePlace {
  /** What it was measured for, as its sentence dates it: `2023`, `2024-03`. */
  readonly period?: string;
  /** Whether it can't be right together with the other one: same period, another amount, and not in one sentence with it. */
  readonly isConflicting: boolean;
}

/** What a figure is, and where the corpus has it again. */
export interface FigureContext {
  readonly measure: string;
  /** Names of what it is measured of, in reading order. */
  readonly subjects: readonly string[];
  readonly period?: string;
  /** The newest articles first; also of this one. */
  readonly others: readonly ComparedFigure[];
}

/** How many of the newest articles with the same subjects are read, and how many figures are told. */
const MOST_READ = 60;
const MOST_TOLD = 6;

/**
 * Finds what other figures of the corpus measure the same of the same: a figure with the same measure and unit, in a
 * sentence that names the same entities; a country's people stand for the country.
 * @param base knows whose people are called so
 * @param start where the figure begins in the article; UTF-16 code units
 * @returns undefined where the sentence does not tell what it measures, or of what
 */
export function figureContext(
  index: CorpusIndex,
  base: KnowledgeBase,
  path: string,
  start: number,
): FigureContext | undefined {
  const article = index.article(path);
  const figure = article?.mentions.find((mention) => mention.start === start && mention.measure !== undefined);
  if (!article || figure?.measure === undefined) return undefined;
  const value = numberOf(figure);
  const subjects = new FigureSubjects(index, base);
  const own = subjects.in(article, figure);
  if (!value || own.size === 0) return undefined;
  const period = periodOf(article, figure);
  const wanted = { path, figure, value, period, subjects: [...own.keys()].sort().join('\n') };
  const others: ComparedFigure[] = [];
  for (const other of index.pathsWithAny(
    [...own.keys()].map((key) => subjects.keysOf(key)),
    MOST_READ,
  )) {
    if (others.length >= MOST_TOLD) break;
    // Most of them measure other things of the same subjects: their figures are soon looked at.
    if (!index.measuredIn(other).some(({ measure }) => measure === figure.measure)) continue;
    const there = other === path ? article : index.article(other);
    if (!there) continue;
    others.push(...figuresLike(index, there, wanted, subjects));
  }
  return {
    measure: figure.measure,
    subjects: [...own.values()],
    ...(period !== undefined && { period }),
    others: others.slice(0, MOST_TOLD),
  };
}

/** What others are compared with. */
interface Wanted {
  readonly path: string;
  readonly figure: IndexedMention;
  readonly value: NumberValue;
  readonly period: string | undefined;
  /** Keys of its subjects in order, in a line each. */
  readonly subjects: string;
}

function figuresLike(
  index: CorpusIndex,
  article: IndexedArticle,
  { path: here, figure, value, period, subjects: wanted }: Wanted,
  subjects: FigureSubjects,
): readonly ComparedFigure[] {
  return article.mentions.flatMap((mention): ComparedFigure[] => {
    const isSelf = mention === figure;
    const theirs = isSelf || mention.measure !== figure.measure ? undefined : numberOf(mention);
    if (!theirs || theirs.unit !== value.unit) return [];
    if ([...subjects.in(article, mention).keys()].sort().join('\n') !== wanted) return [];
    const own = periodOf(article, mention);
    // Who tells two amounts in one sentence means both: one for each of several, or the ends of a range.
    const isTogether = article.path === here && mention.sentence.start === figure.sentence.start;
    const isConflicting = period !== undefined && own === period && !isTogether && !mayAgree(value, theirs);
    const { path, title, published, length, words } = article;
    const entry: ArticleEntry = { path, title, length, words, ...(published !== undefined && { published }) };
    return [
      { ...placed(index, { article: entry, mention }), ...(own !== undefined && { period: own }), isConflicting },
    ];
  });
}

/** The year or month that a figure's sentence is about, where it names one alone. */
function periodOf({ mentions }: IndexedArticle, { sentence }: IndexedMention): string | undefined {
  const dates = mentions.filter(
    ({ label, kind = label, sentence: own, value = '' }) =>
      own.start === sentence.start && kind === 'DATE' && /^\d{4}(?:-\d\d)?$/.test(value),
  );
  return new Set(dates.map(({ value }) => value)).size === 1 ? dates[0]?.value : undefined;
}

function numberOf({ value }: IndexedMention): NumberValue | undefined {
  const parsed = value === undefined ? undefined : parseValue(value);
  return parsed?.kind === 'number' ? parsed : undefined;
}

/** Amounts that differ by less are rounded differently: 240 and 240.1 billion. */
const TOLERANCE = 0.02;
const ABOUT = 0.1;

function mayAgree(a: NumberValue, b: NumberValue): boolean {
  const [one, other] = [rangeOf(a), rangeOf(b)];
  return one.low <= other.high && other.low <= one.high;
}

function rangeOf({ comparator, low, high = low }: NumberValue): { readonly low: number; readonly high: number } {
  const spread = comparator === '~' ? ABOUT : TOLERANCE / 2;
  return {
    low: comparator.startsWith('<') ? Number.NEGATIVE_INFINITY : low - Math.abs(low) * spread,
    high: comparator.startsWith('>') ? Number.POSITIVE_INFINITY : high + Math.abs(high) * spread,
  };
}
