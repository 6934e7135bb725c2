import { fold } from '../text/folded';
import { naturalOrder } from '../text/naturalOrder';
import type { InsightState, Sorting } from './state';
import {
  type Cell,
  type Column,
  cellWords,
  type Place,
  type Row,
  type Section,
  type Table,
  type ViewModel,
} from './viewModel';

/**
 * A table of the rows that a state wants: those with its words, in its order, so many of them.
 * @param found what the rows are about; a row is made only where it is shown, searched or compared
 * @param total how many there are, where not all were found
 */
export function tableOf<T>(
  section: string,
  columns: readonly Column[],
  found: readonly T[],
  rowOf: (finding: T) => Row,
  { filter = '', sorting, limit }: Pick<InsightState, 'filter' | 'sorting' | 'limit'>,
  total = found.length,
): Table {
  const isSorted = sorting?.section === section;
  if (filter === '' && !isSorted) return { columns, rows: found.slice(0, limit).map(rowOf), total };
  const wanted = matching(found.map(rowOf), filter);
  const rows = isSorted ? inOrder(wanted, columns, sorting) : wanted;
  return { columns, rows: rows.slice(0, limit), total: filter === '' ? total : wanted.length };
}

function matching(rows: readonly Row[], filter: string): readonly Row[] {
  const words = fold(filter).toLowerCase().trim();
  if (words === '') return rows;
  return rows.filter(({ cells }) => cells.some((cell) => fold(cellWords(cell)).toLowerCase().includes(words)));
}

function inOrder(rows: readonly Row[], columns: readonly Column[], { column, isDescending }: Sorting): readonly Row[] {
  if (columns[column] === undefined || columns[column].isSentence) return rows;
  const sign = isDescending ? -1 : 1;
  const compared = ({ cells }: Row) => orderOf(cells[column] ?? '');
  // What has nothing there stands last, whichever way.
  const isEmpty = ({ cells }: Row) => cellWords(cells[column] ?? '') === '';
  return rows.toSorted(
    (a, b) => Number(isEmpty(a)) - Number(isEmpty(b)) || sign * compareOrders(compared(a), compared(b)),
  );
}

function orderOf(cell: Cell): string | number {
  return typeof cell === 'object' ? cell.order : cell;
}

/** Numbers before words; what is no number at all last. */
function compareOrders(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number')
    return Number(Number.isNaN(a)) - Number(Number.isNaN(b)) || (Number.isNaN(a) ? 0 : a - b);
  if (typeof a === 'string' && typeof b === 'string') return naturalOrder(a, b);
  return typeof a === 'number' ? -1 : 1;
}

/** Paths of the articles whose sentences a view shows. */
export function pathsOfSentences({ sections }: ViewModel): readonly string[] {
  const rows = sections.flatMap(({ table }) => table.rows);
  return [...new Set(rows.flatMap(({ place, sentence }) => (place && sentence ? [place.path] : [])))];
}

/** A longer sentence is cut around what it is shown for. */
const LONGEST_SENTENCE = 400;

/**
 * A view with its sentences.
 * @param textOf the text of an article, LF line ends; undefined where it can't be had
 */
export function withSentences(model: ViewModel, textOf: (path: string) => string | undefined): ViewModel {
  const filled = (section: Section): Section => {
    const column = section.table.columns.findIndex(({ isSentence }) => isSentence);
    if (column < 0) return section;
    const rows = section.table.rows.map((row) => {
      const text = row.place && textOf(row.place.path);
      if (!row.place || !row.sentence || text === undefined) return row;
      return { ...row, cells: row.cells.with(column, sentenceWords(text, row.sentence, row.place)) };
    });
    return { ...section, table: { ...section.table, rows } };
  };
  return { ...model, sections: model.sections.map(filled) };
}

function sentenceWords(text: string, { start, end }: { start: number; end: number }, place: Place): string {
  const isLong = end - start > LONGEST_SENTENCE;
  const from = isLong ? Math.max(start, Math.floor((place.start + place.end - LONGEST_SENTENCE) / 2)) : start;
  const to = isLong ? Math.min(end, from + LONGEST_SENTENCE) : end;
  const words = cut(text, from, to).replace(/\s+/gu, ' ').trim();
  return `${from > start ? '… ' : ''}${words}${to < end ? ' …' : ''}`;
}

/** A stretch of the text without the halves of characters at its ends. */
function cut(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}
