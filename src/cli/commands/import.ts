import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { AnnotationSet } from '../../core/annotation/annotation';
import type { ReadArticle } from '../../core/formats/format';
import { imported } from '../../core/formats/importOperation';
import { joinSets } from '../../core/formats/join';
import { newArticleName } from '../../core/formats/newArticleName';
import { articlesMeant, inkOf, OwnArticles } from '../../core/formats/ownArticles';
import { type Placed, placeArticle } from '../../core/formats/place';
import { relabel } from '../../core/formats/select';
import { EMPTY_SIDECAR, type FiledArticle } from '../../core/sidecar/filed';
import { isSidecarName, sidecarName } from '../../core/sidecar/paths';
import { placeSidecar } from '../../core/sidecar/place';
import { SidecarStore } from '../../core/sidecar/store';
import { Text } from '../../core/text/text';
import { localFiles } from '../../node/localFiles';
import { expanded } from '../expand';
import { FORMAT_LINES, namedFormat } from '../formatNames';
import { type ImportedArticle, importedFiles, lostLines, placedInWords } from '../imports';
import { oneOf, parsedArgs, renamings } from '../options';
import { complain } from '../terminal';
import { FileTrouble, isFile, readTextFile, replaceTextFile } from '../textFile';
import { UsageError } from '../usageError';

export const IMPORT_HELP = `import [--from FORMAT] (--onto FILE|FOLDER… | --into FOLDER) [OPTIONS] FILE…

      Brings another tool's annotations into sidecars. What an offset counts is found
      out by the words that the file quotes, and said. What is decided already stays.

      --from        the format; told by the file's name and content without it:
${FORMAT_LINES}
      --onto        the articles that the annotations belong to; each is known by its
                    words, else by its name. May be given several times
      --into        a folder for new articles, where the file has their text
      --as          suggested (default): to be decided on; accepted, but for what the
                    file says was rejected; or stated: as the file says
      --annotator   whose sidecars: story.txt.NAME.newsmark.json
      --map         labels under other names: Person=PERSON,Organization=ORG
      --dry-run     say what would match, and write nothing
      --keep-going  go on with the rest where a file can't be read

      Ends with 1 where something could not be read, matched or placed.

      newsmark import --onto news/ --map Person=PERSON brat/*.ann
      newsmark import --from doccano --into news --as accepted export.jsonl
      newsmark import --onto news/ --dry-run annotations.jsonld`;

interface Options {
  readonly as: 'suggested' | 'accepted' | 'stated';
  readonly annotator: string | undefined;
  readonly names: ReadonlyMap<string, string>;
  readonly isDry: boolean;
  readonly isPatient: boolean;
  readonly into: string | undefined;
}

/** `newsmark import`. @returns 1 where something could not be read, matched or placed */
export async function importAnnotations(args: string[]): Promise<number> {
  const { values, positionals } = parsedArgs(args, {
    from: { type: 'string' },
    onto: { type: 'string', multiple: true },
    into: { type: 'string' },
    as: { type: 'string' },
    annotator: { type: 'string' },
    map: { type: 'string', multiple: true },
    'dry-run': { type: 'boolean' },
    'keep-going': { type: 'boolean' },
  });
  if (positionals.length === 0) throw new UsageError('import needs files');
  if ((values.onto === undefined) === (values.into === undefined))
    throw new UsageError('import needs either --onto, the articles, or --into, a folder for new ones');
  const options: Options = {
    as: oneOf('as', values.as, ['suggested', 'accepted', 'stated']) ?? 'suggested',
    annotator: values.annotator,
    names: renamings(values.map),
    isDry: values['dry-run'] === true,
    isPatient: values['keep-going'] === true,
    into: values.into,
  };
  const from = values.from === undefined ? undefined : namedFormat('from', values.from);
  return new Import(options).run(positionals, from, values.onto ?? []);
}

/** An article of ours that imported annotations may belong to. */
interface Candidate {
  readonly file: string;
  readonly raw: string;
}

class Import {
  readonly #options: Options;
  readonly #own = new OwnArticles<Candidate>();
  readonly #byWords = new Map<string, Candidate[]>();
  readonly #gathered = new Set<string>();
  #status = 0;

  constructor(options: Options) {
    this.#options = options;
  }

  async run(
    files: readonly string[],
    from: ReturnType<typeof namedFormat> | undefined,
    onto: readonly string[],
  ): Promise<number> {
    for (const argument of onto) if (!(await this.#trying(() => this.#gather(argument)))) return this.#status;
    for (const argument of files) {
      const isDone = await this.#trying(async () => {
        for await (const { articles, problems, isBroken, isWhole } of importedFiles([argument], from)) {
          for (const problem of problems) complain(problem);
          if (!isWhole) this.#status = 1;
          if (isBroken && !this.#options.isPatient)
            throw new FileTrouble('it ends here; --keep-going goes on with the rest');
          for (const article of articles) {
            // One that has no place is no reason to leave out those behind it in the same file.
            if (this.#options.isPatient) await this.#trying(() => this.#take(article));
            else await this.#take(article);
          }
        }
      });
      if (!isDone) return this.#status;
    }
    return this.#status;
  }

  /** @returns whether to go on */
  async #trying(job: () => Promise<void>): Promise<boolean> {
    try {
      await job();
      return true;
    } catch (error) {
      if (!(error instanceof FileTrouble)) throw error;
      this.#fail(error.message);
      return this.#options.isPatient;
    }
  }

  #fail(message: string): void {
    this.#status = 1;
    complain(message);
  }

  /** Takes note of the articles that annotations may belong to. */
  async #gather(argument: string): Promise<void> {
    for await (const { file } of expanded(argument, (name) => /\.(?:txt|md|markdown|article)$/i.test(name))) {
      if (isSidecarName(file)) continue;
      const whole = path.resolve(file);
      if (this.#gathered.has(whole)) continue;
      this.#gathered.add(whole);
      const candidate = { file, raw: await readTextFile(file) };
      this.#own.add(whole.split(path.sep).join('/'), candidate);
      const ink = inkOf(Text.of(candidate.raw).value);
      this.#byWords.set(ink, [...(this.#byWords.get(ink) ?? []), candidate]);
    }
  }

  async #take({ file, article }: ImportedArticle): Promise<void> {
    const { into } = this.#options;
    const [candidate, ...others] = into === undefined ? this.#candidatesFor(article) : [];
    if (into === undefined && (!candidate || others.length > 0)) {
      const names = others.length > 0 ? `: ${[candidate, ...others].map((each) => each?.file).join(', ')}` : '';
      const trouble = `${candidate ? 'several' : 'none'} of the articles ${candidate ? 'have' : 'has'}`;
      this.#fail(`${file}: ${article.name}: ${trouble} this name or these words${names}`);
      return;
    }
    const placed = placeArticle(article, candidate?.raw);
    if (!placed) {
      this.#fail(`${file}: ${article.name}: the file has no text; name its article with --onto`);
      return;
    }
    const target = candidate?.file ?? path.join(into ?? '.', newArticleName(article.name));
    console.log(`${target}: ${placedInWords(placed)}`);
    for (const line of lostLines(file, placed)) this.#fail(line);
    if (this.#options.isDry) return;
    if (!candidate) await writeNew(target, placed.article.text);
    await this.#save(target, placed, candidate ? {} : placed.article.article);
  }

  #candidatesFor(article: ReadArticle): readonly Candidate[] {
    const same = article.text === undefined ? undefined : this.#byWords.get(inkOf(Text.of(article.text).value));
    return articlesMeant(this.#own.named(article), same ?? []);
  }

  /** The annotations under their names and with the status that they are to have. */
  #decided(placed: Placed): AnnotationSet {
    const { as, names } = this.#options;
    const { set } = relabel(placed.article, names);
    return as === 'stated' ? set : imported(set, as);
  }

  /**
   * Adds to the sidecar what is not in it.
   * @param facts about a new article; those of an article that is there are read from it
   */
  async #save(file: string, placed: Placed, facts: FiledArticle): Promise<void> {
    const name = path.basename(file);
    const sidecar = path.join(path.dirname(file), sidecarName(name, this.#options.annotator));
    const store = new SidecarStore(sidecar, { files: localFiles });
    const loaded = await store.load();
    if (store.state.kind !== 'ready')
      throw new FileTrouble(`${sidecar}: it can't be used (${store.state.kind}); nothing is written`);
    const { text } = placed.article;
    const own = placeSidecar(loaded?.sidecar ?? EMPTY_SIDECAR, text);
    const { set, added, known } = joinSets(own, this.#decided(placed));
    const { state } = await store.save(set, text, { ...facts, file: name });
    if (state.kind !== 'ready')
      throw new FileTrouble(
        `${sidecar}: it could not be written (${'fault' in state ? state.fault.reason : state.kind})`,
      );
    const there = known > 0 ? `, ${known} there already` : '';
    console.log(`${sidecar}: ${added} added${there}`);
  }
}

/** Writes a new article. @throws FileTrouble where another text is there under its name */
async function writeNew(file: string, text: string): Promise<void> {
  if (await isFile(file)) {
    if (Text.of(await readTextFile(file)).value === text) return;
    throw new FileTrouble(`${file}: another text is there under this name; nothing is written`);
  }
  try {
    await mkdir(path.dirname(file), { recursive: true });
  } catch (error) {
    throw new FileTrouble(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  await replaceTextFile(file, text);
}
