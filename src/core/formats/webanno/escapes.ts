/** Signs that part things in a row, each behind a backslash. */
export function escaped(words: string): string {
  return words.replace(/->|[\\[\]|_;\t\n\r*]/g, (sign) => `\\${LETTERS[sign] ?? sign}`);
}

const LETTERS: Readonly<Record<string, string>> = { '\t': 't', '\n': 'n', '\r': 'r' };

export function unescaped(cell: string): string {
  return cell.replace(/\\(->|.)/gu, (_, sign: string) => SIGNS[sign] ?? sign);
}

const SIGNS: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r' };

/** A line of a sentence's text, from its escapes: there a form feed and a backspace have letters too. */
export function unescapedText(line: string): string {
  return line.replace(/\\(.)/gu, (_, sign: string) => TEXT_SIGNS[sign] ?? sign);
}

const TEXT_SIGNS: Readonly<Record<string, string>> = { ...SIGNS, f: '\f', b: '\b' };

/** Parts a cell at a sign, wherever that has no backslash before it. */
export function partsOf(cell: string, sign: string): string[] {
  const parts: string[] = [''];
  for (let at = 0; at < cell.length; at++) {
    const isEscaped = cell[at] === '\\' && at + 1 < cell.length;
    if (!isEscaped && cell.startsWith(sign, at)) {
      parts.push('');
      at += sign.length - 1;
    } else {
      const last = parts.length - 1;
      parts[last] += isEscaped ? cell.slice(at, at + 2) : (cell[at] ?? '');
      if (isEscaped) at++;
    }
  }
  return parts;
}

/** A line of a sentence's text: only what would end or change the line is escaped. */
export function escapedText(line: string): string {
  return line.replace(/[\\\t\r]/g, (sign) => `\\${LETTERS[sign] ?? sign}`);
}
