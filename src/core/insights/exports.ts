import { harmless, rowText } from '../formats/shared/csv';
import { t } from '../l10n';
import { type Cell, cellWords, type Row, type Section, type Table, type ViewModel } from './viewModel';

/**
 * A section's table as comma-separated values (RFC 4180), with the file that each row is from. Words of the articles can't
 * become formulas of a spreadsheet.
 * @param fileOf what an article's path is called
 */
export function sectionToCsv({ table }: Section, fileOf: (path: string) => string): string {
  const isPlaced = table.rows.some(({ place }) => place !== undefined);
  const head = [...table.columns.map(({ title }) => title), ...(isPlaced ? [t('File')] : [])];
  const lines = table.rows.map(({ cells, place }) => {
    const words = cells.map(csvCell);
    return rowText(isPlaced ? [...words, harmless(place ? fileOf(place.path) : '')] : words, ',');
  });
  return rowText(head, ',') + lines.join('');
}

/** A number can't be a formula, negative or not. */
function csvCell(cell: Cell): string {
  return typeof cell === 'number' ? String(cell) : harmless(cellWords(cell));
}

/** A whole view as Markdown (GitHub's tables). Words of the articles stay words. */
export function viewToMarkdown({ title, facts, sections }: ViewModel): string {
  const parts = [`# ${plain(title)}`, facts.map((fact) => `${plain(fact)}\n`).join('\n'), ...sections.map(sectionText)];
  return `${parts.map((part) => part.trim()).join('\n\n')}\n`;
}

function sectionText({ title, table, notes }: Section): string {
  return [`## ${plain(title)}`, tableText(table), ...notes.map(plain)].join('\n\n');
}

function tableText({ columns, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ title }) => plain(title))),
    `|${columns.map(({ isNumber }) => (isNumber ? '---:' : '---')).join('|')}|`,
    ...rows.map(({ cells }: Row) => line(cells.map((cell) => plain(cellWords(cell))))),
  ].join('\n');
}

/** Words that mean nothing to Markdown or to HTML in it. */
function plain(words: string): string {
  return words.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>|#&~$]/g, (sign) => `\\${sign}`);
}
