/** A figure with the interval that holds it in 95 of 100 draws. */
export interface Estimate {
  readonly value: number;
  /** Missing where there are too few articles to draw from, or no draw gives a figure. */
  readonly low?: number;
  readonly high?: number;
}

/**
 * A figure with its bootstrap interval (Efron 1979, percentiles): articles are drawn with replacement, since what stands in
 * one article belongs together.
 * @param tallies what is known of each article
 * @param seed the same seed gives the same interval
 */
export function estimate<T>(
  tallies: readonly T[],
  value: (tallies: readonly T[]) => number,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): Estimate {
  const whole = value(tallies);
  if (tallies.length < 2 || draws === 0) return { value: whole };
  const random = drawer(seed);
  const drawn: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const sample = tallies.map((_, index) => tallies[Math.floor(random() * tallies.length)] ?? tallies[index]);
    const figure = value(sample.filter((each) => each !== undefined));
    if (!Number.isNaN(figure)) drawn.push(figure);
  }
  drawn.sort((a, b) => a - b);
  const at = (share: number) => drawn[Math.min(drawn.length - 1, Math.floor(share * drawn.length))];
  const [low, high] = [at(0.025), at(0.975)];
  return { value: whole, ...(low !== undefined && high !== undefined && { low, high }) };
}

/** Numbers from 0 up to 1: the generator SplitMix32 (Steele, Lea and Flood 2014, in its 32-bit form). */
function drawer(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
  };
}
