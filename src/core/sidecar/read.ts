import { findNodeAtLocation, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import * as v from 'valibot';
import { EMPTY_SIDECAR, type FiledSidecar, filedSidecar, SIDECAR_VERSION } from './filed';

/** Something wrong in a file a person wrote; offsets are UTF-16 code units of that file. */
export interface Problem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** What reading a sidecar gave. Only an `ok` one may be written over. */
export type SidecarReading =
  | { readonly kind: 'ok'; readonly sidecar: FiledSidecar }
  | { readonly kind: 'newer'; readonly version: number; readonly sidecar: FiledSidecar }
  | { readonly kind: 'broken'; readonly problems: readonly [Problem, ...Problem[]] };

/** Reads a sidecar's JSON. Never throws: what is wrong comes back with its place. */
export function readSidecar(raw: string): SidecarReading {
  const json = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  const parsed = parse(json);
  if (!parsed) return { kind: 'broken', problems: [syntaxProblem(json)] };
  const result = v.safeParse(filedSidecar, parsed.value);
  if (!result.success) return { kind: 'broken', problems: shapeProblems(json, result.issues) };
  // The checked value itself, not the schema's output: that leaves out fields such as "constructor".
  const sidecar = { ...EMPTY_SIDECAR, ...(parsed.value as FiledSidecar) };
  const repeated = repeatedIds(json, sidecar);
  if (repeated) return { kind: 'broken', problems: [repeated] };
  if (sidecar.newsmark > SIDECAR_VERSION) return { kind: 'newer', version: sidecar.newsmark, sidecar };
  return { kind: 'ok', sidecar };
}

function parse(json: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(json) };
  } catch {
    // JSON.parse names no place that can be relied on; syntaxProblem() finds it.
    return undefined;
  }
}

function syntaxProblem(json: string): Problem {
  if (json.trim() === '') return { message: 'The file is empty.', start: 0, end: 0 };
  const errors: ParseError[] = [];
  parseTree(json, errors, { disallowComments: true, allowTrailingComma: false });
  const first = errors[0];
  if (!first) return { message: 'This is not JSON.', start: 0, end: json.length };
  const what = printParseErrorCode(first.error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return { message: `This is not JSON: ${what}.`, start: first.offset, end: first.offset + first.length };
}

type Issues = readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]];

function shapeProblems(json: string, issues: Issues): readonly [Problem, ...Problem[]] {
  const root = parseTree(json);
  const problem = (issue: v.BaseIssue<unknown>): Problem => {
    const path = (issue.path ?? []).map((step) => step.key as string | number);
    const named = path.length > 0 ? `${path.join('.')}: ` : '';
    const message = `${named}expected ${issue.expected ?? 'something else'}, found ${issue.received}.`;
    for (let length = path.length; root && length >= 0; length--) {
      const node = findNodeAtLocation(root, path.slice(0, length));
      if (node) return { message, start: node.offset, end: node.offset + node.length };
    }
    return { message, start: 0, end: json.length };
  };
  const [first, ...others] = issues;
  return [problem(first), ...others.slice(0, 20).map(problem)];
}

/** Two things under one id can't be told apart when decisions are merged or undone. */
function repeatedIds(json: string, sidecar: FiledSidecar): Problem | undefined {
  for (const list of ['entities', 'annotations', 'relations'] as const) {
    const seen = new Set<string>();
    for (const [index, { id }] of sidecar[list].entries()) {
      if (!seen.has(id)) {
        seen.add(id);
        continue;
      }
      const root = parseTree(json);
      const node = root && findNodeAtLocation(root, [list, index, 'id']);
      const message = `${list}.${index}.id: the id ${JSON.stringify(id)} is there twice.`;
      return { message, start: node?.offset ?? 0, end: node ? node.offset + node.length : 0 };
    }
  }
  return undefined;
}
