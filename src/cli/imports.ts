import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Format, ReadArticle, ReadProblem, Source } from '../core/formats/format';
import { FORMATS } from '../core/formats/formats';
import { unitInWords } from '../core/formats/offsetUnits';
import type { Placed } from '../core/formats/place';
import { PlacedCount } from '../core/formats/placedCount';
import { isSidecarName } from '../core/sidecar/paths';
import { expanded } from './expand';
import { formatFor } from './formatNames';
import { linesOf } from './lines';
import { complain } from './terminal';
import { FileTrouble, readTextFile, readTextFileIfThere, reasonOf } from './textFile';

/** An article as a file of another tool has it, and where that was. */
export interface ImportedArticle {
  readonly file: string;
  readonly format: Format;
  readonly article: ReadArticle;
}

/** What a file holds; of a long one whose every line is an article, what a stretch of it does. */
export interface ImportedFile {
  readonly articles: readonly ImportedArticle[];
  /** What was not understood, as lines for a person: `FILE:LINE: MESSAGE`. */
  readonly problems: readonly string[];
  /** Whether an article, or the whole file, is missing for one of them. */
  readonly isBroken: boolean;
  /** Whether all that the file says was read. */
  readonly isWhole: boolean;
}

/**
 * Reads the files that arguments stand for, one after the other; those of lines in stretches, so that memory does not grow
 * with them.
 * @throws FileTrouble
 */
export async function* importedFiles(args: readonly string[], named: Format | undefined): AsyncGenerator<ImportedFile> {
  for (const argument of args) {
    if (argument === '-') {
      yield* fromStandardInput(named);
      continue;
    }
    const endings = (named ? [named] : FORMATS).flatMap((format) => format.endings);
    let count = 0;
    for await (const { file } of expanded(argument, (name) => isOfOthers(name, endings))) {
      count++;
      if (isOfLines(named, file)) yield* inStretches(createReadStream(file), file, named);
      else yield await importedFile(file, named);
    }
    const wanted = named ? `none that ends in ${endings.join(' or ')}` : 'none of another tool';
    if (count === 0) throw new FileTrouble(`${argument}: there is no file to read in it, ${wanted}`);
  }
}

/** Whether a file of a folder is one of another tool, as far as its name tells; ours, and those beside an XMI, are not. */
function isOfOthers(name: string, endings: readonly string[]): boolean {
  const lower = name.toLowerCase();
  return (
    endings.some((ending) => lower.endsWith(ending)) &&
    !isSidecarName(name) &&
    !/^newsmark\.(?:entities|dismissed|labels)\.jsonl?$/.test(lower) &&
    !lower.endsWith('typesystem.xml')
  );
}

async function* fromStandardInput(named: Format | undefined): AsyncGenerator<ImportedFile> {
  const name = 'standard input';
  if (named?.isLinewise) yield* inStretches(process.stdin, name, named);
  else yield readWith(await textOnStandardInput(), name, named, new Map());
}

/** Whether every line of a file is an article, as far as its name tells. */
function isOfLines(named: Format | undefined, file: string): boolean {
  if (named) return named.isLinewise === true;
  const lower = file.toLowerCase();
  const candidates = FORMATS.filter(({ endings }) => endings.some((ending) => lower.endsWith(ending)));
  return candidates.length > 0 && candidates.every(({ isLinewise }) => isLinewise);
}

/** So many code units, and the rest of the line, are read at a time. */
const STRETCH = 1_000_000;

async function* inStretches(
  stream: AsyncIterable<Uint8Array | string>,
  file: string,
  named: Format | undefined,
): AsyncGenerator<ImportedFile> {
  let format = named;
  let lines: string[] = [];
  let length = 0;
  let line = 1;
  const read = () => {
    const content = lines.map((each) => `${each}\n`).join('');
    format ??= formatFor(named, file, content);
    const stretch = readingOf(format, file, { name: path.basename(file), content, line });
    line += lines.length;
    lines = [];
    length = 0;
    return stretch;
  };
  try {
    for await (const each of linesOf(stream, { isStrict: true })) {
      lines.push(each);
      length += each.length;
      if (length >= STRETCH) yield read();
    }
  } catch (error) {
    if (error instanceof FileTrouble) throw error;
    throw new FileTrouble(`${file}: ${error instanceof TypeError ? 'this is not UTF-8 text' : reasonOf(error)}`);
  }
  if (lines.length > 0 || line === 1) yield read();
}

async function importedFile(file: string, named: Format | undefined): Promise<ImportedFile> {
  const content = await readTextFile(file);
  const format = formatFor(named, file, content);
  const companions = new Map<string, string>();
  for (const ending of format.companions ?? []) {
    const beside = await readTextFileIfThere(file.replace(/\.[^./\\]*$/, '') + ending);
    if (beside !== undefined) companions.set(ending, beside);
  }
  return readWith(content, file, format, companions);
}

function readWith(
  content: string,
  file: string,
  named: Format | undefined,
  companions: ReadonlyMap<string, string>,
): ImportedFile {
  const source = { name: path.basename(file), content, beside: (ending: string) => companions.get(ending) };
  return readingOf(formatFor(named, file, content), file, source);
}

function readingOf(format: Format, file: string, source: Source): ImportedFile {
  const { articles, problems } = format.read(source);
  return {
    articles: articles.map((article) => ({ file, format, article })),
    problems: problems.map((problem) => problemLine(file, problem)),
    isBroken: problems.some(({ isSerious }) => isSerious),
    isWhole: problems.every(({ isHint }) => isHint),
  };
}

function problemLine(file: string, { line, message }: ReadProblem): string {
  return `${file}${line === undefined ? '' : `:${line}`}: ${message}`;
}

async function textOnStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new FileTrouble('standard input: this is not UTF-8 text');
  }
}

/** What became of an article's annotations, in words: how many, by which unit, what is missing. */
export function placedInWords({ unit, countsRaw, isGuess, exact, found, lost, article }: Placed): string {
  const total = exact + found + lost.length;
  if (total === 0) return 'no annotations';
  const counted = `${unitInWords(unit)}${countsRaw ? ', line ends and byte-order mark as in the file' : ''}`;
  const isPlain = !/[^\p{ASCII}]/u.test(article.text);
  const why = isGuess && !isPlain ? ' (a guess: the file quotes no words)' : '';
  return [
    `${total} annotation${total === 1 ? '' : 's'}, ${exact} at their offsets in ${counted}${why}`,
    ...(found > 0 ? [`${found} found by their words`] : []),
    ...(lost.length > 0 ? [`${lost.length} not in the text`] : []),
  ].join('; ');
}

/** So many articles are told of one by one; of more, sums. */
const TOLD = 10;

/** Says how articles were placed: one by one where they are few, in sums where they are many. */
export class Placements {
  readonly #sum = new PlacedCount();
  #articles = 0;

  add(file: string, placed: Placed): void {
    this.#articles++;
    this.#sum.add(placed);
    if (this.#articles <= TOLD) complain(`${file}: ${placed.article.name}: ${placedInWords(placed)}`);
  }

  end(): void {
    if (this.#articles > TOLD) complain(`${this.#articles} articles: ${this.#sum.inWords().join('; ')}`);
  }
}

/** A line for each annotation without a place, and one for relations that lead nowhere. */
export function lostLines(file: string, { article, lost, untied }: Placed): string[] {
  const lines = lost.map(({ line, quote, label, start, end }) => {
    const words = quote === undefined ? `${start} to ${end}` : JSON.stringify(quote);
    return `${file}${line === undefined ? '' : `:${line}`}: ${words} (${label}) is not in the text`;
  });
  const relations = untied === 1 ? '1 relation leads' : `${untied} relations lead`;
  return [
    ...lines,
    ...(untied > 0 ? [`${file}: ${article.name}: ${relations} to annotations that are not there`] : []),
  ];
}
