/** Numbers that one array keeps for whoever works on the next passage: a long paragraph's. */
const MOST_KEPT = 100_000;

/**
 * Room for numbers that are needed for a moment: the same array again and again, as making one for each paragraph costs more
 * than filling it.
 * @returns a function that gives an array of at least so many numbers, of any value, to be read before the next call
 */
export function createRoom(): (count: number) => Float32Array<ArrayBuffer> {
  const kept = new Float32Array(MOST_KEPT);
  return (count) => (count > MOST_KEPT ? new Float32Array(count) : kept);
}
