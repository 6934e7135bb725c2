import path from 'node:path';
import type { Format, ReadArticle, ReadProblem } from '../core/formats/format';
import { UNIT_WORDS } from '../core/formats/offsetUnits';
import type { Placed } from '../core/formats/place';
import { expanded } from './expand';
import { formatFor } from './formatNames';
import { FileTrouble, readTextFile, readTextFileIfThere } from './textFile';

/** An article as a file of another tool has it, and where that was. */
export interface ImportedArticle {
  readonly file: string;
  readonly format: Format;
  readonly article: ReadArticle;
}

/** What a file holds. */
export interface ImportedFile {
  readonly articles: readonly ImportedArticle[];
  /** What was not understood, as lines for a person: `FILE:LINE: MESSAGE`. */
  readonly problems: readonly string[];
  /** Whether an article, or the whole file, is missing for one of them. */
  readonly isBroken: boolean;
}

/** Reads the files that arguments stand for, one after the other. @throws FileTrouble */
export async function* importedFiles(args: readonly string[], named: Format | undefined): AsyncGenerator<ImportedFile> {
  for (const argument of args) {
    if (argument === '-') {
      yield readWith(await textOnStandardInput(), 'standard input', named, new Map());
      continue;
    }
    const endings = named?.endings ?? [];
    const isWanted = (name: string) =>
      endings.length === 0 || endings.some((ending) => name.toLowerCase().endsWith(ending));
    for await (const { file } of expanded(argument, isWanted)) yield await importedFile(file, named);
  }
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
  const format = formatFor(named, file, content);
  const { articles, problems } = format.read({
    name: path.basename(file),
    content,
    beside: (ending) => companions.get(ending),
  });
  return {
    articles: articles.map((article) => ({ file, format, article })),
    problems: problems.map((problem) => problemLine(file, problem)),
    isBroken: problems.some(({ isSerious }) => isSerious),
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
  const counted = `${UNIT_WORDS[unit]}${countsRaw ? ', line ends and byte-order mark as in the file' : ''}`;
  const isPlain = !/[^\p{ASCII}]/u.test(article.text);
  const why = isGuess && !isPlain ? ' (a guess: the file quotes no words)' : '';
  return [
    `${total} annotation${total === 1 ? '' : 's'}, ${exact} at their offsets in ${counted}${why}`,
    ...(found > 0 ? [`${found} found by their words`] : []),
    ...(lost.length > 0 ? [`${lost.length} not in the text`] : []),
  ].join('; ');
}

/** A line for each annotation without a place. */
export function lostLines(file: string, { lost }: Placed): string[] {
  return lost.map(({ line, quote, label, start, end }) => {
    const words = quote === undefined ? `${start} to ${end}` : JSON.stringify(quote);
    return `${file}${line === undefined ? '' : `:${line}`}: ${words} (${label}) is not in the text`;
  });
}
