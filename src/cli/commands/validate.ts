import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { presetOf } from '../../core/annotation/labelSet';
import { FOLDER_FILES, folderFileProblems } from '../../core/corpus/folderFileProblems';
import { isSidecarName, sidecarEnding } from '../../core/sidecar/paths';
import { readSidecar } from '../../core/sidecar/read';
import { type Expectations, type Finding, validateSidecar } from '../../core/sidecar/validate';
import { Text } from '../../core/text/text';
import { articleOf } from '../articleOf';
import { expanded } from '../expand';
import { readLabels } from '../labelFile';
import { complaintOf } from '../options';
import { complain } from '../terminal';
import { FileTrouble, readTextFile } from '../textFile';
import { UsageError } from '../usageError';

export const VALIDATE_HELP = `validate [--json] [--labels SET] [--label LABEL]… FILE…

      Checks sidecars against the format and against their articles: words at
      their offsets, what is not in the article, the same words and label twice,
      unknown labels, entities and annotations, conflicts that a merge left.
      Of a folder's own files, newsmark.entities.jsonl and
      newsmark.dismissed.jsonl, each line is checked.
      FILE is one of these, an article (its sidecars are checked), a folder (all
      in it are) or a pattern ('news/**/*.txt'). A line for each problem, FILE:LINE:COLUMN: MESSAGE;
      ends with 0 only if there is none.

      --json   a JSON object a line instead: {"file", "line", "column",
               "endLine", "endColumn", "code", "message"}; no line and column
               where a file can't be read ("code": "unreadable")
      --labels ontonotes (default), conll2003, figures, quotations, or a file of
               labels (newsmark.labels.json)
      --label  a label that is right too; may be given several times

      newsmark validate news/
      newsmark validate --json --label TEAM story.txt`;

/** One problem as it is printed. Lines and columns count from 1, columns in UTF-16 code units. */
interface Line {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly code: string;
  readonly message: string;
}

type KnownLabels = Omit<Expectations, 'text'>;

/** `newsmark validate`. @returns 1 where anything is wrong */
export async function validate(args: string[]): Promise<number> {
  const { files, isJson, labelFile, labels } = parsed(args);
  const set = labelFile === undefined ? undefined : (presetOf(labelFile) ?? (await readLabels(labelFile)));
  const known = { labels, ...(set && { set }) };
  let status = 0;
  for (const file of files) {
    for (const line of await linesFor(file, known)) {
      status = 1;
      console.log(isJson ? JSON.stringify(line) : shown(line));
    }
  }
  return status;
}

function parsed(args: string[]) {
  const { values, positionals } = options(args);
  if (positionals.length === 0) throw new UsageError('validate needs files or folders');
  const { json, label = [], labels } = values;
  return { files: positionals, isJson: json === true, labelFile: labels, labels: new Set(label) };
}

function options(args: string[]) {
  try {
    return parseArgs({
      args,
      options: { json: { type: 'boolean' }, labels: { type: 'string' }, label: { type: 'string', multiple: true } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError(complaintOf(error));
  }
}

/** What is wrong with a file, or with the files that it stands for. */
async function linesFor(file: string, known: KnownLabels): Promise<Line[]> {
  try {
    const checked = new Set<string>();
    for await (const each of expanded(file, isChecked)) for (const own of await checkedFor(each.file)) checked.add(own);
    if (checked.size === 0) complain(`${file}: there is no sidecar`);
    const lines: Line[] = [];
    for (const each of checked) lines.push(...(await check(each, known)));
    return lines;
  } catch (error) {
    return [unreadable(file, error)];
  }
}

async function check(file: string, known: KnownLabels): Promise<Line[]> {
  try {
    const raw = await readTextFile(file);
    const text = Text.of(raw);
    const name = path.basename(file);
    if (FOLDER_FILES.includes(name))
      return folderFileProblems(name, raw).map((problem) => lineOf(file, text, { ...problem, code: 'broken' }));
    const article = await articleText(file, raw);
    return validateSidecar(raw, { text: article, ...known }).map((finding) => lineOf(file, text, finding));
  } catch (error) {
    return [unreadable(file, error)];
  }
}

async function articleText(sidecar: string, raw: string): Promise<string | undefined> {
  const reading = readSidecar(raw);
  const article = await articleOf(sidecar, reading.kind === 'broken' ? undefined : reading.sidecar.article.file);
  return article === undefined ? undefined : Text.of(await readTextFile(article)).value;
}

/** A file itself, or the sidecars of an article. @throws where it can't be looked at */
async function checkedFor(file: string): Promise<string[]> {
  const name = path.basename(file);
  if (isChecked(name)) return [file];
  const names = (await readdir(path.dirname(file))).sort();
  return names.filter((other) => sidecarEnding(other, name) !== undefined).map((other) => besides(file, other));
}

function besides(file: string, name: string): string {
  const folder = path.dirname(file);
  return folder === '.' && !file.startsWith('.') ? name : path.join(folder, name);
}

const isChecked = (name: string) => isSidecarName(name) || FOLDER_FILES.includes(name);

/** Trouble with one file ends nothing: the others are still checked. Anything else is a mistake of ours. */
function unreadable(file: string, error: unknown): Line {
  const isSystem = error instanceof Error && 'code' in error;
  if (!(error instanceof FileTrouble) && !isSystem) throw error;
  return { file, code: 'unreadable', message: error.message.replace(`${file}: `, '') };
}

function lineOf(file: string, text: Text, { start, end, code, message }: Finding): Line {
  const [from, to] = [text.positionAt(start), text.positionAt(end)];
  const place = { line: from.line + 1, column: from.character + 1, endLine: to.line + 1, endColumn: to.character + 1 };
  return { file, ...place, code, message };
}

function shown({ file, line, column, message }: Line): string {
  return line === undefined ? `${file}: ${message}` : `${file}:${line}:${column}: ${message}`;
}
