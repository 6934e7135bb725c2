import { NumberList } from './numberList';

/** Numbers in an item. */
const WIDTH = 2;

/**
 * Lists of pairs of whole numbers, each list in one piece, so that going through it is going straight through memory. A list
 * that outgrows its place moves to one of twice the size; what it leaves is taken by the next one that fits.
 */
export class GrowingLists {
  #pool = new Uint32Array(4_096);
  #used = 0;
  /** Where each list stands in the pool, and how many pairs it has; its place is the power of two from there on. */
  readonly #starts = new NumberList();
  readonly #lengths = new NumberList();
  /** Places that are free, by the power of two that they hold. */
  readonly #free: number[][] = [];

  push(list: number, first: number, second: number): void {
    const length = this.#lengths.at(list);
    // All places are powers of two, so a list whose length is one has no more room.
    if ((length & (length - 1)) === 0) this.#move(list, length);
    const at = this.#starts.at(list) + length * WIDTH;
    this.#pool[at] = first;
    this.#pool[at + 1] = second;
    this.#lengths.set(list, length + 1);
  }

  /** Calls back with each pair of a list, in the order in which they came. */
  each(list: number, call: (first: number, second: number) => void): void {
    const pool = this.#pool;
    const start = this.#starts.at(list);
    const end = start + this.#lengths.at(list) * WIDTH;
    for (let at = start; at < end; at += WIDTH) call(pool[at] ?? 0, pool[at + 1] ?? 0);
  }

  #move(list: number, length: number): void {
    const start = this.#starts.at(list);
    const place = this.#placeFor(length === 0 ? 1 : length * 2);
    this.#pool.copyWithin(place, start, start + length * WIDTH);
    this.#starts.set(list, place);
    if (length > 0) this.#freeOf(length).push(start);
  }

  #placeFor(size: number): number {
    const free = this.#freeOf(size).pop();
    if (free !== undefined) return free;
    const place = this.#used;
    this.#used += size * WIDTH;
    if (this.#used > this.#pool.length) {
      const grown = new Uint32Array(Math.max(this.#used, Math.ceil(this.#pool.length * 1.5)));
      grown.set(this.#pool);
      this.#pool = grown;
    }
    return place;
  }

  #freeOf(size: number): number[] {
    const power = Math.log2(size);
    const known = this.#free[power];
    if (known) return known;
    const made: number[] = [];
    this.#free[power] = made;
    return made;
  }
}
