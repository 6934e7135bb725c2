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

/** How well a place's surroundings agree with a snippet's context: 1 is all of it; chance gives about 0.4. */
export interface Agreement {
  readonly before: number;
  readonly after: number;
}

/** How far text that was put in may have driven the context away from the words, in folded units. */
const FARTHEST = 250;

/** What it takes from an agreement that the context does not stand next to the words. */
const APART = 0.1;

/**
 * Compares the surroundings of a place with a snippet's context.
 * @param elsewhere other places that the snippet's passages suggest for its words: where something was put in between
 *   context and words, the context is looked for where these say
 */
export function agreementAt(
  { text }: Passages,
  { before, after, whole, start: from, end: to }: Snippet,
  start: number,
  end: number,
  elsewhere: readonly number[] = [],
): Agreement {
  let best = {
    before: likeness(before, text, start, runBefore(text, start, whole, from)),
    after: likeness(after, text, end, runAfter(text, end, whole, to)),
  };
  for (const place of elsewhere) {
    const gap = start - place;
    if (gap > 0 && gap < FARTHEST)
      best = { ...best, before: Math.max(best.before, likeness(before, text, place, 0) - APART) };
    if (gap < 0 && -gap < FARTHEST)
      best = { ...best, after: Math.max(best.after, likeness(after, text, end - gap, 0) - APART) };
  }
  return best;
}

function likeness(side: SideMatcher, text: string, edge: number, run: number): number {
  if (side.length === 0) return 0;
  // A long stretch right beside the words that is just the same tells much, whatever comes after it.
  if (run >= side.length) return 1;
  const byRun = run < 6 ? 0 : Math.min(0.9, 0.3 + run * 0.025);
  return Math.max(byRun, 1 - side.distance(text, edge) / side.length);
}

function runBefore(text: string, edge: number, whole: string, start: number): number {
  let run = 0;
  while (run < start && run < edge && text.charCodeAt(edge - 1 - run) === whole.charCodeAt(start - 1 - run)) run++;
  return run;
}

function runAfter(text: string, edge: number, whole: string, end: number): number {
  let run = 0;
  while (
    end + run < whole.length &&
    edge + run < text.length &&
    text.charCodeAt(edge + run) === whole.charCodeAt(end + run)
  )
    run++;
  return run;
}
