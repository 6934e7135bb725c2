import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { inOrder } from '../../core/inOrder';
import { isArticleFile } from '../corpus';
import { expanded, namesFile } from '../expand';
import { idsDone } from '../idsDone';
import { linesOf } from '../lines';
import { oneOf, parsedArgs } from '../options';
import { Output } from '../output';
import { Progress } from '../progress';
import { type Job, type LineOptions, labelsNamed, lineMaker } from '../recognizedLine';
import { RecognizerThreads } from '../recognizerThreads';
import { complain } from '../terminal';
import { FileTrouble, reasonOf } from '../textFile';
import { UsageError } from '../usageError';

export const RECOGNIZE_HELP = `recognize [OPTIONS] FILE…
  recognize [OPTIONS] -

      Prints what the articles mention, a JSON object a line:
      {"id", "text"?, "mentions": [{"start", "end", "text", "label", "entity"?, "value"?,
        "full"?: [start, end], "modifier"?, "counted"?,
        "quotation"?: {"kind", "content": [[start, end]…], "speaker", "cue"}, "speaker"?}]}
      A quotation's kind is direct, mixed or indirect; its "speaker" and "cue" are
      [start, end] or null; the mention's "speaker" names who is meant.
      FILE is an article, a folder (all texts in it), or a pattern ('news/**/*.txt').
      With - it reads such lines from standard input: {"id", "text", "published"?};
      with --plain -, the text of one article.
      "published" (or "reference") is the moment that dates are resolved against:
      2024-05-14, or with a time of day 2024-05-14T16:30.

      --offsets  what start and end count: code-point (default) or utf16,
                 over the text with LF line ends and no byte-order mark
      --labels   ontonotes (default), conll2003, figures, quotations, or a file
                 of labels (newsmark.labels.json)
      --text     print each article's text too; it is printed in any case
                 where its line ends differ from what was read
      --error-lines  an article that can't be read gives a line as well, {"id", "error"},
                 in its place, and the command ends with 0 if nothing else was wrong:
                 as a step of a larger program wants it
      --plain    standard input is one article's text, not lines of JSON
      -j, --jobs  how many threads (default 1; 0: one for each core). What is
                 printed, and its order, is the same. Where the variable
                 NEWSMARK_JOBS is set, it is the most that there may be
      -o, --output  a file instead of standard output
      --resume   go on with the file of --output: articles whose id is in it are
                 passed over

      newsmark recognize story.txt other.txt
      newsmark recognize -j 0 news/ > mentions.jsonl
      pdftotext story.pdf - | newsmark recognize --plain -
      newsmark recognize --text - < articles.jsonl > mentions.jsonl
      newsmark recognize -j 0 -o mentions.jsonl --resume - < articles.jsonl`;

/** Why an input gives no article. */
interface Trouble {
  readonly id: string;
  /** The file, or the line of standard input. */
  readonly where: string;
  readonly trouble: string;
}

/** One line of input: an article, or the reason why there is none. */
type Input = Job | Trouble;

interface Task {
  readonly inputs: AsyncIterable<Input>;
  /** The arguments that stand for files. */
  readonly files: readonly string[];
  readonly options: LineOptions;
  readonly jobs: number;
  readonly output: string | undefined;
  readonly isResumed: boolean;
  /** Whether troubles are lines of the output. */
  readonly hasErrorLines: boolean;
}

/** `newsmark recognize`. @returns 1 where some input could not be read, after the rest is done */
export async function recognize(args: string[]): Promise<number> {
  const { inputs, files, options, jobs, output, isResumed, hasErrorLines } = parse(args);
  const threads = jobs > 1 ? new RecognizerThreads(jobs, options) : undefined;
  const progress = new Progress('articles');
  try {
    // What is wrong with a file of labels is told before any work is done.
    await labelsNamed(options.labels);
    const done = isResumed && output !== undefined ? await idsDone(output) : new Set<string>();
    if (output !== undefined && !isResumed && (await namesFile(files, output, isArticleFile)))
      throw new FileTrouble(
        `${output}: this is one of the articles, which are never written over; name another --output`,
      );
    const sink = output === undefined ? Output.standard() : await Output.file(output, isResumed);
    const lineFor = threads ? (job: Job) => threads.line(job) : await lineMaker(options);
    let status = 0;
    const lineOf = async (input: Input): Promise<string | Trouble> => ('trouble' in input ? input : lineFor(input));
    for await (const result of inOrder(withoutDone(inputs, done), lineOf, threads ? jobs * AHEAD : 1)) {
      progress.step();
      if (typeof result === 'string') await sink.write(`${result}\n`);
      else if (hasErrorLines) await sink.write(`${JSON.stringify({ id: result.id, error: result.trouble })}\n`);
      else {
        complain(`${result.where}: ${result.trouble}`);
        status = 1;
      }
    }
    await sink.end();
    return status;
  } catch (error) {
    if (!(error instanceof FileTrouble)) throw error;
    complain(error.message);
    return 1;
  } finally {
    progress.end();
    await threads?.close();
  }
}

/** How many articles a thread may have waiting for it: enough that none stands still, few enough for flat memory. */
const AHEAD = 8;

async function* withoutDone(inputs: AsyncIterable<Input>, done: ReadonlySet<string>): AsyncGenerator<Input> {
  for await (const input of inputs) if (!done.has(input.id)) yield input;
}

function parse(args: string[]): Task {
  const { values, positionals } = parsedArgs(args, {
    offsets: { type: 'string' },
    text: { type: 'boolean' },
    labels: { type: 'string' },
    jobs: { type: 'string', short: 'j' },
    output: { type: 'string', short: 'o' },
    resume: { type: 'boolean' },
    'error-lines': { type: 'boolean' },
    plain: { type: 'boolean' },
  });
  const offsets = oneOf('offsets', values.offsets, ['code-point', 'utf16']) ?? 'code-point';
  if (positionals.length === 0) throw new UsageError('recognize needs files, or - for standard input');
  const isStream = positionals.includes('-');
  if (isStream && positionals.length > 1) throw new UsageError('- stands alone: files and standard input do not mix');
  if (values.plain && !isStream)
    throw new UsageError('--plain is about standard input, -: files are plain text anyway');
  if (values.resume && values.output === undefined)
    throw new UsageError('--resume needs --output, the file to go on with');
  return {
    inputs: values.plain ? fromText(process.stdin) : isStream ? fromLines(process.stdin) : fromFiles(positionals),
    files: isStream ? [] : positionals,
    options: { isUtf16: offsets === 'utf16', withText: values.text === true, labels: values.labels ?? 'ontonotes' },
    jobs: jobsIn(values.jobs),
    output: values.output,
    isResumed: values.resume === true,
    hasErrorLines: values['error-lines'] === true,
  };
}

/** How many threads: as many as are asked for, but no more than a machine's owner allows; 0 is one for each core. */
function jobsIn(jobs = '1', most = process.env.NEWSMARK_JOBS): number {
  if (!/^\d{1,3}$/.test(jobs)) throw new UsageError('--jobs takes a number');
  if (most !== undefined && !/^[1-9]\d{0,2}$/.test(most)) throw new UsageError('NEWSMARK_JOBS takes a number from 1');
  const asked = Number(jobs) === 0 ? availableParallelism() : Number(jobs);
  return Math.min(asked, Number(most ?? asked));
}

async function* fromFiles(args: readonly string[]): AsyncGenerator<Input> {
  for (const argument of args) {
    try {
      for await (const { file } of expanded(argument, isArticleFile)) yield await fromFile(file);
    } catch (error) {
      if (!(error instanceof FileTrouble)) throw error;
      yield { id: argument, where: argument, trouble: error.message.replace(`${argument}: `, '') };
    }
  }
}

async function fromFile(file: string): Promise<Input> {
  try {
    const raw = rawIn(await readFile(file));
    return { id: file, source: { raw, fileName: path.basename(file) } };
  } catch (error) {
    return { id: file, where: file, trouble: reasonOf(error) };
  }
}

/** One article, all that a stream has. */
async function* fromText(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<Input> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  try {
    yield { id: '-', source: { raw: rawIn(Buffer.concat(chunks)) } };
  } catch (error) {
    yield { id: '-', where: 'standard input', trouble: reasonOf(error) };
  }
}

/** The text that bytes are. @throws Error where they are none, with words for a person */
function rawIn(bytes: Uint8Array): string {
  let raw: string;
  try {
    raw = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Error('this is not UTF-8 text', { cause });
  }
  if (raw.includes('\0')) throw new Error('this is a binary file, not text');
  return raw;
}

async function* fromLines(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<Input> {
  let number = 0;
  for await (const line of linesOf(stream)) {
    number++;
    if (line.trim() !== '') yield fromLine(line, number);
  }
}

/** What is said of a line that was never meant to be JSON. */
const NO_JSON = 'this is no JSON such as {"id": "1", "text": "…"}; plain text needs --plain';

function fromLine(line: string, number: number): Input {
  const where = `standard input, line ${number}`;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    // What looks like JSON has a mistake somewhere; all else is no JSON, and is not meant to be.
    const trouble = line.trimStart().startsWith('{') ? reasonOf(error) : NO_JSON;
    return { id: digestOf(line), where, trouble };
  }
  const { id, text, published, reference } = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  if (typeof text !== 'string')
    return { id: id === undefined ? digestOf(line) : String(id), where, trouble: 'no "text" of type string' };
  const moment = [published, reference].find((given) => typeof given === 'string');
  const source = { raw: text, ...(typeof moment === 'string' && { published: moment }) };
  return { id: String(id ?? number), source };
}

/** What a line without an id is called: the same wherever in the input, and in whatever part of it, it stands. */
function digestOf(line: string): string {
  return `sha256:${createHash('sha256').update(line).digest('hex').slice(0, 16)}`;
}
