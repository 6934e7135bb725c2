/** A row of a table, and the line it begins in, from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The rows of comma- or tab-separated text (RFC 4180): a cell in quotation marks may hold the separator, line ends and
 * doubled quotation marks. Rows without anything are left out.
 */
export function rowsOf(content: string, separator: string): Row[] {
  const rows: Row[] = [];
  const text = content.replace(/^\uFEFF/, '');
  let cells: string[] = [];
  let line = 1;
  let begun = 1;
  const endRow = () => {
    if (cells.some((cell) => cell !== '')) rows.push({ line: begun, cells });
    cells = [];
    begun = line;
  };
  for (let at = 0; at < text.length; ) {
    const { cell, end } = cellAt(text, at, separator);
    cells.push(cell);
    line += lineEnds(text, at, end);
    if (text[end] === separator) {
      at = end + 1;
      if (at === text.length) cells.push('');
      continue;
    }
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1;
    line++;
    endRow();
  }
  if (cells.length > 0) endRow();
  return rows;
}

function cellAt(text: string, start: number, separator: string): { cell: string; end: number } {
  if (text[start] !== '"') {
    const end = plainEnd(text, start, separator);
    return { cell: text.slice(start, end), end };
  }
  let at = start + 1;
  for (let mark = text.indexOf('"', at); mark >= 0; mark = text.indexOf('"', at)) {
    at = mark + 1;
    if (text[at] !== '"') break;
    at++;
  }
  const isOpen = text[at - 1] !== '"' || at <= start + 1;
  const inner = text.slice(start + 1, isOpen ? text.length : at - 1).replaceAll('""', '"');
  const end = isOpen ? text.length : plainEnd(text, at, separator);
  return { cell: inner + text.slice(isOpen ? text.length : at, end), end };
}

function plainEnd(text: string, start: number, separator: string): number {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

function lineEnds(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** A row as text, with its line's end. Cells in quotation marks where they must be. */
export function rowText(cells: readonly string[], separator: string): string {
  const quoted = cells.map((cell) => (needsQuotes(cell, separator) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${quoted.join(separator)}\n`;
}

function needsQuotes(cell: string, separator: string): boolean {
  return cell.includes(separator) || /["\n\r]/.test(cell) || cell.trim() !== cell;
}

/** Spreadsheets run what begins like a formula; the apostrophe is how they mark text, and goes when we read it. */
export function harmless(cell: string): string {
  return /^[=+\-@\t\r']/.test(cell) ? `'${cell}` : cell;
}

/** A cell as it was before `harmless`. */
export function plainCell(cell: string): string {
  return /^'[=+\-@\t\r']/.test(cell) ? cell.slice(1) : cell;
}
