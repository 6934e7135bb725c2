import { quoteAt } from '../../annotation/quote';
import { codePoints } from '../../text/codePoints';
import type { AnnotatedArticle, Format, ReadArticle, Reading, ReadProblem, ReadSpan, Source } from '../format';
import type { Kind } from '../kinds';
import { harmless, plainCell, rowsOf, rowText } from '../shared/csv';
import { byId, EntityList, FLAT_NAMES, flatFields, unflattened } from '../shared/flatFields';

const COLUMNS = ['article', 'start', 'end', 'text', 'label', ...FLAT_NAMES, 'prefix', 'suffix'];

const HELD: readonly Kind[] = [
  ...([
    'rejection',
    'undecided',
    'crossing',
    'nested',
    'partOfToken',
    'character',
    'outerSpace',
    'acrossParagraphs',
    'whiteSpace',
  ] as const),
  ...(['entity', 'links', 'value', 'note', 'source', 'by', 'at'] as const),
];

/**
 * A table for spreadsheets: a row for each annotation, in code points. It has no text of the articles: reading it needs
 * them beside it. A cell that a spreadsheet would take for a formula is written with an apostrophe before it.
 */
function spreadsheet(id: string, title: string, ending: string, separator: string): Format {
  return Object.freeze<Format>({
    id,
    title,
    endings: [ending],
    frame: { head: rowText(COLUMNS, separator), between: '', foot: '' },
    holds: new Set(HELD),
    write: (article) => [{ ending, content: rowsFor(article, separator) }],
    looksLike: (content) => content.split('\n', 1)[0]?.includes(`start${separator}end`) === true,
    read: (source) => read(source, separator),
  });
}

export const csv = spreadsheet('csv', 'CSV', '.csv', ',');
export const tsv = spreadsheet('tsv', 'TSV', '.tsv', '\t');

function rowsFor({ name, text, set }: AnnotatedArticle, separator: string): string {
  const points = codePoints(text);
  const entities = byId(set.entities);
  const rows = set.annotations.map((annotation) => {
    const flat = { status: annotation.status, ...flatFields(annotation, entities) } as Readonly<Record<string, string>>;
    const { quote, prefix, suffix } = quoteAt(text, annotation);
    const place = [String(points.fromUtf16(annotation.start)), String(points.fromUtf16(annotation.end))];
    const fields = [name, quote, annotation.label, ...FLAT_NAMES.map((field) => flat[field] ?? ''), prefix, suffix].map(
      harmless,
    );
    return rowText([fields[0] ?? '', ...place, ...fields.slice(1)], separator);
  });
  return rows.join('');
}

function read({ content }: Source, separator: string): Reading {
  const [head, ...rows] = rowsOf(content, separator);
  const columns = head?.cells.map((cell) => cell.trim()) ?? [];
  const problems: ReadProblem[] = [];
  const missing = ['start', 'end', 'label'].filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    problems.push({ line: 1, message: `there is no column ${missing.join(', ')}`, isSerious: true });
    return { articles: [], problems };
  }
  const articles = new Map<string, { spans: ReadSpan[]; entities: EntityList }>();
  for (const { line, cells } of rows) {
    const row = Object.fromEntries(columns.map((name, index) => [name, plainCell(cells[index] ?? '')]));
    const name = row.article ?? '';
    const start = Number(row.start || Number.NaN);
    const end = Number(row.end || Number.NaN);
    const { label = '', text, prefix, suffix } = row;
    if (!Number.isInteger(start) || !Number.isInteger(end) || label === '') {
      problems.push({ line, message: 'a row needs a start, an end and a label', isSerious: false });
      continue;
    }
    const { spans, entities } = articles.get(name) ?? { spans: [], entities: new EntityList() };
    articles.set(name, { spans, entities });
    const { fields, entity } = unflattened(row, label);
    entities.add(entity);
    const words = { ...(text && { quote: text }), ...(prefix && { prefix }), ...(suffix && { suffix }) };
    spans.push({ id: `row${line}`, start, end, label, line, ...words, ...fields });
  }
  return { articles: [...articles].map(([name, found]) => articleOf(name, found.spans, found.entities)), problems };
}

function articleOf(name: string, spans: readonly ReadSpan[], { entities }: EntityList): ReadArticle {
  return { name, spans, entities, relations: [], units: ['code-point', 'utf16', 'utf8'] };
}
