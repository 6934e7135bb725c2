/** Hashes of features: 32 bits, the same on every machine. Mixing as in MurmurHash3 by Austin Appleby (public domain). */

/** Hash of a string's UTF-16 code units. */
export function hashText(seed: number, text: string, from = 0, to = text.length): number {
  let hash = seed | 0;
  for (let index = from; index < to; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return finished(hash);
}

/** One hash of two. */
export function mix(a: number, b: number): number {
  return finished(Math.imul(a ^ Math.imul(b, 0xcc9e2d51), 0x1b873593));
}

function finished(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
