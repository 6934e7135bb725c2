import type { Kernel } from '../kernel/kernel';
import { OF } from '../kernel/shape';
import type { WordType } from './wordTypes';

/** What scorers have worked out of the spellings met so far: the costly part, done once for each. */
export interface WordRows {
  /** Where the numbers of a spelling are in the kernel's memory, in bytes. */
  find(word: WordType): number;
  /** Where those are of what stands before a passage's first word and behind its last. */
  readonly edge: number;
  /** Makes sure that this many spellings can be found without any being forgotten. */
  reserve(count: number): void;
}

/** Spellings for which memory is taken at a time, and those that are remembered at most. */
const CHUNK = 512;
const MOST = 24 * CHUNK;

/**
 * An empty store of spellings. It holds a few thousand, then forgets all and begins anew.
 * @param size how many numbers are kept of each spelling
 * @param fill writes them to a place, which is all zeros, in bytes; `undefined` is the edge of a passage
 */
export function createWordRows(
  kernel: Kernel,
  size: number,
  fill: (place: number, word: WordType | undefined) => void,
): WordRows {
  const edge = kernel.take(size);
  fill(edge, undefined);
  const chunks: number[] = [];
  let count = 0;
  let filling = 0;

  function placeFor(slot: number): number {
    const index = Math.floor(slot / CHUNK);
    const chunk = chunks[index] ?? kernel.take(CHUNK * size);
    chunks[index] = chunk;
    const place = chunk + (slot % CHUNK) * size * OF;
    if (filling > 0) kernel.integers.fill(0, place / OF, place / OF + size);
    return place;
  }

  function add(word: WordType): number {
    const place = placeFor(count++);
    fill(place, word);
    word.place = place;
    word.filling = filling;
    return place;
  }

  return Object.freeze({
    edge,
    find: (word: WordType) => (word.filling === filling ? word.place : add(word)),
    reserve: (more: number) => {
      if (count + more <= MOST) return;
      count = 0;
      filling++;
    },
  });
}
