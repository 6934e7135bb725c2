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

/** Spellings for which memory is taken at a time, and those that each half of the store holds at most. */
const CHUNK = 512;
const HALF = 12 * CHUNK;

/**
 * An empty store of spellings, in two halves: where one is full, the other is begun anew, and what is still met moves over to
 * it. So words that come again and again are never worked out anew, and a corpus of any size takes as much memory as a novel.
 * @param size how many numbers are kept of each spelling
 * @param fill writes them to a place, which is all zeros, in bytes; `undefined` is the edge of a passage
 * @param half how many spellings each half holds, a multiple of 512
 */
export function createWordRows(
  kernel: Kernel,
  size: number,
  fill: (place: number, word: WordType | undefined) => void,
  half = HALF,
): WordRows {
  const edge = kernel.take(size);
  fill(edge, undefined);
  const chunks: number[] = [];
  let count = 0;
  /** Which filling of a half this is; the even ones are of the first half. A word that was never met has 0. */
  let filling = 2;

  function nextPlace(): number {
    const slot = (filling % 2) * half + count++;
    const index = Math.floor(slot / CHUNK);
    const chunk = chunks[index] ?? kernel.take(CHUNK * size);
    chunks[index] = chunk;
    return chunk + (slot % CHUNK) * size * OF;
  }

  function add(word: WordType): number {
    const place = nextPlace();
    const { integers } = kernel;
    if (word.filling === filling - 1) integers.copyWithin(place / OF, word.place / OF, word.place / OF + size);
    else {
      integers.fill(0, place / OF, place / OF + size);
      fill(place, word);
    }
    word.place = place;
    word.filling = filling;
    return place;
  }

  return Object.freeze({
    edge,
    find: (word: WordType) => (word.filling === filling ? word.place : add(word)),
    reserve: (more: number) => {
      if (count + more <= half) return;
      count = 0;
      filling++;
    },
  });
}
