import type { FiledArticle } from '../../sidecar/filed';
import type {
  AnnotatedArticle,
  Format,
  Part,
  ReadArticle,
  Reading,
  ReadProblem,
  Source,
  WriteOptions,
} from '../format';
import { withoutEnding } from '../shared/names';
import { taggedSentences } from '../shared/sentences';
import { TokenText } from '../shared/tokenText';

const COLUMNS = ['ID', 'FORM', 'LEMMA', 'UPOS', 'XPOS', 'FEATS', 'HEAD', 'DEPREL', 'DEPS', 'MISC', 'NEWSMARK:NE'];

/**
 * CoNLL-U Plus with a column of tags (universaldependencies.org/ext-format.html). White space is kept in MISC as UDPipe
 * writes it: `SpaceAfter=No`, `SpacesAfter=\n`. Reading takes CoNLL-U too, with `NE=` in MISC, and any column ending in `:NE`.
 */
export const conllu: Format = Object.freeze<Format>({
  id: 'conllu',
  title: 'CoNLL-U Plus',
  endings: ['.conllup', '.conllu'],
  frame: { head: `# global.columns = ${COLUMNS.join(' ')}\n`, between: '', foot: '' },
  holds: new Set(['acrossParagraphs', 'whiteSpace', 'character'] as const),
  hasTags: true,
  labelForm: (label) => label.replace(/\s+/gu, '_') || '_',
  write,
  read,
});

function write(article: AnnotatedArticle, options: WriteOptions): Part[] {
  const { text, name } = article;
  const sentences = taggedSentences(article, options);
  let before = 0;
  const blocks = sentences.map(({ tokens, tags }, index) => {
    const next = sentences[index + 1]?.tokens[0]?.start ?? text.length;
    const start = tokens[0]?.start ?? 0;
    const end = tokens.at(-1)?.end ?? start;
    const lines = tokens.map((token, at) => {
      const following = tokens[at + 1]?.start ?? next;
      const misc = [
        ...(at === 0 && index === 0 && before < token.start
          ? [`SpacesBefore=${escaped(text.slice(before, token.start))}`]
          : []),
        ...spaceAfter(text.slice(token.end, following), at === tokens.length - 1),
      ];
      const form = text.slice(token.start, token.end);
      return `${at + 1}\t${form}\t_\t_\t_\t_\t_\t_\t_\t${misc.join('|') || '_'}\t${tags[at]}\n`;
    });
    before = next;
    const words = text.slice(start, end).replace(/\s+/gu, ' ');
    return `# sent_id = ${oneWord(name)}-${index + 1}\n# text = ${words}\n${lines.join('')}\n`;
  });
  return [{ ending: '.conllup', content: `# newdoc id = ${oneWord(name)}\n${blocks.join('') || '\n'}` }];
}

function oneWord(name: string): string {
  return name.replace(/\s+/gu, '_');
}

/** Nothing is said of a space between words; at a sentence's end it is, so that no reader takes it for a line's end. */
function spaceAfter(space: string, isLast: boolean): string[] {
  if (space === ' ' && !isLast) return [];
  return [space === '' ? 'SpaceAfter=No' : `SpacesAfter=${escaped(space)}`];
}

/** UDPipe's escapes, and code points for white space that it has none for. */
function escaped(space: string): string {
  return [...space]
    .map((sign) => {
      const known = ESCAPES.find(([, plain]) => plain === sign);
      return known ? `\\${known[0]}` : `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
    })
    .join('');
}

function unescaped(space: string): string {
  return space.replace(/\\(?:u([0-9a-f]{4})|(.))/g, (_, code: string | undefined, letter: string | undefined) =>
    code !== undefined
      ? String.fromCharCode(Number.parseInt(code, 16))
      : (ESCAPES.find(([name]) => name === letter)?.[1] ?? ''),
  );
}

const ESCAPES: readonly (readonly [name: string, plain: string])[] = [
  ['s', ' '],
  ['t', '\t'],
  ['r', '\r'],
  ['n', '\n'],
  ['p', '|'],
];

/** An article as its lines go by. */
class Document {
  readonly #text = new TokenText();
  #space = '';
  #hasEnds = false;

  token(form: string, tag: string, misc: ReadonlyMap<string, string>): void {
    const before = misc.get('SpacesBefore');
    this.#text.token(form, tag, this.#text.isEmpty && before !== undefined ? unescaped(before) : this.#space);
    const after = misc.get('SpacesAfter');
    this.#hasEnds ||= after !== undefined;
    this.#space = after !== undefined ? unescaped(after) : misc.get('SpaceAfter') === 'No' ? '' : ' ';
  }

  /** Sentences are lines, unless the file tells all white space. */
  endSentence(): void {
    if (this.#text.isEmpty) return;
    this.#text.endSentence('');
    if (!this.#hasEnds && this.#space === ' ') this.#space = '\n';
  }

  get isEmpty(): boolean {
    return this.#text.isEmpty;
  }

  get result() {
    this.endSentence();
    const { text, spans } = this.#text.result;
    return { text: text + this.#space, spans };
  }
}

function read({ name, content }: Source): Reading {
  const stem = withoutEnding(name, ['.conllup', '.conllu']);
  const articles: ReadArticle[] = [];
  const problems: ReadProblem[] = [];
  let columns: readonly string[] = COLUMNS.slice(0, 10);
  let id: string | undefined;
  let text = new Document();
  const endArticle = () => {
    const article: FiledArticle = {};
    if (!text.isEmpty || id !== undefined)
      articles.push({ name: id ?? stem, ...text.result, article, entities: [], relations: [], units: ['utf16'] });
    text = new Document();
    id = undefined;
  };
  for (const [index, raw] of content
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const line = raw.replace(/\r$/, '');
    const [, key, value = ''] = /^#\s*([\w. ]+?)\s*(?:=\s*(.*))?$/u.exec(line) ?? [];
    if (key === 'global.columns') columns = value.split(' ');
    else if (key === 'newdoc' || key === 'newdoc id') {
      endArticle();
      id = value === '' ? stem : value;
    } else if (line.trim() === '') text.endSentence();
    else if (!line.startsWith('#')) {
      const problem = takeToken(text, columns, line.split('\t'));
      if (problem !== undefined) problems.push({ line: index + 1, message: problem, isSerious: false });
    }
  }
  endArticle();
  return { articles, problems };
}

/** @returns what is wrong with the line */
function takeToken(text: Document, columns: readonly string[], cells: readonly string[]): string | undefined {
  const cell = (name: string) => cells[columns.indexOf(name)];
  const id = cell('ID') ?? '';
  const form = cell('FORM');
  if (form === undefined || cells.length < columns.length)
    return `there are ${cells.length} columns, not ${columns.length}`;
  // Words of a contraction and words that are not written ("1-2", "1.1") are told beside the token that is.
  if (!/^\d+$/.test(id)) return undefined;
  const misc = new Map(
    (cell('MISC') ?? '_').split('|').map((pair): [string, string] => {
      const sign = pair.indexOf('=');
      return [pair.slice(0, sign), pair.slice(sign + 1)];
    }),
  );
  const tags = columns.findIndex((column) => /(?:^|:)NE(?:R)?$/.test(column));
  text.token(form, cells[tags] ?? misc.get('NE') ?? 'O', misc);
  return undefined;
}
