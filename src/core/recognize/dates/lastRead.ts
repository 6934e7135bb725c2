import type { Token } from '../words/tokens';

/** Reads at a token, or gives what was read there the last time. */
export type Remembered<T> = (tokens: readonly Token[], index: number, read: () => T | undefined) => T | undefined;

/**
 * Remembers the last reading, by its tokens and index: several rules ask for the same one in a row. What is read must
 * follow from the tokens alone.
 */
export function lastRead<T>(): Remembered<T> {
  let lastTokens: readonly Token[] | undefined;
  let lastIndex = -1;
  let last: T | undefined;
  return (tokens, index, read) => {
    if (tokens === lastTokens && index === lastIndex) return last;
    const found = read();
    lastTokens = tokens;
    lastIndex = index;
    last = found;
    return found;
  };
}
