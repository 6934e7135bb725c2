/** Code units of texts to remember results for: an article that is longer is read anew with each edit. */
const MOST_REMEMBERED = 2_000_000;

/** What a text costs beside its length, in code units: many short ones must not fill the memory. */
const EACH = 100;

/** A function of texts that remembers its latest results, and forgets what was longest unused. */
export function memory<T>(compute: (text: string) => T, limit = MOST_REMEMBERED): (text: string) => T {
  // A Map keeps the order of insertion; an entry that is used moves to the end.
  const results = new Map<string, T>();
  let size = 0;
  return (text) => {
    const known = results.get(text);
    const result = known ?? compute(text);
    if (known === undefined) size += text.length + EACH;
    else results.delete(text);
    results.set(text, result);
    for (const key of results.keys()) {
      if (size <= limit || results.size === 1) break;
      results.delete(key);
      size -= key.length + EACH;
    }
    return result;
  };
}
