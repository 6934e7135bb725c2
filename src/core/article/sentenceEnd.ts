const CLOSING = /["”’»›」』）)\]*_]/u;

/** Whether a line ends as a sentence does: with a stop, closing quotes and brackets aside. */
export function endsWithStop(line: string): boolean {
  return /[.…。．！!؟?।۔]/u.test(lastMark(line));
}

/** Whether a line runs on into the next: it ends with a comma, a colon or a dash. */
export function runsOn(line: string): boolean {
  return /[,;:，；：、—–-]/u.test(lastMark(line));
}

/** Whether a line asks something, outside quotation marks. */
export function isQuestion(line: string): boolean {
  return /[?？؟]$/u.test(line);
}

/** The last character that is no closing quote or bracket. */
function lastMark(line: string): string {
  let end = line.length;
  while (end > 0 && CLOSING.test(line.charAt(end - 1))) end--;
  return line.charAt(end - 1);
}
