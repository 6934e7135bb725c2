import type { RecognitionContext } from './recognizer';

/** Remembers what was found in a paragraph, by its words. */
export interface ParagraphCache<T> {
  get(passage: string, context: RecognitionContext, compute: () => T): T;
}

/** Code units of paragraphs to remember: a dozen long articles. */
const MOST_REMEMBERED = 2_000_000;

/** A cache that forgets what was longest unused when it holds too much. */
export function createParagraphCache<T>(limit = MOST_REMEMBERED): ParagraphCache<T> {
  // A Map keeps the order of insertion; an entry that is used moves to the end.
  const entries = new Map<string, T>();
  let size = 0;

  function forgetOldest(): void {
    for (const key of entries.keys()) {
      if (size <= limit) return;
      entries.delete(key);
      size -= key.length;
    }
  }

  return {
    get(passage, context, compute) {
      const key = `${context.published ?? ''}\n${passage}`;
      const known = entries.get(key);
      const value = known ?? compute();
      if (known === undefined) size += key.length;
      else entries.delete(key);
      entries.set(key, value);
      forgetOldest();
      return value;
    },
  };
}
