import { mkdir, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { type CardWords, cardFacts, dataCard } from '../core/corpus/dataCard';
import { NearDuplicates } from '../core/corpus/nearDuplicates';
import { StatisticsCount } from '../core/corpus/statistics';
import { fitArticle } from '../core/formats/fit';
import { type AnnotatedArticle, type Format, TAG_SCHEMES, type WriteOptions } from '../core/formats/format';
import { LossCount, type Losses, lossInWords } from '../core/formats/kinds';
import { stemOf } from '../core/formats/shared/names';
import { parseShares, partOf, type Share, splitKey } from '../core/formats/split';
import { TOKENIZERS } from '../core/formats/tokenizers';
import { isSameArticle } from '../core/text/isSameArticle';
import { readLabels } from './labelFile';
import { oneOf } from './options';
import { Output } from './output';
import { Progress } from './progress';
import { FileTrouble, readTextFileIfThere, reasonOf, replaceTextFile } from './textFile';
import { UsageError } from './usageError';

/** Options of commands that write a format. */
export const WRITE_OPTIONS = {
  output: { type: 'string', short: 'o' },
  split: { type: 'string' },
  seed: { type: 'string' },
  tokenizer: { type: 'string' },
  scheme: { type: 'string' },
  card: { type: 'string' },
  title: { type: 'string' },
  license: { type: 'string' },
  guidelines: { type: 'string' },
} as const;

export const WRITE_HELP = `      -o, --output  a file; a folder for formats with a file for each article, and for
                    --split. Formats of one file go to standard output without it
      --split       train=80,dev=10,test=10: parts by these shares. Which part an
                    article goes to depends on its text and the seed alone;
                    articles that are nearly the same stay together (not on
                    standard input, which can't be read twice)
      --seed        any word for another draw (default 1)
      --tokenizer   for formats of tokens: ${TOKENIZERS.join(', ')}
                    (default words)
      --scheme      for formats of tags: iob1, iob2, bioes (default iob2)
      --card        a page about what was written, in Markdown: counts by label and
                    part, guidelines, annotators, what was left out
      --title, --license  for the page
      --guidelines  a file of labels (newsmark.labels.json) for the page, whose words
                    say what each label is for`;

interface Given {
  readonly output?: string | undefined;
  readonly split?: string | undefined;
  readonly seed?: string | undefined;
  readonly tokenizer?: string | undefined;
  readonly scheme?: string | undefined;
  readonly card?: string | undefined;
  readonly title?: string | undefined;
  readonly license?: string | undefined;
  readonly guidelines?: string | undefined;
}

/** Where one part of the export goes. */
interface Open {
  readonly output: Output;
  readonly file?: { readonly part: string; readonly whole: string };
  count: number;
}

/** Writes articles in a format as they come, and counts what that leaves out. Memory does not grow with their number. */
export class Exporter {
  readonly #format: Format;
  readonly #options: WriteOptions;
  readonly #output: string | undefined;
  readonly #shares: readonly Share[];
  readonly #seed: string;
  readonly #open = new Map<string, Open>();
  readonly #written = new Map<string, string>();
  readonly #losses = new LossCount();
  readonly #given: Given;
  readonly #whole = new StatisticsCount();
  readonly #parts = new Map<string, StatisticsCount>();
  readonly #duplicates = new NearDuplicates();
  readonly #progress = new Progress('articles');
  #guidelines: Pick<CardWords, 'guidelineOf'> = {};
  #groups: ReadonlyMap<string, string> | undefined;

  /** @throws UsageError where the options do not go together */
  constructor(format: Format, given: Given) {
    this.#format = format;
    this.#options = {
      tokenizer: oneOf('tokenizer', given.tokenizer, TOKENIZERS) ?? 'words',
      scheme: oneOf('scheme', given.scheme, TAG_SCHEMES) ?? 'iob2',
    };
    this.#given = given;
    this.#output = given.output === '-' ? undefined : given.output;
    this.#shares = sharesIn(given.split);
    this.#seed = given.seed ?? '1';
    if (this.#output === undefined && (!format.frame || this.#shares.length > 0))
      throw new UsageError(`--output FOLDER is missing: ${format.frame ? '--split' : format.id} writes several files`);
  }

  get losses(): Losses {
    return this.#losses.losses;
  }

  /** How many articles were written, by part; one part without a name where there is no split. */
  get counts(): ReadonlyMap<string, number> {
    return new Map([...this.#parts].map(([part, count]) => [part, count.statistics.articles]));
  }

  /** Whether articles are to be surveyed before they are added: those that are nearly the same go to one part. */
  get wantsSurvey(): boolean {
    return this.#shares.length > 0;
  }

  /** Reads what is needed beside the articles, before any work is done. @throws FileTrouble */
  async begin(): Promise<void> {
    const { guidelines } = this.#given;
    if (this.#output !== undefined && this.#format.frame && this.#shares.length === 0) await refuseFolder(this.#output);
    if (guidelines === undefined) return;
    const labels = await readLabels(guidelines);
    this.#guidelines = { guidelineOf: (label) => (labels.has(label) ? labels.of(label).guideline : undefined) };
  }

  /** Takes note of an article that is added later. */
  survey({ text }: AnnotatedArticle): void {
    this.#duplicates.add(splitKey(text), text);
  }

  async add(given: AnnotatedArticle): Promise<void> {
    const { article, losses } = fitArticle(given, this.#format, this.#options);
    this.#losses.addAll(losses);
    const part = this.#partOf(article);
    this.#whole.add(article);
    const statistics = this.#parts.get(part) ?? new StatisticsCount();
    this.#parts.set(part, statistics);
    statistics.add(article);
    this.#progress.step();
    const { frame } = this.#format;
    const parts = this.#format.write(article, this.#options);
    if (!frame) {
      for (const { ending, content } of parts) await this.#writeFile(part, article.name, ending, content);
      return;
    }
    const open = this.#open.get(part) ?? (await this.#openPart(part, frame.head));
    this.#open.set(part, open);
    const [only] = parts;
    await open.output.write(`${open.count > 0 ? frame.between : ''}${only?.content ?? ''}`);
    open.count++;
  }

  /** Ends the files. A file has its name only when it is whole. */
  async end(): Promise<void> {
    this.#progress.end();
    if (this.#given.card !== undefined) {
      await makeFolderOf(this.#given.card);
      await replaceTextFile(this.#given.card, this.#card());
    }
    const { frame } = this.#format;
    const names = this.#shares.length > 0 ? this.#shares.map(({ name }) => name) : [''];
    // A part that nothing fell to is there all the same, and empty.
    if (frame)
      for (const name of names) if (!this.#open.has(name)) this.#open.set(name, await this.#openPart(name, frame.head));
    for (const { output, file } of this.#open.values()) {
      await output.write(frame?.foot ?? '');
      await output.end();
      if (!file) continue;
      try {
        await rename(file.part, file.whole);
      } catch (error) {
        throw new FileTrouble(`${file.whole}: ${reasonOf(error)}`);
      }
    }
  }

  /** Takes unfinished files away. */
  async abandon(): Promise<void> {
    this.#progress.end();
    for (const { output, file } of this.#open.values()) {
      output.abandon();
      if (file) await rm(file.part, { force: true });
    }
  }

  /** What was left out, a line for each kind. */
  summary(): string[] {
    return [...this.losses].map(([kind, count]) => `${this.#format.id} can’t hold ${lossInWords(kind, count)}`);
  }

  /** The part that the article, and all that are nearly the same, go to. */
  #partOf({ text }: AnnotatedArticle): string {
    if (this.#shares.length === 0) return '';
    this.#groups ??= this.#duplicates.groups();
    const key = splitKey(text);
    return partOf(this.#groups.get(key) ?? key, this.#shares, this.#seed);
  }

  #card(): string {
    const { title = 'News corpus', license, split } = this.#given;
    const words = { title, ...(license !== undefined && { license }), ...this.#guidelines };
    const groups = this.#groups ?? new Map<string, string>();
    return dataCard(
      new Map([...this.#parts].map(([part, count]) => [part, count.statistics])),
      this.#whole.statistics,
      cardFacts(
        words,
        this.#format,
        this.#options,
        this.losses,
        split === undefined ? undefined : { seed: this.#seed, groups },
      ),
    );
  }

  async #openPart(part: string, head: string): Promise<Open> {
    if (this.#output === undefined) return begun({ output: Output.standard(), count: 0 }, head);
    const named = part === '' ? this.#output : path.join(this.#output, `${part}${this.#format.endings[0]}`);
    await makeFolderOf(named);
    const kind = await stat(named).catch(() => undefined);
    // A pipe or a device is written to as it is: nothing may take its place.
    if (kind && !kind.isFile()) return begun({ output: await Output.file(named), count: 0 }, head);
    // A link stays one.
    const whole = kind ? await realpath(named) : named;
    const file = { part: `${whole}.part`, whole };
    return begun({ output: await Output.file(file.part), file, count: 0 }, head);
  }

  async #writeFile(part: string, name: string, ending: string, content: string): Promise<void> {
    const file = path.join(this.#output ?? '.', part, `${stemOf(name)}${ending}`);
    const before = this.#written.get(file);
    if (before !== undefined) throw new FileTrouble(`${file}: ${before} and ${name} would both be written there`);
    this.#written.set(file, name);
    await makeFolderOf(file);
    if (ending === '.txt') await this.#spareArticle(file, content);
    await replaceTextFile(file, content);
  }

  /** @throws FileTrouble where the article itself is there, with line ends that the annotations do not count */
  async #spareArticle(file: string, content: string): Promise<void> {
    const there = await readTextFileIfThere(file);
    if (there === undefined || there === content || !isSameArticle(there, content)) return;
    throw new FileTrouble(`${file}: this is the article itself, which is never written over; name another --output`);
  }
}

async function begun(open: Open, head: string): Promise<Open> {
  await open.output.write(head);
  return open;
}

async function makeFolderOf(file: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
  } catch (error) {
    throw new FileTrouble(`${file}: ${reasonOf(error)}`);
  }
}

/** @throws FileTrouble where a file is wanted and a folder is named, before any work is done */
async function refuseFolder(output: string): Promise<void> {
  const isFolder = await stat(output).then(
    (found) => found.isDirectory(),
    () => /[/\\]$/.test(output),
  );
  if (isFolder) throw new FileTrouble(`${output}: this is a folder; --output takes a file here`);
}

function sharesIn(split: string | undefined): readonly Share[] {
  if (split === undefined) return [];
  const shares = parseShares(split);
  if (!shares) throw new UsageError('--split takes shares like train=80,dev=10,test=10, each part once');
  return shares;
}
