import path from 'node:path';
import type { Analyzer } from '../core/analyzer';
import { DEFAULT_EXCLUDE, DEFAULT_INCLUDE } from '../core/article/articleFiles';
import { matchesAny } from '../core/article/globs';
import { annotatedArticle, withSuggestions } from '../core/corpus/annotatedArticle';
import type { AnnotatedArticle } from '../core/formats/format';
import { jsonLines } from '../core/formats/jsonLines/jsonLines';
import { placeArticle } from '../core/formats/place';
import { EMPTY_SIDECAR, type FiledSidecar } from '../core/sidecar/filed';
import { isSidecarName, sidecarName } from '../core/sidecar/paths';
import { readSidecar } from '../core/sidecar/read';
import { Text } from '../core/text/text';
import { articleOf } from './articleOf';
import { expanded } from './expand';
import { lostLines } from './imports';
import { linesOf } from './lines';
import { FileTrouble, isFile, readTextFile } from './textFile';

/** How a corpus is read. */
export interface CorpusOptions {
  /** Whose sidecars; undefined for those that bear no name. */
  readonly annotator?: string;
  /** Adds what recognizers propose and nobody has decided on. */
  readonly analyzer?: Analyzer;
  /** Takes articles of folders without a sidecar too. */
  readonly needsNoSidecar?: boolean;
  /** Passes over articles without a sidecar of that annotator, also where they are named. */
  readonly needsSidecar?: boolean;
  /** Told of what can't be read, if reading goes on then; else the trouble is thrown. */
  readonly onTrouble?: (trouble: FileTrouble) => void;
  /** Told of what an article on standard input says and what can't be taken over. */
  readonly onLoss?: (message: string) => void;
}

/** What is said where there are none. */
export function noArticles(withSuggestions: boolean): string {
  if (withSuggestions) return 'there are no articles';
  return 'there are no annotated articles; --annotator takes somebody’s own, --suggestions what the recognizers propose in all';
}

/**
 * The articles that arguments stand for, with their decisions, one after the other: files, sidecars, folders, patterns;
 * `-` for lines of JSON on standard input.
 * @throws FileTrouble
 */
export async function* corpus(args: readonly string[], options: CorpusOptions): AsyncGenerator<AnnotatedArticle> {
  const seen = new Set<string>();
  for (const argument of args) {
    if (argument === '-') yield* fromStandardInput(options);
    else yield* fromFiles(argument, options, seen);
  }
}

async function* fromFiles(
  argument: string,
  options: CorpusOptions,
  seen: Set<string>,
): AsyncGenerator<AnnotatedArticle> {
  try {
    for await (const { file, name } of expanded(argument, isPartOfCorpus)) {
      const article = isSidecarName(file) ? await articleOf(file) : file;
      // A folder's articles without decisions count only where suggestions are wanted.
      if (article === undefined) {
        if (file === argument) throw new FileTrouble(`${file}: its article is not beside it`);
        continue;
      }
      const isNamed = file === argument;
      const usual = path.join(path.dirname(article), sidecarName(path.basename(article), options.annotator));
      const sidecar = isNamed && isSidecarName(file) ? file : usual;
      // What one annotator has of an article is not what another has.
      if (seen.has(path.resolve(sidecar))) continue;
      seen.add(path.resolve(sidecar));
      const isWanted = options.needsSidecar
        ? false
        : isNamed || options.analyzer !== undefined || options.needsNoSidecar === true;
      if (!isWanted && !(await isFile(sidecar))) continue;
      const shown = isSidecarName(name) ? path.join(path.dirname(name), path.basename(article)) : name;
      yield* tried(() => articleWith(article, sidecar, shown.replaceAll('\\', '/'), options), options);
    }
  } catch (error) {
    if (!(error instanceof FileTrouble) || !options.onTrouble) throw error;
    options.onTrouble(error);
  }
}

/** Whether a file of a folder is an article or a sidecar, as far as its name tells. */
export function isPartOfCorpus(name: string): boolean {
  return isSidecarName(name) || isArticleFile(name);
}

/** Whether a file of a folder is an article, as far as its name tells. */
export function isArticleFile(name: string): boolean {
  return matchesAny(name, DEFAULT_INCLUDE) && !matchesAny(name, DEFAULT_EXCLUDE);
}

async function* tried(
  job: () => Promise<AnnotatedArticle>,
  { onTrouble }: CorpusOptions,
): AsyncGenerator<AnnotatedArticle> {
  let article: AnnotatedArticle;
  try {
    article = await job();
  } catch (error) {
    if (!(error instanceof FileTrouble) || !onTrouble) throw error;
    onTrouble(error);
    return;
  }
  yield article;
}

async function articleWith(
  file: string,
  sidecar: string,
  name: string,
  options: CorpusOptions,
): Promise<AnnotatedArticle> {
  const raw = await readTextFile(file);
  if (raw.includes('\0')) throw new FileTrouble(`${file}: this is a binary file, not text`);
  const filed = (await isFile(sidecar)) ? sidecarFrom(sidecar, await readTextFile(sidecar)) : EMPTY_SIDECAR;
  const article = annotatedArticle({ name, fileName: path.basename(file), raw, sidecar: filed });
  return options.analyzer ? withSuggestions(article, path.basename(file), options.analyzer) : article;
}

function sidecarFrom(file: string, raw: string): FiledSidecar {
  const reading = readSidecar(raw);
  if (reading.kind === 'ok') return reading.sidecar;
  if (reading.kind === 'newer')
    throw new FileTrouble(`${file}: a newer Newsmark wrote this (format ${reading.version})`);
  const [problem] = reading.problems;
  const { line, character } = Text.of(raw).positionAt(problem.start);
  throw new FileTrouble(`${file}:${line + 1}:${character + 1}: ${problem.message}`);
}

async function* fromStandardInput(options: CorpusOptions): AsyncGenerator<AnnotatedArticle> {
  let number = 0;
  for await (const line of strictLines()) {
    number++;
    if (line.trim() === '') continue;
    const name = `standard input:${number}`;
    const { articles, problems } = jsonLines.read({ name: 'standard input', content: line, line: number });
    const placed = articles[0] && placeArticle(articles[0]);
    yield* tried(async () => {
      if (!placed) throw new FileTrouble(`${name}: ${problems[0]?.message ?? 'no "text" of type string'}`);
      for (const { message } of problems) options.onLoss?.(`${name}: ${message}`);
      for (const lost of lostLines('standard input', placed)) options.onLoss?.(lost);
      return options.analyzer ? withSuggestions(placed.article, '', options.analyzer) : placed.article;
    }, options);
  }
}

/** @throws FileTrouble where the bytes are no UTF-8; a piece of many lines is made text at once */
async function* strictLines(): AsyncGenerator<string> {
  let number = 0;
  try {
    for await (const line of linesOf(process.stdin, { isStrict: true })) {
      number++;
      yield line;
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new FileTrouble(`standard input:${number + 1}: this is not UTF-8 text, here or in one of the next lines`);
  }
}
