/** Finds the position of a 32-bit hash in a list; -1 where the list does not hold it. */
export type HashIndex = (hash: number) => number;

/** Open addressing with linear probing, half empty. */
export function hashIndex(hashes: Uint32Array): HashIndex {
  let size = 16;
  while (size < hashes.length * 2) size *= 2;
  const last = size - 1;
  const keys = new Uint32Array(size);
  const places = new Int32Array(size).fill(-1);
  hashes.forEach((hash, place) => {
    let at = hash & last;
    while (places[at] !== -1) at = (at + 1) & last;
    keys[at] = hash;
    places[at] = place;
  });
  return (hash) => {
    let at = hash & last;
    for (;;) {
      const place = places[at];
      if (place === undefined || place === -1) return -1;
      if (keys[at] === hash) return place;
      at = (at + 1) & last;
    }
  };
}
