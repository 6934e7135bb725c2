import { type Passages, wordsOf } from './passages';
import type { Snippet } from './snippet';

/** How far from the words the words of their context are looked for, in folded units. */
const REACH = 40;

/** How many words such a stretch has, about, as a binary logarithm. */
const REACHED = 4;

/** Words that tell less than this, as the binary logarithm of a likelihood ratio, are passed over. */
const LEAST = 1;

/** What a word of the context takes from it that is not there: much of the text may have been deleted. */
const MISSING = 1;

/** What each side has to tell for both to count. */
const BOTH = 2;

/** Words next to each other don't tell each their whole worth: they come together. */
const SHARE = 0.7;

/** What the words of a context tell that stand, in their order, near a place; for a context of which much is gone. */
export function neighborsAt(
  passages: Passages,
  snippet: Snippet,
  start: number,
  end: number,
): readonly [number, number] | undefined {
  const { text } = passages;
  const { whole } = snippet;
  const before = wordsOf(whole.slice(0, snippet.start)).slice(snippet.start >= 16 ? 1 : 0);
  const after = wordsOf(whole.slice(snippet.end));
  if (whole.length - snippet.end >= 16) after.pop();
  const from = Math.max(0, start - REACH);
  const windowBefore = text.slice(from, start);
  const windowAfter = text.slice(end, end + REACH);
  let last = windowBefore.length;
  const toldBefore = told(passages, before.reverse(), (word) => {
    const at = last < word.length ? -1 : windowBefore.lastIndexOf(word, last - word.length);
    if (at < 0 || !passages.isWhole(from + at, word.length)) return false;
    last = at;
    return true;
  });
  let next = 0;
  const toldAfter = told(passages, after, (word) => {
    const at = windowAfter.indexOf(word, next);
    if (at < 0 || !passages.isWhole(end + at, word.length)) return false;
    next = at + word.length;
    return true;
  });
  // Of the same words a little farther on, one side tells nothing.
  return toldBefore >= BOTH && toldAfter >= BOTH ? [toldBefore, toldAfter] : undefined;
}

function told(passages: Passages, words: readonly string[], isNear: (word: string) => boolean): number {
  let sum = 0;
  for (const word of words) {
    const count = passages.countOf(word);
    const worth = Math.log2(passages.wordCount / Math.max(1, count)) - REACHED;
    if (worth < LEAST) continue;
    sum += count > 0 && isNear(word) ? SHARE * worth : -MISSING;
  }
  return sum;
}
