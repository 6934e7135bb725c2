import type { Quote } from '../../annotation/quote';
import { createSideMatcher, type SideMatcher } from '../../text/distance';
import { fold, foldText } from '../../text/folded';
import { isInWord, type Passages } from './passages';

/** A quote made ready for the search: folded, its context on either side prepared for comparison. */
export interface Snippet {
  /** The folded words. */
  readonly words: string;
  /** Context, words and context in one, folded, and where the words begin and end in it. */
  readonly whole: string;
  readonly start: number;
  readonly end: number;
  /** Whether the words began or ended inside a word of their text. */
  readonly cutsBefore: boolean;
  readonly cutsAfter: boolean;
  readonly before: SideMatcher;
  readonly after: SideMatcher;
}

export function snippetOf({ quote, prefix, suffix }: Quote): Snippet {
  const folded = foldText(prefix + quote + suffix);
  const start = folded.fromSource(prefix.length);
  const end = Math.max(start, folded.fromSource(prefix.length + quote.length));
  // White space around the words is context: it may have been folded into a run that reaches over the edge.
  const words = fold(quote).trim();
  const from = folded.text.indexOf(words, Math.max(0, start - 1));
  const at = from >= 0 && from <= end ? from : start;
  return {
    words,
    whole: folded.text,
    start: at,
    end: at + words.length,
    cutsBefore: isInWord(folded.text, at),
    cutsAfter: isInWord(folded.text, at + words.length),
    before: createSideMatcher(folded.text.slice(0, at), true),
    after: createSideMatcher(folded.text.slice(at + words.length), false),
  };
}

/** How well a place's surroundings agree with a snippet's context: 1 is all of it, 0 is what chance gives. */
export interface Agreement {
  readonly before: number;
  readonly after: number;
}

export function agreementAt(passages: Passages, snippet: Snippet, start: number, end: number): Agreement {
  const { before, after } = snippet;
  return {
    before: before.length === 0 ? 0 : 1 - before.distance(passages.text, start) / before.length,
    after: after.length === 0 ? 0 : 1 - after.distance(passages.text, end) / after.length,
  };
}
