import { type ParseError, printParseErrorCode, visit } from 'jsonc-parser';
import type * as v from 'valibot';
import { t } from '../l10n';
import { atOnce, type Steps } from '../slices';
import { Text } from '../text/text';
import { conflictAt } from './conflictMarkers';
import { type Fault, jsonFaults, shortened } from './json';
import type { Problem, Problems } from './problem';

/** As many problems of one file are told; a file with more of them is none of ours. */
export const MOST_PROBLEMS = 1000;

/** A file's JSON: its text as problems count in it, and the value; or what is wrong with it. */
export type JsonReading =
  | { readonly kind: 'ok'; readonly json: string; readonly value: unknown }
  | { readonly kind: 'broken'; readonly problems: Problems };

/** Reads JSON so that nothing in it is lost unseen. Never throws: all that is wrong comes back with its place. */
export function readJson(raw: string): JsonReading {
  return atOnce(readingJson(raw));
}

/** The same in steps. */
export function* readingJson(raw: string): Steps<JsonReading> {
  const json = Text.of(raw).value;
  yield;
  const parsed = parse(json);
  yield;
  if (!parsed) return { kind: 'broken', problems: atLeastOne(syntaxProblems(json)) };
  const faults = yield* jsonFaults(json, parsed.value);
  return faults.length > 0
    ? { kind: 'broken', problems: atLeastOne(faults) }
    : { kind: 'ok', json, value: parsed.value };
}

/** The first of the problems; where there is none after all, the file is none of ours. */
export function atLeastOne(problems: readonly Problem[]): Problems {
  const [first = { message: t('This is not JSON.'), start: 0, end: 0 }, ...others] = problems;
  return [first, ...others.slice(0, MOST_PROBLEMS - 1)];
}

function parse(json: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(json) };
  } catch {
    // JSON.parse names no place that can be relied on; syntaxProblems() finds it.
    return undefined;
  }
}

function syntaxProblems(json: string): Problem[] {
  if (json.trim() === '') return [{ message: t('The file is empty.'), start: 0, end: 0 }];
  const unmerged = conflictAt(json);
  if (unmerged !== undefined) {
    const message = t('Git left two versions in it, between its marks.');
    return [{ message, start: unmerged, end: json.indexOf('\n', unmerged), isUnmerged: true }];
  }
  const errors: ParseError[] = [];
  const onError = (error: number, offset: number, length: number) => {
    if (errors.length < MOST_PROBLEMS) errors.push({ error, offset, length });
  };
  try {
    visit(json, { onError }, { disallowComments: true, allowTrailingComma: false });
  } catch (error) {
    // The parser goes down by recursion; text that is all brackets takes it deeper than any stack.
    if (errors.length === 0)
      return [{ message: t('This is not JSON: {0}.', reasonOf(error)), start: 0, end: json.length }];
  }
  if (errors.length === 0) return [{ message: t('This is not JSON.'), start: 0, end: json.length }];
  return errors.map(({ error, offset, length }) => ({
    message: t('This is not JSON: {0}.', wordsOf(error)),
    start: offset,
    // An unclosed comment at the end of the file is told as longer than it is.
    end: Math.min(json.length, offset + length),
  }));
}

function wordsOf(error: ParseError['error']): string {
  return printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}

function reasonOf(error: unknown): string {
  return error instanceof RangeError ? t('nested too deeply') : String(error);
}

/** What a schema did not like, in words. */
export function faultOf(issue: v.BaseIssue<unknown>): Fault {
  const path = (issue.path ?? []).map((step) => (typeof step.key === 'number' ? step.key : String(step.key)));
  const expected = issue.expected === 'never' ? t('expected nothing more') : t('expected {0}', issue.expected ?? '');
  // A check of our own has its words in its message.
  const complaint = issue.type === 'custom' || issue.expected === null ? issue.message : expected;
  return { path, message: t('{0}, found {1}.', complaint, shortened(issue.received)) };
}
