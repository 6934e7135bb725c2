import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type Analyzer, createAnalyzer } from '../../core/analyzer';
import type { QuotationParts } from '../../core/annotation/quotationParts';
import type { Mention } from '../../core/mentions/mention';
import { type ArticleSource, recognizeArticle } from '../../core/recognizeArticle';
import { codePoints } from '../../core/text/codePoints';
import type { Span } from '../../core/text/span';
import type { Text } from '../../core/text/text';
import { UsageError } from '../usageError';

export const RECOGNIZE_HELP = `recognize [--offsets code-point|utf16] [--text] FILE…
  recognize [--offsets code-point|utf16] [--text] -

      Prints what the articles mention, a JSON object a line:
      {"id", "text"?, "mentions": [{"start", "end", "text", "label", "entity"?, "value"?,
        "full"?: [start, end], "modifier"?, "counted"?,
        "quotation"?: {"kind", "content": [[start, end]…], "speaker", "cue"}, "speaker"?}]}
      A quotation's kind is direct, mixed or indirect; its "speaker" and "cue" are
      [start, end] or null; the mention's "speaker" names who is meant.
      With - it reads such lines from standard input: {"id", "text", "published"?}.
      "published" (or "reference") is the moment that dates are resolved against:
      2024-05-14, or with a time of day 2024-05-14T16:30.

      --offsets  what start and end count: code-point (default) or utf16,
                 over the text with LF line ends and no byte-order mark
      --text     print each article's text too; it is printed in any case
                 where its line ends differ from what was read

      newsmark recognize story.txt other.txt
      newsmark recognize --text - < articles.jsonl > mentions.jsonl`;

/** One line of input: an article, or the reason why there is none. */
type Input = { readonly id: string; readonly source: ArticleSource } | { readonly trouble: string };

interface Options {
  readonly isUtf16: boolean;
  readonly withText: boolean;
}

/** `newsmark recognize`. @returns 1 where some input could not be read, after the rest is done */
export async function recognize(args: string[]): Promise<number> {
  const { inputs, options } = parse(args);
  const analyzer = createAnalyzer({
    onError: (recognizer, error) => console.error(`newsmark: the recognizer ${recognizer} failed:`, error),
  });
  let status = 0;
  for await (const input of inputs) {
    if ('trouble' in input) {
      console.error(`newsmark: ${input.trouble}`);
      status = 1;
      continue;
    }
    const line = await recognizeLine(analyzer, input.id, input.source, options);
    // Standing still while the reader is busy keeps memory flat over any number of articles.
    if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
  }
  return status;
}

function parse(args: string[]): { inputs: AsyncIterable<Input>; options: Options } {
  const { values, positionals } = parsed(args);
  const offsets = values.offsets ?? 'code-point';
  if (offsets !== 'code-point' && offsets !== 'utf16') throw new UsageError('--offsets takes code-point or utf16');
  if (positionals.length === 0) throw new UsageError('recognize needs files, or - for standard input');
  const isStream = positionals.includes('-');
  if (isStream && positionals.length > 1) throw new UsageError('- stands alone: files and standard input do not mix');
  const options = { isUtf16: offsets === 'utf16', withText: values.text === true };
  return { inputs: isStream ? fromLines(process.stdin) : fromFiles(positionals), options };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      options: { offsets: { type: 'string' }, text: { type: 'boolean' } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function* fromFiles(files: readonly string[]): AsyncGenerator<Input> {
  for (const file of files) yield await fromFile(file);
}

async function fromFile(file: string): Promise<Input> {
  try {
    const raw = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
    if (raw.includes('\0')) return { trouble: `${file}: this is a binary file, not text` };
    return { id: file, source: { raw, fileName: path.basename(file) } };
  } catch (error) {
    if (error instanceof TypeError) return { trouble: `${file}: this is not UTF-8 text` };
    return { trouble: `${file}: ${error instanceof Error ? error.message : String(error)}` };
  }
}

async function* fromLines(stream: NodeJS.ReadableStream): AsyncGenerator<Input> {
  let number = 0;
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() !== '') yield fromLine(line, number);
  }
}

function fromLine(line: string, number: number): Input {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { trouble: `standard input, line ${number}: ${error instanceof Error ? error.message : String(error)}` };
  }
  const {
    id = number,
    text,
    published,
    reference,
  } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if (typeof text !== 'string') return { trouble: `standard input, line ${number}: no "text" of type string` };
  const moment = [published, reference].find((given) => typeof given === 'string');
  const source = { raw: text, ...(typeof moment === 'string' && { published: moment }) };
  return { id: String(id), source };
}

async function recognizeLine(analyzer: Analyzer, id: string, source: ArticleSource, options: Options): Promise<string> {
  const { text, mentions } = await recognizeArticle(analyzer, source);
  const isShown = options.withText || text.value !== source.raw;
  const found = printed(text, mentions, options.isUtf16);
  return JSON.stringify({ id, ...(isShown && { text: text.value }), mentions: found });
}

function printed(text: Text, mentions: readonly Mention[], isUtf16: boolean): object[] {
  const points = codePoints(text.value);
  const offset = (at: number) => (isUtf16 ? at : points.fromUtf16(at));
  return mentions.map((mention) => ({
    start: offset(mention.start),
    end: offset(mention.end),
    text: mention.text,
    label: mention.label,
    entity: mention.entity,
    ...(mention.value !== undefined && { value: mention.value }),
    ...(mention.full && { full: [offset(mention.full.start), offset(mention.full.end)] }),
    ...(mention.modifier !== undefined && { modifier: mention.modifier }),
    ...(mention.counted !== undefined && { counted: mention.counted }),
    ...(mention.quotation && { quotation: printedParts(mention.quotation, offset) }),
    ...(mention.speaker && { speaker: mention.speaker }),
  }));
}

function printedParts({ kind, content, speaker, cue }: QuotationParts, offset: (at: number) => number): object {
  const printedSpan = ({ start, end }: Span) => [offset(start), offset(end)];
  return {
    kind,
    content: content.map(printedSpan),
    speaker: speaker ? printedSpan(speaker) : null,
    cue: cue ? printedSpan(cue) : null,
  };
}
