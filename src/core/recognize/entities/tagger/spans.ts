import { beginOf, innerOf, LABEL_COUNT, lastOf, OUTSIDE, typeOf, unitOf } from './labels';

/** A name in a passage: words from the first to before the last, the type's index in TYPES, and how sure it is. */
export interface NameSpan {
  readonly from: number;
  readonly to: number;
  readonly type: number;
  /** From 0 to 1. */
  readonly confidence: number;
}

/** What labels of words spell out, and how sure that is. */
export interface Spelling {
  readonly labels: Uint8Array;
  /** Probabilities of labels: a row of LABEL_COUNT for each word, from the place `at` on. */
  readonly marginals: Float32Array;
  readonly at: number;
}

/**
 * Adds the names that labels of words spell out to a list.
 * @param first the first word's index in its passage
 */
export function addNames(names: NameSpan[], { labels, marginals, at }: Spelling, first: number): void {
  for (let from = 0; from < labels.length; ) {
    const label = labels[from] ?? OUTSIDE;
    if (label === OUTSIDE) {
      from++;
      continue;
    }
    const type = typeOf(label);
    let to = from + 1;
    if (label !== unitOf(type)) while (labels[to] === innerOf(type)) to++;
    if (label === beginOf(type) && labels[to] === lastOf(type)) to++;
    let confidence = 1;
    for (let word = from; word < to; word++) {
      confidence = Math.min(confidence, marginals[at + word * LABEL_COUNT + (labels[word] ?? 0)] ?? 0);
    }
    names.push({ from: first + from, to: first + to, type, confidence: Math.max(0, Math.min(1, confidence)) });
    from = to;
  }
}
