import type { RecognitionContext } from './recognizer';

/** Remembers what was found in a paragraph, by its words. */
export interface ParagraphCache<T> {
  get(passage: string, context: RecognitionContext): T | undefined;
  set(passage: string, context: RecognitionContext, value: T): void;
}

/** Code units of paragraphs to remember: a dozen long articles. */
const MOST_REMEMBERED = 2_500_000;

/** What a paragraph costs beside its length, in code units: many short ones must not fill the memory. */
const EACH = 100;

/** A cache that forgets what was longest unused when it holds too much. */
export function createParagraphCache<T>(limit = MOST_REMEMBERED): ParagraphCache<T> {
  // A Map keeps the order of insertion; an entry that is used moves to the end.
  const entries = new Map<string, T>();
  let size = 0;

  function forgetOldest(): void {
    for (const key of entries.keys()) {
      if (size <= limit) return;
      entries.delete(key);
      size -= key.length + EACH;
    }
  }

  function put(key: string, value: T): void {
    if (!entries.delete(key)) size += key.length + EACH;
    entries.set(key, value);
  }

  return {
    get(passage, context) {
      const key = keyOf(passage, context);
      const known = entries.get(key);
      if (known !== undefined) put(key, known);
      return known;
    },
    set(passage, context, value) {
      put(keyOf(passage, context), value);
      forgetOldest();
    },
  };
}

const keyOf = (passage: string, { published = '' }: RecognitionContext) => `${published}\n${passage}`;
