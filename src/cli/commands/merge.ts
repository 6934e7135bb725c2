import { parseArgs } from 'node:util';
import { EMPTY_SIDECAR, type FiledSidecar } from '../../core/sidecar/filed';
import { type MergeConflict, mergeSidecars } from '../../core/sidecar/merge';
import { readSidecar } from '../../core/sidecar/read';
import { writeSidecar } from '../../core/sidecar/write';
import { Text } from '../../core/text/text';
import { articleOf } from '../articleOf';
import { complaintOf } from '../options';
import { complain } from '../terminal';
import { FileTrouble, readTextFile, replaceTextFile } from '../textFile';
import { UsageError } from '../usageError';

export const MERGE_HELP = `merge [--path PATH] [--article FILE] [--output FILE|-] BASE OURS THEIRS

      Merges two versions of a sidecar and writes the result over OURS, as git
      wants it of a merge driver; BASE may be empty. Ends with 1 where two
      decisions contradict each other: both are in the file then, which is
      valid. Ends with 2, and writes nothing, where a file can't be read.

      --path     where the sidecar belongs; its article is looked for there
      --article  the article, if it is elsewhere
      --output   write there and leave OURS alone; - is standard output

      In git:  git config merge.newsmark.driver \\
                 "newsmark merge --path %P %O %A %B"
               echo "*.newsmark.json merge=newsmark" >> .gitattributes`;

/** Ends the program without anything written; git takes it for a conflict. */
const NOTHING_DONE = 2;

/** `newsmark merge`. @returns 1 where contradictions are left for a person, 2 where nothing could be merged */
export async function merge(args: string[]): Promise<number> {
  const { base, ours, theirs, path, article, output } = parsed(args);
  try {
    const sides = [await sidecarIn(base, path), await sidecarIn(ours, path), await sidecarIn(theirs, path)] as const;
    const text = await textOf(article, path ?? ours, sides[1]);
    const { sidecar, conflicts } = mergeSidecars(...sides, text);
    const raw = writeSidecar(sidecar);
    if (output === '-') process.stdout.write(raw);
    else await replaceTextFile(output ?? ours, raw);
    for (const conflict of conflicts) console.error(`${path ?? ours}: ${wordsFor(conflict, sidecar)}`);
    return conflicts.length > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof FileTrouble)) throw error;
    complain(error.message);
    return NOTHING_DONE;
  }
}

function parsed(args: string[]) {
  const { values, positionals } = options(args);
  const [base, ours, theirs, ...others] = positionals;
  if (base === undefined || ours === undefined || theirs === undefined || others.length > 0)
    throw new UsageError('merge needs three files: BASE OURS THEIRS');
  return { base, ours, theirs, ...values };
}

function options(args: string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({ args, options: { path: text, article: text, output: text }, allowPositionals: true });
  } catch (error) {
    throw new UsageError(complaintOf(error));
  }
}

/** The sidecar in a file; an empty file, which git gives where there was none, is a sidecar with nothing in it. */
async function sidecarIn(file: string, shown = file): Promise<FiledSidecar> {
  const raw = await readTextFile(file);
  if (raw.trim() === '') return EMPTY_SIDECAR;
  const reading = readSidecar(raw);
  const name = shown === file ? file : `${shown} (${file})`;
  if (reading.kind === 'ok') return reading.sidecar;
  if (reading.kind === 'newer')
    throw new FileTrouble(`${name}: a newer Newsmark wrote this (format ${reading.version}); nothing is merged`);
  const [problem] = reading.problems;
  const { line, character } = Text.of(raw).positionAt(problem.start);
  throw new FileTrouble(`${name}:${line + 1}:${character + 1}: ${problem.message} Nothing is merged.`);
}

/** The article's text, with which sides that edited it can be compared; merging goes without it where it is not there. */
async function textOf(article: string | undefined, sidecar: string, ours: FiledSidecar): Promise<string | undefined> {
  if (article !== undefined) return Text.of(await readTextFile(article)).value;
  const found = await articleOf(sidecar, ours.article.file);
  if (found === undefined) return undefined;
  try {
    return Text.of(await readTextFile(found)).value;
  } catch (error) {
    if (!(error instanceof FileTrouble)) throw error;
    complain(`${error.message}; merging without the article`);
    return undefined;
  }
}

/** A contradiction, as a person needs to know it. */
function wordsFor({ list, ours, theirs, fields = [] }: MergeConflict, sidecar: FiledSidecar): string {
  if (list === 'sidecar' || list === 'article') return `conflict in the ${list}: ${fields.join(', ')}`;
  const what = { entities: 'entity', annotations: 'annotation', relations: 'relation' }[list];
  const named = `${what} ${JSON.stringify(ours)}${quoteOf(list, ours, sidecar)}`;
  if (ours === theirs) return `conflict in ${named}: ${fields.join(', ')}; the other side is in its "conflicts"`;
  return `conflict: ${named} is ours, ${JSON.stringify(theirs)}${quoteOf(list, theirs, sidecar)} theirs`;
}

function quoteOf(list: 'entities' | 'annotations' | 'relations', id: string, sidecar: FiledSidecar): string {
  const item: Readonly<Record<string, unknown>> | undefined = sidecar[list].find((each) => each.id === id);
  const words = item?.quote ?? item?.name ?? item?.type;
  const label = item?.label === undefined ? '' : `, ${item.label}`;
  return words === undefined ? '' : ` (“${words}”${label})`;
}
