import { type ParseError, parse as parseTolerant } from 'jsonc-parser';
import { Text } from '../../text/text';
import type { ReadProblem } from '../format';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Text as JSON, or what is wrong with it and in which line. */
export function parseJson(content: string, line = 1): { value: unknown } | { problem: ReadProblem } {
  try {
    return { value: JSON.parse(content.startsWith('\uFEFF') ? content.slice(1) : content) };
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/ in JSON at position.*$/, '') : String(error);
    const at = line === 1 ? line + Text.of(content).positionAt(firstError(content)).line : line;
    return { problem: { line: at, message: `this is not JSON: ${reason}`, isSerious: true } };
  }
}

function firstError(content: string): number {
  const errors: ParseError[] = [];
  try {
    parseTolerant(content, errors, { disallowComments: true });
  } catch {
    // It goes down by recursion; text that is all brackets takes it deeper than any stack.
    return 0;
  }
  return errors[0]?.offset ?? 0;
}

/** The lines of a JSON Lines file that have anything on them, each with its number. @param first that of the first line */
export function* jsonLines(
  content: string,
  first = 1,
): Generator<{ line: number; value: unknown } | { problem: ReadProblem }> {
  let line = first - 1;
  for (const each of content.split('\n')) {
    line++;
    if (each.trim() === '') continue;
    const parsed = parseJson(each, line);
    // The first line's own line is found by its offset, which is in it.
    yield 'problem' in parsed ? { problem: { ...parsed.problem, line } } : { line, value: parsed.value };
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; an empty list where it is none. */
export function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** A field that is a string, or undefined. */
export function stringIn(object: JsonObject, key: string): string | undefined {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** A field that is a number, or undefined. */
export function numberIn(object: JsonObject, key: string): number | undefined {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === 'number' ? value : undefined;
}

/** A field that is an object, or an empty one. */
export function objectIn(object: JsonObject, key: string): JsonObject {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return isObject(value) ? value : {};
}

/** A field as an id: tools have numbers and strings. */
export function idIn(object: JsonObject, key: string): string | undefined {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** Facts about an article, those that are strings. */
export function factsIn(object: JsonObject): Record<string, string> {
  const names = ['title', 'published', 'source', 'url', 'language'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = stringIn(object, name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** The strings of an object by their names: the flat fields that a format keeps as members. */
export function stringsOf(object: JsonObject): Record<string, string> {
  return Object.fromEntries(
    Object.entries(object).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** How many lines are looked at to tell what a file of lines is. */
const LOOKED_AT = 5;

/** The first record of a JSON Lines file, as far as one of its first lines is one; else an empty object. */
export function firstRecord(content: string): JsonObject {
  let from = 0;
  for (let line = 0; line < LOOKED_AT && from < content.length; line++) {
    const newline = content.indexOf('\n', from);
    const end = newline < 0 ? content.length : newline;
    const parsed = content.startsWith('{', from) ? parseJson(content.slice(from, end), line + 2) : { value: undefined };
    if ('value' in parsed && isObject(parsed.value)) return parsed.value;
    from = end + 1;
  }
  return {};
}
