import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Format } from '../../../../src/core/formats/format';
import { formatOfFile } from '../../../../src/core/formats/formats';
import { placeArticle } from '../../../../src/core/formats/place';
import { sharedFolder } from '../sharedData';

/** What came of a file that another tool wrote. */
export interface RealFile {
  readonly file: string;
  readonly format: Format;
  readonly articles: number;
  readonly annotations: number;
  /** Annotations that stand on the words that the file quotes, or inside its text. */
  readonly placed: number;
  /** The file has no text, and its article is not at hand. */
  readonly textless: number;
  readonly problems: readonly string[];
}

/** Not in a format of the matrix: settings, schemas, pages, and formats that we do not read. */
const OTHERS =
  /README|schemas|\.conf$|\.txt$|config|patterns\.jsonl$|(?:label_config|spacy_tuples|anno|sample\.ann)\.json(?:ld)?$|TypeSystem|typesystem|offsets\.tsv$|conll2012|bdocjs|catma/;

/** Reads every file under ../shared/data/formats. @returns also the files whose format could not be told */
export function readRealFiles(): { read: RealFile[]; unknown: string[] } {
  const root = path.join(sharedFolder(), 'data', 'formats');
  const sample = readFileSync(path.join(root, 'sample.txt'), 'utf8');
  const names = readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((name) => !OTHERS.test(name) || /\.conll\.txt$/.test(name))
    .sort();
  const read: RealFile[] = [];
  const unknown: string[] = [];
  for (const file of names) {
    const content = readFileSync(path.join(root, file), 'utf8');
    const format = formatOfFile(file, content);
    if (!format) unknown.push(file);
    else read.push(readOne(root, file, content, format, sample));
  }
  return { read, unknown };
}

function readOne(root: string, file: string, content: string, format: Format, sample: string): RealFile {
  const beside = (ending: string) => {
    const name = path.join(root, file.replace(/\.[^.]*$/, '') + ending);
    return existsSync(name) ? readFileSync(name, 'utf8') : undefined;
  };
  const { articles, problems } = format.read({ name: path.basename(file), content, beside });
  const isSample = path.basename(file).startsWith('sample');
  const placed = articles.map((article) =>
    placeArticle(article, article.text === undefined && isSample ? sample : undefined),
  );
  return {
    file,
    format,
    articles: articles.length,
    annotations: articles.reduce((sum, { spans }) => sum + spans.length, 0),
    placed: placed.reduce((sum, each) => sum + (each ? each.exact + each.found : 0), 0),
    textless: articles.reduce((sum, { spans }, index) => sum + (placed[index] ? 0 : spans.length), 0),
    problems: problems.map(({ line, message }) => `${file}${line === undefined ? '' : `:${line}`}: ${message}`),
  };
}
