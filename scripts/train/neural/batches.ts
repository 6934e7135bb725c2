import type { Random } from '../../../test/bench/support/random';
import type { Batch } from './network';
import type { Sentence } from './sentences';
import type { Vocabulary } from './vocabulary';

/** A batch, and for each of its words the labels that may be right. */
export interface TrainingBatch extends Batch {
  readonly allowed: Uint32Array;
}

/** Words of a batch, about. */
const BATCH_WORDS = 1500;

/** Sentences put together at random. */
export function shuffledBatches(sentences: readonly Sentence[], random: Random): Sentence[][] {
  const order = shuffled(sentences, random);
  const batches: Sentence[][] = [];
  let batch: Sentence[] = [];
  let words = 0;
  for (const sentence of order) {
    batch.push(sentence);
    words += sentence.words.length;
    if (words < BATCH_WORDS) continue;
    batches.push(batch);
    batch = [];
    words = 0;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

function shuffled<T>(things: readonly T[], random: Random): T[] {
  const order = [...things];
  for (let last = order.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    const moved = order[last] as T;
    order[last] = order[other] as T;
    order[other] = moved;
  }
  return order;
}

/** Shares of sentences that are learned from in another case: lower, capitals, or each word with a capital. */
const LOWER = 0.1;
const UPPER = 0.04;
const TITLE = 0.02;

/** A batch for the network; with `random`, some sentences change their case. */
export function batchOf(sentences: readonly Sentence[], vocabulary: Vocabulary, random?: Random): TrainingBatch {
  const bounds = [0];
  const at: number[] = [];
  const allowed: number[] = [];
  const spellings: Int32Array[] = [];
  const places = new Map<number, number>();
  for (const sentence of sentences) {
    const change = random ? caseChange(random.next()) : same;
    for (const word of sentence.words) {
      const spelling = vocabulary.numberOf(change(word));
      const place = places.get(spelling) ?? spellings.length;
      if (place === spellings.length) {
        places.set(spelling, place);
        spellings.push(vocabulary.rowOf(spelling));
      }
      at.push(place);
    }
    allowed.push(...sentence.allowed);
    bounds.push(at.length);
  }
  return {
    spellings,
    at: Int32Array.from(at),
    bounds,
    corpora: sentences.map(({ corpus }) => corpus),
    allowed: Uint32Array.from(allowed),
  };
}

const same = (word: string) => word;

function caseChange(drawn: number): (word: string) => string {
  if (drawn < LOWER) return (word) => word.toLowerCase();
  if (drawn < LOWER + UPPER) return (word) => word.toUpperCase();
  if (drawn < LOWER + UPPER + TITLE) return (word) => word.charAt(0).toUpperCase() + word.slice(1);
  return same;
}
