import type { Span } from '../../../src/core/text/span';

/** One character of a text under edit, and where it came from. */
interface Cell {
  /** What stands there now: its own character, or what a conversion made of it. */
  readonly shown: string;
  /** UTF-16 offset of the character in the first text; -1 for one that an edit brought in. */
  readonly origin: number;
}

/** What became of a stretch of the first text. */
export type Fate =
  /** All its characters are there, in order and with nothing in between, though maybe converted. */
  | { readonly kind: 'stands'; readonly span: Span }
  /** At least half of its characters are there, not spread over more than twice its length. */
  | { readonly kind: 'changed'; readonly span: Span }
  | { readonly kind: 'gone' };

/** A replacement of whole characters, counted from the text's start. */
export interface CellEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** A text that remembers, through any edit, where each of its first characters went. */
export class TrackedText {
  #cells: readonly Cell[];

  constructor(text: string) {
    let origin = 0;
    this.#cells = [...text].map((shown) => {
      const cell = { shown, origin };
      origin += shown.length;
      return cell;
    });
  }

  get value(): string {
    return this.#cells.map(({ shown }) => shown).join('');
  }

  /** The text with one unit for each character, so that offsets in it count characters. */
  get outline(): string {
    return this.#cells.map(({ shown }) => (shown.length === 1 ? shown : 'x')).join('');
  }

  /** @param edits apart from each other; in characters, as `outline` counts */
  edit(edits: readonly CellEdit[]): void {
    const cells: Cell[] = [];
    let at = 0;
    for (const { from, to, insert } of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
      if (from < at) continue;
      for (; at < from; at++) cells.push(this.#at(at));
      for (const shown of insert) cells.push({ shown, origin: -1 });
      at = to;
    }
    for (; at < this.#cells.length; at++) cells.push(this.#at(at));
    this.#cells = cells;
  }

  /** Cuts stretches out and puts each in at another place, given in characters of the text as it is. */
  move(moves: readonly { readonly from: number; readonly to: number; readonly target: number }[]): void {
    const isCut = new Uint8Array(this.#cells.length);
    for (const { from, to } of moves) isCut.fill(1, from, to);
    const cells: Cell[] = [];
    for (let at = 0; at <= this.#cells.length; at++) {
      for (const { from, to, target } of moves) if (target === at) cells.push(...this.#cells.slice(from, to));
      if (at < this.#cells.length && !isCut[at]) cells.push(this.#at(at));
    }
    this.#cells = cells;
  }

  /** Converts characters one by one: each stays the one it was. */
  convert(converted: (shown: string, index: number) => string): void {
    this.#cells = this.#cells.map(({ shown, origin }, index) => ({ shown: converted(shown, index), origin }));
  }

  /** Tells what became of stretches of the first text; UTF-16 offsets on both sides. */
  fates(spans: readonly Span[]): Fate[] {
    const offsets = new Int32Array(this.#cells.length + 1);
    const cellOf = new Map<number, number>();
    for (const [index, { shown, origin }] of this.#cells.entries()) {
      offsets[index + 1] = (offsets[index] ?? 0) + shown.length;
      if (origin >= 0) cellOf.set(origin, index);
    }
    return spans.map((span) => this.#fate(span, cellOf, offsets));
  }

  #fate({ start, end }: Span, cellOf: ReadonlyMap<number, number>, offsets: Int32Array): Fate {
    const cells: number[] = [];
    let wanted = 0;
    for (let origin = start; origin < end; origin++) {
      const cell = cellOf.get(origin);
      if (cell !== undefined) cells.push(cell);
    }
    wanted = end - start;
    const first = cells.reduce((least, cell) => Math.min(least, cell), Number.POSITIVE_INFINITY);
    const last = cells.reduce((most, cell) => Math.max(most, cell), -1);
    if (last < 0) return { kind: 'gone' };
    const span = { start: offsets[first] ?? 0, end: offsets[last + 1] ?? 0 };
    const units = cells.reduce((sum, cell) => sum + this.#widthOf(cell), 0);
    const inOrder = cells.every((cell, index) => index === 0 || cell === (cells[index - 1] ?? 0) + 1);
    if (units >= wanted && inOrder) return { kind: 'stands', span };
    const isKept = units * 2 >= wanted && span.end - span.start <= wanted * 2;
    return isKept ? { kind: 'changed', span } : { kind: 'gone' };
  }

  /** UTF-16 units that the character had in the first text: a pair has one origin and two units. */
  #widthOf(cell: number): number {
    return (this.#at(cell).shown.codePointAt(0) ?? 0) > 0xffff ? 2 : 1;
  }

  #at(index: number): Cell {
    return this.#cells[index] ?? { shown: '', origin: -1 };
  }
}
