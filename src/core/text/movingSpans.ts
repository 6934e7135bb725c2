import type { Change } from './change';
import { firstAtLeast } from './sorted';
import type { Span } from './span';
import { SpanRuns } from './spanRuns';

/** How things of one kind move with the text they stand in. */
export interface Moving<T> {
  /** The thing so many code units further on: what becomes of it when nothing near it is edited. */
  shifted(item: T, by: number): T;
  /** From where to where words matter to a thing, where that is more than its own. */
  extent?(item: T): Span;
  /** Whether a thing must be told of every edit, wherever that is. */
  isRestless?(item: T): boolean;
}

/** Moves those things that an edit is near to, in their order; undefined for what is gone. */
export type MoveNear<T> = (near: readonly T[]) => readonly (T | undefined)[];

/** Things that stand one behind the other, from the first start to the last end of all that matters to them. */
export interface Stretch<T> extends Span {
  /** Where they stood: the same list as long as none of them is changed. */
  readonly items: readonly T[];
  /** Where they stand. */
  placed(): readonly T[];
}

/** A run of things. What they have been shifted by, together, is done to each only when somebody looks. */
interface Run<T> {
  items: readonly T[];
  /** Where each stands in the whole list; that of the first alone, where the others follow it one by one. */
  places: readonly number[] | number;
  by: number;
  /** From the first start to the last end of all that matters to them, `by` included. */
  start: number;
  end: number;
}

/** So many things are in a run: an edit costs about as much as to move these, and to pass by the other runs. */
const RUN = 200;

/**
 * Spans of a text that is edited while nobody looks at most of them. An edit moves those near it, one by one; all behind
 * it are shifted run by run, so that it costs the same however many there are.
 */
export class MovingSpans<T extends Span> {
  readonly #moving: Moving<T>;
  readonly #runs: Run<T>[] = [];
  readonly #restless: Run<T> = { items: [], places: [], by: 0, start: 0, end: 0 };
  readonly #length: number;
  #all: readonly T[] | SpanRuns<T> | undefined;

  /** @param items in any order; in that of their starts it is made fastest, and of runs at once. Of those none is restless. */
  constructor(items: readonly T[] | SpanRuns<T>, moving: Moving<T>) {
    this.#moving = moving;
    this.#length = items.length;
    this.#all = items;
    if (items instanceof SpanRuns) this.#share(items);
    else this.#divide(items);
  }

  #share({ runs }: SpanRuns<T>): void {
    let first = 0;
    for (const run of runs) {
      this.#runs.push({ ...run, places: first });
      first += run.items.length;
    }
  }

  #divide(items: readonly T[]): void {
    const calm: number[] = [];
    const restless: number[] = [];
    let [isSorted, last] = [true, -1];
    for (const [place, item] of items.entries()) {
      if (this.#moving.isRestless?.(item)) restless.push(place);
      else {
        calm.push(place);
        isSorted &&= item.start >= last;
        last = item.start;
      }
    }
    this.#fill(this.#restless, items, restless);
    const startAt = (place: number) => items[place]?.start ?? 0;
    if (!isSorted) calm.sort((a, b) => startAt(a) - startAt(b));
    for (let from = 0; from < calm.length; from += RUN) {
      const run: Run<T> = { items: [], places: [], by: 0, start: 0, end: 0 };
      this.#fill(run, items, calm.slice(from, from + RUN));
      this.#runs.push(run);
    }
  }

  /** Puts some things of a list into a run. */
  #fill(run: Run<T>, items: readonly T[], places: readonly number[]): void {
    run.places = places;
    run.items = places.flatMap((place) => items[place] ?? []);
    this.#bound(run);
  }

  /** How many were given. */
  get length(): number {
    return this.#length;
  }

  /** All of them in the order they were given in, those that are gone left out. */
  get all(): readonly T[] {
    if (this.#all) return this.#all instanceof SpanRuns ? this.#all.all : this.#all;
    const whole = new Array<T | undefined>(this.#length);
    for (const run of [...this.#runs, this.#restless]) {
      this.#settle(run);
      for (const [index, item] of run.items.entries()) whole[placeOf(run, index)] = item;
    }
    this.#all = whole.filter((item) => item !== undefined);
    return this.#all;
  }

  /** All of them, run by run. */
  *stretches(): Generator<Stretch<T>> {
    for (const run of [...this.#runs, this.#restless]) {
      if (run.items.length === 0) continue;
      const { items, start, end } = run;
      const placed = () => {
        this.#settle(run);
        return run.items;
      };
      yield { items, start, end, placed };
    }
  }

  /** Those that share a character with a span, or touch it; in the order they were given in. */
  touching(span: Span): T[] {
    const found: T[] = [];
    const places: number[] = [];
    for (const run of [...this.#runs, this.#restless]) {
      if (run !== this.#restless && (run.end < span.start || run.start > span.end)) continue;
      this.#settle(run);
      for (const [index, item] of run.items.entries()) {
        if (item.start > span.end || item.end < span.start) continue;
        found.push(item);
        places.push(placeOf(run, index));
      }
    }
    return inOrderOf(places, found);
  }

  /**
   * The text was edited.
   * @param change in the offsets of the text before
   * @param moveNear moves what is not just shifted: what the change touches or comes next to, and what is restless
   */
  edit(change: Change, moveNear: MoveNear<T>): void {
    if (change.length === 0 || this.#length === 0) return;
    this.#all = undefined;
    const near = [this.#restless];
    const ends = change.map(({ end }) => end);
    const growths = grownBy(change);
    for (const run of this.#runs) {
      const first = firstAtLeast(ends, run.start);
      if ((change[first]?.start ?? Number.POSITIVE_INFINITY) <= run.end) near.push(run);
      else this.#shift(run, growths[first] ?? 0);
    }
    this.#moveOneByOne(near, moveNear);
  }

  #shift(run: Run<T>, by: number): void {
    run.by += by;
    run.start += by;
    run.end += by;
  }

  #settle(run: Run<T>): void {
    const { by, items } = run;
    if (by === 0) return;
    run.items = items.map((item) => this.#moving.shifted(item, by));
    run.by = 0;
  }

  #moveOneByOne(runs: readonly Run<T>[], moveNear: MoveNear<T>): void {
    const entries = runs.flatMap((run) => {
      this.#settle(run);
      return run.items.map((item, index) => ({ run, item, place: placeOf(run, index) }));
    });
    if (entries.length === 0) return;
    entries.sort((a, b) => a.place - b.place);
    const moved = moveNear(entries.map(({ item }) => item));
    const kept = new Map(runs.map((run) => [run, { items: [] as T[], places: [] as number[] }]));
    for (const [index, { run, place }] of entries.entries()) {
      const item = moved[index];
      if (!item) continue;
      const into = kept.get(this.#moving.isRestless?.(item) ? this.#restless : run);
      into?.items.push(item);
      into?.places.push(place);
    }
    for (const [run, { items, places }] of kept) {
      run.items = items;
      run.places = places;
      this.#bound(run);
    }
  }

  /** Notes from where to where a run reaches; an empty one reaches nowhere. */
  #bound(run: Run<T>): void {
    run.start = Number.POSITIVE_INFINITY;
    run.end = Number.NEGATIVE_INFINITY;
    for (const item of run.items) {
      const { start, end } = this.#moving.extent?.(item) ?? item;
      run.start = Math.min(run.start, start);
      run.end = Math.max(run.end, end);
    }
  }
}

/** Things by their places in the whole list: mostly they are in that order already. */
function inOrderOf<T>(places: readonly number[], items: T[]): T[] {
  if (places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0))) return items;
  const order = places.map((place, index) => [place, index] as const).sort(([a], [b]) => a - b);
  return order.flatMap(([, index]) => items[index] ?? []);
}

/** Where a thing of a run stands in the whole list. */
function placeOf<T>({ places }: Run<T>, index: number): number {
  return typeof places === 'number' ? places + index : (places[index] ?? 0);
}

/** By how much the text has grown before each replacement of a change, and after the last. */
function grownBy(change: Change): number[] {
  const growths = [0];
  for (const { start, end, insert } of change) growths.push((growths.at(-1) ?? 0) + insert.length - (end - start));
  return growths;
}
