import * as v from 'valibot';
import { t } from '../l10n';
import { Text } from '../text/text';
import { located } from './json';
import type { Problem } from './problem';
import { faultOf, MOST_PROBLEMS, readJson } from './readJson';

/** A line of a file that could be read. */
export interface ReadLine<T> {
  readonly value: T;
  /** From 0. */
  readonly line: number;
  /** Offsets of the file's text with LF line ends. */
  readonly start: number;
  readonly end: number;
}

/**
 * Reads JSON Lines that people write: one value a line, empty lines between them. A line that is broken is told and passed
 * over. Never throws.
 * @returns problems in the order of their lines, at offsets of the file's text with LF line ends
 */
export function readJsonLines<T>(
  raw: string,
  schema: v.GenericSchema<unknown, T>,
): { readonly lines: readonly ReadLine<T>[]; readonly problems: readonly Problem[] } {
  const read: ReadLine<T>[] = [];
  const problems: Problem[] = [];
  let start = 0;
  for (const [line, words] of Text.of(raw).value.split('\n').entries()) {
    const found = words.trim() === '' ? undefined : readLine(words, schema);
    if (found && 'value' in found) read.push({ value: found.value, line, start, end: start + words.length });
    for (const problem of found && 'problems' in found ? found.problems : [])
      problems.push({ message: problem.message, start: start + problem.start, end: start + problem.end });
    start += words.length + 1;
  }
  return { lines: read, problems: problems.slice(0, MOST_PROBLEMS) };
}

type Line<T> = { readonly value: T } | { readonly problems: readonly Problem[] };

function readLine<T>(words: string, schema: v.GenericSchema<unknown, T>): Line<T> {
  if (/^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/.test(words)) {
    const message = t('A merge left its mark here: keep the lines that are right, and take this one out.');
    return { problems: [{ message, start: 0, end: words.length }] };
  }
  const read = readJson(words);
  if (read.kind === 'broken') return { problems: read.problems.slice(0, 1) };
  const result = v.safeParse(schema, read.value);
  return result.success ? { value: result.output } : { problems: located(read.json, result.issues.map(faultOf)) };
}

/**
 * Puts a line among the others of a file: in its place where they are sorted, else at the end; all other lines stay as they
 * are, to the byte.
 * @param raw the file; empty for a new one
 * @param next the line of the file that it comes before, where it has such a place
 * @returns the file, and the line that it is in, from 0
 */
export function insertLine(
  raw: string,
  words: string,
  next?: number,
): { readonly text: string; readonly line: number } {
  const lines = raw === '' ? [] : raw.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const end = lines[0]?.endsWith('\r') ? '\r' : '';
  const last = lines.length - 1;
  if (end !== '' && last >= 0 && !lines[last]?.endsWith('\r')) lines[last] += end;
  const line = next ?? lines.length;
  lines.splice(line, 0, `${words}${end}`);
  return { text: `${lines.join('\n')}\n`, line };
}
