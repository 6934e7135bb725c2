import { createSideMatcher, LONGEST_SIDE, type SideMatcher } from '../../text/distance';
import { fold, foldText } from '../../text/folded';
import type { FiledQuote } from './filedQuote';
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
  readonly before: Side;
  readonly after: Side;
}

/** The context on one side of the words. */
export interface Side {
  readonly all: SideMatcher;
  /** What of it is in the words' own paragraph, where the context reaches out of that. */
  readonly near?: SideMatcher;
}

/** How much context `quoteAt` keeps, at the least: where there is less of it, the text began or ended there. */
const WHOLE_CONTEXT = 31;

export function snippetOf({ quote, prefix, suffix, start: filed }: FiledQuote): Snippet {
  const folded = foldText(prefix + quote + suffix);
  const whole = folded.text;
  const start = folded.fromSource(prefix.length);
  const end = Math.max(start, folded.fromSource(prefix.length + quote.length));
  // White space around the words is context: it may have been folded into a run that reaches over the edge.
  const words = fold(quote).trim();
  const from = whole.indexOf(words, Math.max(0, start - 1));
  const at = from >= 0 && from <= end ? from : start;
  const to = at + words.length;
  const broken = prefix.lastIndexOf('\n');
  const breaks = suffix.indexOf('\n');
  const isFirst = filed <= prefix.length;
  const isLast = suffix.length < WHOLE_CONTEXT && prefix !== '';
  const nearFrom = broken >= 0 ? folded.fromSource(broken + 1) : isFirst ? 0 : undefined;
  const nearTo =
    breaks >= 0 ? folded.fromSource(prefix.length + quote.length + breaks + 1) - 1 : isLast ? whole.length : undefined;
  return {
    words,
    whole,
    start: at,
    end: to,
    cutsBefore: isInWord(whole, at),
    cutsAfter: isInWord(whole, to),
    before: sideOf(whole.slice(0, at), nearFrom === undefined ? undefined : at - nearFrom, true),
    after: sideOf(whole.slice(to), nearTo === undefined ? undefined : nearTo - to, false),
  };
}

/** @param near how much of the context is in the words' paragraph, where it reaches out of that */
function sideOf(context: string, near: number | undefined, isBackward: boolean): Side {
  const all = createSideMatcher(context, isBackward);
  if (near === undefined || near >= LONGEST_SIDE) return { all };
  const length = Math.max(0, near);
  const part = isBackward ? context.slice(context.length - length) : context.slice(0, length);
  return { all, near: createSideMatcher(part, isBackward) };
}

/** How well a place's surroundings agree with a snippet's context. */
export interface Agreement {
  readonly before: SideAgreement;
  readonly after: SideAgreement;
}

/** 1 is all of the context; chance gives about 0.4. */
export interface SideAgreement {
  readonly all: number;
  /** Looked at where the context reaches out of the words' paragraph and does not agree as a whole. */
  readonly near?: number;
  /** Whether a paragraph begins or ends here where the words' one did. */
  readonly isAtBreak?: boolean;
}

/** From this agreement on, the context is as it was. */
const AGREEING = 0.8;

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
  passages: Passages,
  { before, after, whole, start: from, end: to }: Snippet,
  start: number,
  end: number,
  elsewhere: readonly number[] = [],
): Agreement {
  const { text } = passages;
  let allBefore = likeness(before.all, text, start, runBefore(text, start, whole, from));
  let allAfter = likeness(after.all, text, end, runAfter(text, end, whole, to));
  for (const place of elsewhere) {
    const gap = start - place;
    if (gap > 0 && gap < FARTHEST) allBefore = Math.max(allBefore, likeness(before.all, text, place, 0) - APART);
    if (gap < 0 && -gap < FARTHEST) allAfter = Math.max(allAfter, likeness(after.all, text, end - gap, 0) - APART);
  }
  return {
    before: sideAgreement(allBefore, before, text, start, (length) => passages.isBreak(start - length - 1)),
    after: sideAgreement(allAfter, after, text, end, (length) => passages.isBreak(end + length)),
  };
}

function sideAgreement(
  all: number,
  { near }: Side,
  text: string,
  edge: number,
  isBreakBehind: (length: number) => boolean,
): SideAgreement {
  if (!near || all >= AGREEING) return { all };
  const distance = near.length === 0 ? 0 : near.distance(text, edge);
  const isAtBreak = distance === 0 && isBreakBehind(near.length);
  return { all, near: near.length === 0 ? 1 : 1 - distance / near.length, isAtBreak };
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
