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

/** What begins an article; spaCy looks for just this line. */
const DOCUMENT = '-DOCSTART- -X- O O';

/**
 * CoNLL-2003: a token a line, its tag last, an empty line between sentences. The shared task's own files are IOB1; most
 * tools of today want IOB2. Reading takes any number of columns, parted by spaces or tabs, and any scheme of tags.
 */
export const conll: Format = Object.freeze<Format>({
  id: 'conll',
  title: 'CoNLL-2003',
  endings: ['.conll', '.iob', '.iob2', '.bio', '.conll.txt'],
  frame: { head: '', between: '', foot: '' },
  holds: new Set(['acrossParagraphs', 'character'] as const),
  hasTags: true,
  labelForm: (label) => label.replace(/\s+/gu, '_') || '_',
  write,
  looksLike: (content) =>
    content.startsWith('-DOCSTART-') ||
    /[ \t](?:O|[BIESLU]-\S{1,50})\s*$/.test(content.split('\n', 1)[0]?.slice(0, 500) ?? ''),
  read,
});

function write(article: AnnotatedArticle, options: WriteOptions): Part[] {
  const { text } = article;
  const sentences = taggedSentences(article, options).map(({ tokens, tags }) => {
    const lines = tokens.map(({ start, end }, index) => `${text.slice(start, end)} -X- _ ${tags[index]}\n`);
    return `${lines.join('')}\n`;
  });
  return [{ ending: '.conll', content: `${DOCUMENT}\n\n${sentences.join('')}` }];
}

function read({ name, content }: Source): Reading {
  const articles: ReadArticle[] = [];
  const problems: ReadProblem[] = [];
  const stem = withoutEnding(name, ['.conll.txt']);
  let text = new TokenText();
  const endArticle = () => {
    text.endSentence();
    if (!text.isEmpty)
      articles.push({
        name: String(articles.length + 1),
        ...text.result,
        entities: [],
        relations: [],
        units: ['utf16'],
      });
    text = new TokenText();
  };
  for (const [index, raw] of content
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const line = raw.replace(/\r$/, '');
    if (line.startsWith('-DOCSTART-')) endArticle();
    else if (line.trim() === '') text.endSentence();
    else {
      const columns = line.includes('\t') ? line.split('\t') : line.split(' ').filter((column) => column !== '');
      const tag = columns.at(-1) ?? 'O';
      const isTag = /^(?:O|[BIESLUMW]-.+)$/u.test(tag);
      // MultiCoNER and others have remarks between sentences: "# id 5a2f domain=en".
      if (/^#\s/.test(line) && !isTag) continue;
      if (columns.length < 2)
        problems.push({ line: index + 1, message: 'there is a token without a tag', isSerious: false });
      else if (!isTag)
        problems.push({
          line: index + 1,
          message: `${JSON.stringify(tag)} is no tag; it is read as O`,
          isSerious: false,
        });
      text.token(columns[0] ?? '', columns.length < 2 ? 'O' : tag);
    }
  }
  endArticle();
  const [only] = articles;
  return {
    articles:
      articles.length === 1 && only
        ? [{ ...only, name: stem }]
        : articles.map((article) => ({ ...article, name: `${stem}-${article.name}`, isNumbered: true })),
    problems,
  };
}
