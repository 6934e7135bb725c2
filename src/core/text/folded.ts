import { firstAtLeast } from './sorted';
import type { Span } from './span';

/**
 * A text with everything evened out that editors, converters and keyboards change without changing a word: kinds and
 * runs of white space (a line break is one), kinds of quotation marks and dashes, soft hyphens and other invisible
 * characters, composed or decomposed letters, ligatures and full-width forms. Case is kept. Offsets into it can be
 * taken back to the text.
 */
export interface FoldedText {
  readonly text: string;
  /** The stretch of the source that folded units `[start, end)` stand for; invisible characters at its edges are left out. */
  toSource(span: Span): Span;
  /** The first folded unit that stands for something at or after a source offset. */
  fromSource(offset: number): number;
}

/** Folds a text; time linear in its length. */
export function foldText(source: string): FoldedText {
  if (isEven(source)) return evenText(source);
  const folder = new Folder(source.length);
  folder.addAll(source);
  return folder.done();
}

/** Whether there is nothing to even out, as in most short pieces of English. */
function isEven(source: string): boolean {
  return !/[^\x20-\x5f\x61-\x7e]| {2}|--/.test(source);
}

function evenText(source: string): FoldedText {
  const { length } = source;
  return {
    text: source,
    toSource: ({ start, end }) => ({ start: Math.min(start, length), end: Math.min(end, length) }),
    fromSource: (offset) => Math.max(0, Math.min(offset, length)),
  };
}

/** The folded form alone, for short pieces. */
export function fold(source: string): string {
  return foldedWith(source, []).text;
}

/**
 * The folded form of a short piece, and where some places of it are.
 * @param offsets into the source
 * @returns for each the first folded unit that stands for something at or after it
 */
export function foldedWith(
  source: string,
  offsets: readonly number[],
): { readonly text: string; readonly offsets: readonly number[] } {
  if (isEven(source)) return { text: source, offsets: offsets.map((offset) => Math.min(offset, source.length)) };
  if (source.length > SHORT) {
    const folded = foldText(source);
    return { text: folded.text, offsets: offsets.map((offset) => folded.fromSource(offset)) };
  }
  scratch.clear();
  scratch.addAll(source);
  return { text: scratch.text, offsets: offsets.map((offset) => scratch.fromSource(offset)) };
}

const SPACE = 0x20;
const DASH = 0x2d;

class Folder {
  #units: Uint16Array;
  #starts: Int32Array;
  #ends: Int32Array;
  #length = 0;

  constructor(size: number) {
    this.#units = new Uint16Array(size + 16);
    this.#starts = new Int32Array(size + 16);
    this.#ends = new Int32Array(size + 16);
  }

  clear(): void {
    this.#length = 0;
  }

  addAll(source: string): void {
    for (let at = 0; at < source.length; ) {
      const code = source.charCodeAt(at);
      if (code < 0x80) {
        this.addAscii(code, at++);
        continue;
      }
      const point = source.codePointAt(at) ?? code;
      const width = point > 0xffff ? 2 : 1;
      this.add(foldedPoint(point), at, at + width);
      at += width;
    }
  }

  get text(): string {
    return stringOf(this.#units.subarray(0, this.#length));
  }

  fromSource(offset: number): number {
    return firstAtLeast(this.#starts.subarray(0, this.#length), offset);
  }

  addAscii(code: number, at: number): void {
    if (code === 0x60) this.#push(0x27, at, at + 1);
    else this.#push(code <= SPACE && isSpace(code) ? SPACE : code, at, at + 1);
  }

  add(folded: string, start: number, end: number): void {
    for (let index = 0; index < folded.length; index++) this.#push(folded.charCodeAt(index), start, end);
  }

  #push(unit: number, start: number, end: number): void {
    const last = this.#length - 1;
    if ((unit === SPACE || unit === DASH) && this.#units[last] === unit) {
      this.#ends[last] = end;
      return;
    }
    if (this.#length === this.#units.length) this.#grow();
    this.#units[this.#length] = unit;
    this.#starts[this.#length] = start;
    this.#ends[this.#length++] = end;
    if (unit >= 0x300 && isMark(unit) && isMark(this.#units[last] ?? 0)) this.#orderMarks();
  }

  /** Two marks on one letter may come in either order. */
  #orderMarks(): void {
    let first = this.#length - 1;
    // More marks than this are no letter of any language, and ordering them again and again would take quadratic time.
    const least = Math.max(0, this.#length - 8);
    while (first > least && isMark(this.#units[first - 1] ?? 0)) first--;
    const ordered = String.fromCharCode(...this.#units.subarray(first, this.#length)).normalize('NFD');
    for (let index = 0; index < this.#length - first; index++) this.#units[first + index] = ordered.charCodeAt(index);
  }

  #grow(): void {
    const size = this.#units.length * 2;
    const grown = <T extends Uint16Array | Int32Array>(into: T, from: T): T => {
      into.set(from);
      return into;
    };
    this.#units = grown(new Uint16Array(size), this.#units);
    this.#starts = grown(new Int32Array(size), this.#starts);
    this.#ends = grown(new Int32Array(size), this.#ends);
  }

  done(): FoldedText {
    const starts = this.#starts.subarray(0, this.#length);
    const ends = this.#ends.subarray(0, this.#length);
    return {
      text: this.text,
      toSource: ({ start, end }) => ({ start: starts[start] ?? ends.at(-1) ?? 0, end: ends[end - 1] ?? 0 }),
      fromSource: (offset) => firstAtLeast(starts, offset),
    };
  }
}

/** Pieces up to this length are folded without new memory for each. */
const SHORT = 4096;

const scratch = new Folder(SHORT);

function stringOf(units: Uint16Array): string {
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += 8192)
    parts.push(Reflect.apply(String.fromCharCode, undefined, units.subarray(at, at + 8192)));
  return parts.join('');
}

function isSpace(code: number): boolean {
  return code === SPACE || (code >= 0x09 && code <= 0x0d);
}

const OTHER_SPACES = /[\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
const SINGLE_QUOTES = /[\u00b4\u2018-\u201b\u2032\u2035\u2039\u203a\uff07]/;
const DOUBLE_QUOTES = /[\u00ab\u00bb\u201c-\u201f\u2033\u2036\uff02]/;
const DASHES = /[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]/;

const known = new Map<number, string>();

function foldedPoint(point: number): string {
  const before = known.get(point);
  if (before !== undefined) return before;
  const folded = foldedCharacter(String.fromCodePoint(point));
  // There are few different characters in any one text; many only in an attack.
  if (known.size < 20_000) known.set(point, folded);
  return folded;
}

function foldedCharacter(character: string): string {
  if (INVISIBLE.test(character)) return '';
  if (OTHER_SPACES.test(character)) return ' ';
  if (SINGLE_QUOTES.test(character)) return "'";
  if (DOUBLE_QUOTES.test(character)) return '"';
  if (DASHES.test(character)) return '-';
  return character.normalize('NFKD');
}

const MARK = /\p{M}/u;
const marks = new Map<number, boolean>();

/** Whether a unit is a combining mark: it belongs to the letter before it. */
export function isMark(unit: number): boolean {
  if (unit < 0x300) return false;
  const before = marks.get(unit);
  if (before !== undefined) return before;
  const answer = MARK.test(String.fromCharCode(unit));
  marks.set(unit, answer);
  return answer;
}
