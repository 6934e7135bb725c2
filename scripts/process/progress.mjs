/** Signs of life for steps that take long. */

const BEAT_MS = 10_000;

/**
 * Runs a step; prints a line every ten seconds for as long as it takes.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} step
 * @returns {Promise<T>}
 */
export async function withHeartbeat(label, step) {
  const started = Date.now();
  const beat = setInterval(() => console.log(`  ${label}: ${seconds(started)} so far`), BEAT_MS);
  try {
    return await step();
  } finally {
    clearInterval(beat);
  }
}

/**
 * @param {number} started Epoch milliseconds.
 * @returns {string} The time since then, such as `4.2 s`.
 */
export function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}
