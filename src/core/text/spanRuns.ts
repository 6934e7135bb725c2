import type { Moving } from './movingSpans';
import type { Span } from './span';

/** A run of spans. What they are shifted by, together, is done to each only when somebody looks. */
export interface SpanRun<T> {
  readonly items: readonly T[];
  /** In UTF-16 code units, not yet added to the items. */
  readonly by: number;
  /** From the first start to the last end of all that matters to them, `by` included. */
  readonly start: number;
  readonly end: number;
}

/** A list by what it has in common with an earlier one: so many at its head, and at its tail, shifted by so much. */
export interface Likeness {
  readonly head: number;
  readonly tail: number;
  readonly by: number;
}

/** So many spans are in a run: to change one of them costs about as much as to copy these, and to pass by the others. */
const RUN = 200;

/**
 * Spans of a text in the order of their starts, unchangeable. One that differs from another one in the middle shares all
 * the rest with it: making it costs what differs, however many there are.
 */
export class SpanRuns<T extends Span> {
  readonly runs: readonly SpanRun<T>[];
  readonly length: number;
  readonly #moving: Moving<T>;
  #all: readonly T[] | undefined;

  private constructor(runs: readonly SpanRun<T>[], moving: Moving<T>) {
    this.runs = runs;
    this.length = runs.reduce((sum, { items }) => sum + items.length, 0);
    this.#moving = moving;
  }

  /** @param items in the order of their starts */
  static of<T extends Span>(items: readonly T[], moving: Moving<T>): SpanRuns<T> {
    const made = new SpanRuns(runsOf(items, moving), moving);
    made.#all = items;
    return made;
  }

  get all(): readonly T[] {
    this.#all ??= this.runs.flatMap((run) => settled(run, this.#moving));
    return this.#all;
  }

  /** The list that has more behind this one's end. */
  followedBy(items: readonly T[]): SpanRuns<T> {
    return new SpanRuns([...this.runs, ...runsOf(items, this.#moving)], this.#moving);
  }

  /** The list that is like this one at its head and its tail. @param news what it has in between */
  changed({ head, tail, by }: Likeness, news: SpanRuns<T>): SpanRuns<T> {
    const before = this.#first(head);
    const behind = this.#last(tail).map((run) => shiftedRun(run, by));
    // Else ever more runs would hold ever less, edit by edit.
    const middle = [...take(before, -1), ...news.runs, ...take(behind, 0)];
    const isSmall = middle.reduce((sum, { items }) => sum + items.length, 0) <= 2 * RUN;
    const joined = isSmall
      ? runsOf(
          middle.flatMap((run) => settled(run, this.#moving)),
          this.#moving,
        )
      : middle;
    return new SpanRuns([...before.slice(0, -1), ...joined, ...behind.slice(1)], this.#moving);
  }

  #first(count: number): SpanRun<T>[] {
    let left = count;
    const found: SpanRun<T>[] = [];
    for (const run of this.runs) {
      if (left <= 0) break;
      found.push(left >= run.items.length ? run : this.#part(run, 0, left));
      left -= run.items.length;
    }
    return found;
  }

  #last(count: number): SpanRun<T>[] {
    let left = count;
    const found: SpanRun<T>[] = [];
    for (const run of this.runs.toReversed()) {
      if (left <= 0) break;
      found.push(left >= run.items.length ? run : this.#part(run, run.items.length - left, run.items.length));
      left -= run.items.length;
    }
    return found.reverse();
  }

  #part(run: SpanRun<T>, from: number, to: number): SpanRun<T> {
    return shiftedRun(runOf(run.items.slice(from, to), this.#moving), run.by);
  }
}

/** The spans of a run where they are now. */
export function settled<T>({ items, by }: SpanRun<T>, { shifted }: Moving<T>): readonly T[] {
  return by === 0 ? items : items.map((item) => shifted(item, by));
}

function take<T>(runs: readonly T[], at: number): T[] {
  const run = runs.at(at);
  return run === undefined ? [] : [run];
}

function shiftedRun<T>({ items, by, start, end }: SpanRun<T>, further: number): SpanRun<T> {
  return { items, by: by + further, start: start + further, end: end + further };
}

function runsOf<T extends Span>(items: readonly T[], moving: Moving<T>): SpanRun<T>[] {
  const runs: SpanRun<T>[] = [];
  for (let from = 0; from < items.length; from += RUN) runs.push(runOf(items.slice(from, from + RUN), moving));
  return runs;
}

function runOf<T extends Span>(items: readonly T[], moving: Moving<T>): SpanRun<T> {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const item of items) {
    const { start, end } = moving.extent?.(item) ?? item;
    first = Math.min(first, start);
    last = Math.max(last, end);
  }
  return { items, by: 0, start: first, end: last };
}
