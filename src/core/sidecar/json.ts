import { t } from '../l10n';
import { mapped, type Steps } from '../slices';
import type { Span } from '../text/span';
import type { Problem } from './problem';

/** What comes by on a walk through JSON. Offsets are UTF-16 code units, `end` exclusive. */
interface JsonVisitor {
  /** An object or array begins. */
  open?(start: number): void;
  close?(end: number): void;
  /** The name of a member, quotation marks included; its value comes next. */
  key?(start: number, end: number): void;
  /** A string, number, `true`, `false` or `null`. */
  scalar?(start: number, end: number): void;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const SPACE = 0x20;
const MINUS = 0x2d;

/**
 * Deepest nesting that a sidecar may have. Our own form needs four levels; the rest is room for unknown fields. What is
 * deeper could end a program that goes down by recursion.
 */
const DEEPEST = 100;

/** A step into JSON: the name of a member, or the index in an array. */
export type JsonPath = readonly (string | number)[];

/**
 * What `JSON.parse` reads without a word although something would get lost: a name that stands twice in one object
 * (only the last counts), a number that can't be kept exactly, nesting without end. In steps.
 * @param json text that `JSON.parse` takes
 * @param value what it makes of it
 */
export function* jsonFaults(json: string, value: unknown): Steps<Problem[]> {
  const faults: Problem[] = [];
  let depth = 0;
  let deepest = 0;
  let members = 0;
  const visitor: JsonVisitor = {
    open: (start) => {
      depth++;
      deepest = Math.max(deepest, depth);
      if (depth === DEEPEST + 1) faults.push({ message: t('This is nested too deeply.'), start, end: start + 1 });
    },
    close: () => {
      depth--;
    },
    key: () => {
      members++;
    },
    scalar: (start, end) => {
      if (!isNumberAt(json, start) || isKept(json, start, end)) return;
      const message = t(
        "The number {0} can't be kept exactly; write it as text, in quotation marks.",
        shortened(json.slice(start, end)),
      );
      faults.push({ message, start, end });
    },
  };
  for (let at = 0; at < json.length; yield) at = walkJson(json, visitor, at, at + WALKED);
  const isDeep = deepest > DEEPEST;
  // Counting tells whether any name is there twice; finding it takes a set for each object, which few files need.
  if (!isDeep && members !== (yield* countingMembers(value))) faults.push(...repeatedKeys(json));
  return faults.sort((a, b) => a.start - b.start);
}

/**
 * Where the values at some paths stand. Of a path that is not there, the nearest thing around it is found: the object
 * that lacks the member.
 * @param json text that `JSON.parse` takes
 * @returns a place for each path, in the same order
 */
export function placesOf(json: string, paths: readonly JsonPath[]): Span[] {
  const root = new Wanted();
  const wanted = paths.map((path) => root.at(path));
  const open: { readonly node: Wanted | undefined; readonly start: number; readonly isArray: boolean; next: number }[] =
    [];
  let key: string | undefined;
  const nodeHere = (): Wanted | undefined => {
    const parent = open.at(-1);
    if (!parent) return root;
    return parent.node?.children.get(parent.isArray ? parent.next++ : (key ?? ''));
  };
  walkJson(json, {
    open: (start) => open.push({ node: nodeHere(), start, isArray: json[start] === '[', next: 0 }),
    close: (end) => {
      const closed = open.pop();
      if (closed?.node) closed.node.place = { start: closed.start, end };
    },
    key: (start, end) => {
      // Names matter only inside what is looked for.
      if (open.at(-1)?.node) key = nameAt(json, start, end);
    },
    scalar: (start, end) => {
      const node = nodeHere();
      if (node) node.place = { start, end };
    },
  });
  return wanted.map((node) => node.nearestPlace() ?? { start: 0, end: json.length });
}

/** Something wrong with the value at a path. */
export interface Fault {
  readonly path: JsonPath;
  readonly message: string;
}

/** The faults as problems with a place in the file, in the same order. */
export function located(json: string, faults: readonly Fault[]): Problem[] {
  const places = placesOf(
    json,
    faults.map(({ path }) => path),
  );
  return faults.map(({ path, message }, index) => {
    const named = path.length > 0 ? `${shortened(path.join('.'))}: ` : '';
    return { message: `${named}${message}`, ...(places[index] ?? { start: 0, end: json.length }) };
  });
}

/** A tree of the paths that are looked for, with the places found. */
class Wanted {
  readonly children = new Map<string | number, Wanted>();
  readonly #parent: Wanted | undefined;
  place: Span | undefined;

  constructor(parent?: Wanted) {
    this.#parent = parent;
  }

  at(path: JsonPath): Wanted {
    let node: Wanted = this;
    for (const step of path) {
      const child: Wanted = node.children.get(step) ?? new Wanted(node);
      node.children.set(step, child);
      node = child;
    }
    return node;
  }

  nearestPlace(): Span | undefined {
    return this.place ?? this.#parent?.nearestPlace();
  }
}

/** So many code units of a file are looked through between two steps. */
const WALKED = 100_000;

/**
 * Goes through well-formed JSON once, without recursion.
 * @param from where to begin, and `until` where to leave off: at a token's start
 * @returns where it left off, for who goes on later
 */
function walkJson(json: string, visitor: JsonVisitor, from = 0, until = json.length): number {
  let at = from;
  while (at < json.length && at < until) {
    const code = json.charCodeAt(at);
    if (code <= SPACE || code === COMMA) at++;
    else if (code === QUOTE) {
      const end = stringEnd(json, at);
      const next = skipSpace(json, end);
      const isKey = json.charCodeAt(next) === COLON;
      if (isKey) visitor.key?.(at, end);
      else visitor.scalar?.(at, end);
      at = isKey ? next + 1 : end;
    } else if (code === 0x7b || code === 0x5b) {
      visitor.open?.(at);
      at++;
    } else if (code === 0x7d || code === 0x5d) {
      at++;
      visitor.close?.(at);
    } else {
      const start = at;
      while (at < json.length && isInsideLiteral(json.charCodeAt(at))) at++;
      visitor.scalar?.(start, at);
    }
  }
  return at;
}

/** The offset after the closing quotation mark of the string that begins at `start`. */
function stringEnd(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end >= 0; end = json.indexOf('"', end + 1)) {
    let before = end - 1;
    while (json.charCodeAt(before) === BACKSLASH) before--;
    if ((end - before) % 2 === 1) return end + 1;
  }
  return json.length;
}

function skipSpace(json: string, from: number): number {
  let at = from;
  while (json.charCodeAt(at) <= SPACE) at++;
  return at;
}

/** Letters, digits, signs and points: what numbers, `true`, `false` and `null` are made of. */
function isInsideLiteral(code: number): boolean {
  return code > SPACE && code !== COMMA && code !== 0x7d && code !== 0x5d;
}

function isNumberAt(json: string, at: number): boolean {
  const code = json.charCodeAt(at);
  return code === MINUS || (code >= 0x30 && code <= 0x39);
}

/** Whether a number comes out of the file as it went in, but for the way it is written. */
function isKept(json: string, start: number, end: number): boolean {
  // Fifteen digits always fit; nearly every number is such a short one.
  if (end - start <= 15 && !hasExponent(json, start, end)) return true;
  const literal = json.slice(start, end);
  const value = Number(literal);
  if (!Number.isFinite(value)) return false;
  if (/^-?\d+$/.test(literal)) return String(value) === literal || BigInt(literal) === BigInt(value);
  // Digits beyond what a number holds are rounded, as every reader of JSON does; nothing may become zero.
  return value !== 0 || !/[1-9]/.test(literal.replace(/[eE].*$/, ''));
}

function hasExponent(json: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((json.charCodeAt(at) | 0x20) === 0x65) return true;
  return false;
}

/** How many members all objects of a value have. The value's depth has been checked. */
function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = Array.isArray(value) ? 0 : Object.keys(value).length;
  for (const child of Object.values(value)) if (typeof child === 'object') count += countMembers(child);
  return count;
}

/** The same in steps, where lists of the value itself are long. */
function* countingMembers(value: unknown): Steps<number> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return countMembers(value);
  let count = Object.keys(value).length;
  for (const child of Object.values(value)) {
    const counts = Array.isArray(child) ? yield* mapped(child, countMembers) : [countMembers(child)];
    count += counts.reduce((sum, each) => sum + each, 0);
  }
  return count;
}

function repeatedKeys(json: string): Problem[] {
  const faults: Problem[] = [];
  const open: Set<string>[] = [];
  walkJson(json, {
    open: () => open.push(new Set()),
    close: () => open.pop(),
    key: (start, end) => {
      const name = nameAt(json, start, end);
      const names = open.at(-1);
      if (names?.has(name)) {
        const message = t(
          'The field {0} is there twice; only one of the two could be kept.',
          shortened(JSON.stringify(name)),
        );
        faults.push({ message, start, end });
      }
      names?.add(name);
    },
  });
  return faults;
}

/** The name that a key's text stands for: escapes can spell one name in many ways. */
function nameAt(json: string, start: number, end: number): string {
  const name = json.slice(start + 1, end - 1);
  return name.includes('\\') ? String(JSON.parse(json.slice(start, end))) : name;
}

/** A piece of the file as a message can hold it. */
export function shortened(piece: string): string {
  return piece.length <= 60 ? piece : `${piece.slice(0, 59)}…`;
}
