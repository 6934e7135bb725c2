import type { AnnotatedArticle, Format, Part, ReadArticle, Reading, ReadProblem, ReadSpan, Source } from '../format';
import { harmless, plainCell, type Row, rowsOf, rowText } from '../shared/csv';
import { byId, EntityList } from '../shared/flatFields';
import { iriOfLink, linkOfIri } from '../shared/knowledgeBases';

const COLUMNS = [
  ...['annotation_id', 'document', 'layer', 'text_quote', 'target', 'body_purpose', 'body_value'],
  ...['created', 'updated', 'created_by', 'updated_by'],
];

/**
 * Recogito Studio's table of annotations: a row for each body, so that an annotation with a note has two. UTF-16 code
 * units, `start=18;end=32`. Recogito writes it and does not read it.
 */
export const recogitoCsv: Format = Object.freeze<Format>({
  id: 'recogito-csv',
  title: 'Recogito Studio CSV',
  endings: ['.csv'],
  frame: { head: rowText(COLUMNS, ','), between: '', foot: '' },
  holds: new Set([
    ...(['crossing', 'nested', 'partOfToken', 'outerSpace', 'acrossParagraphs', 'whiteSpace', 'character'] as const),
    ...(['links', 'note', 'by', 'at'] as const),
  ]),
  write,
  looksLike: (content) => content.split('\n', 1)[0]?.includes('text_quote') === true,
  read,
});

function write({ name, text, set }: AnnotatedArticle): Part[] {
  const entities = byId(set.entities);
  const rows = set.annotations.map(({ id, start, end, label, note, entity, at = '', by = '' }) => {
    const [link] = Object.entries((entity === undefined ? undefined : entities.get(entity)?.links) ?? {});
    const bodies: [purpose: string, value: string][] = [
      ['tagging', label],
      ...(note === undefined ? [] : [['commenting', note] as [string, string]]),
      ...(link ? [['identifying', iriOfLink(...link)] as [string, string]] : []),
    ];
    const common = [id, name, 'Newsmark', text.slice(start, end), `start=${start};end=${end}`];
    return bodies.map((body) => rowText([...common, ...body, at, at, by, by].map(harmless), ',')).join('');
  });
  return [{ ending: '.csv', content: rows.join('') }];
}

function read({ content }: Source): Reading {
  const [head, ...rows] = rowsOf(content, ',');
  const columns = head?.cells.map((cell) => cell.trim()) ?? [];
  const problems: ReadProblem[] = [];
  if (!columns.includes('annotation_id') || !columns.includes('target')) {
    problems.push({ line: 1, message: 'there is no column annotation_id or target', isSerious: true });
    return { articles: [], problems };
  }
  const articles = new Map<string, Map<string, Row[]>>();
  const cellOf = ({ cells }: Row, name: string) => plainCell(cells[columns.indexOf(name)] ?? '');
  for (const row of rows) {
    const own = articles.get(cellOf(row, 'document')) ?? new Map<string, Row[]>();
    articles.set(cellOf(row, 'document'), own);
    const id = cellOf(row, 'annotation_id');
    own.set(id, [...(own.get(id) ?? []), row]);
  }
  const read = [...articles].map(([name, annotations]): ReadArticle => {
    const entities = new EntityList();
    const spans = [...annotations].flatMap(([id, own]) => {
      const span = spanOf(id, own, cellOf, entities);
      if (!span)
        problems.push({
          line: own[0]?.line ?? 1,
          message: 'an annotation has no start and end in a text',
          isSerious: false,
        });
      return span ?? [];
    });
    return { name, spans, entities: entities.entities, relations: [], units: ['utf16', 'code-point'] };
  });
  return { articles: read, problems };
}

/** An annotation, or several where it has several tags, from the rows of its bodies. */
function spanOf(
  id: string,
  rows: readonly Row[],
  cellOf: (row: Row, name: string) => string,
  entities: EntityList,
): ReadSpan[] | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const [, start, end] = /start=(\d+);end=(\d+)/.exec(cellOf(first, 'target')) ?? [];
  if (start === undefined || end === undefined) return undefined;
  const valuesOf = (purpose: string) =>
    rows.filter((row) => cellOf(row, 'body_purpose') === purpose).map((row) => cellOf(row, 'body_value'));
  const [label = 'annotation', ...others] = new Set([...valuesOf('tagging'), ...valuesOf('classifying')]);
  const notes = [...valuesOf('commenting'), ...valuesOf('replying')];
  const [iri] = valuesOf('identifying');
  const link = iri === undefined ? undefined : linkOfIri(iri);
  if (link) entities.add({ id: link.join(':'), label, name: link.join(':'), links: Object.fromEntries([link]) });
  const [quote, at, by] = ['text_quote', 'created', 'created_by'].map((name) => cellOf(first, name));
  const span = {
    id,
    ...{ start: Number(start), end: Number(end), label, line: first.line },
    ...(quote && { quote }),
    ...(notes.length > 0 && { note: notes.join('\n') }),
    ...(link && { entity: link.join(':') }),
    ...(at && { at }),
    ...(by && { by }),
  };
  // Several tags are an annotation for each.
  return [span, ...others.map((other, index) => ({ ...span, id: `${id} ${index + 2}`, label: other }))];
}
