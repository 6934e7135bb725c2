import { quoteAt } from '../../../src/core/annotation/quote';
import type { FiledQuote } from '../../../src/core/sidecar/anchor/filedQuote';
import { codePoints } from '../../../src/core/text/codePoints';
import { fold } from '../../../src/core/text/folded';
import { type Span, sameSpan } from '../../../src/core/text/span';
import type { Fate } from './tracked';

/** An article with the spans that are annotated in it; UTF-16 offsets. */
export interface AnnotatedArticle {
  readonly id: string;
  readonly text: string;
  readonly spans: readonly Span[];
}

/** What a sidecar would hold of an article's annotations. */
export function filedQuotes({ text, spans }: AnnotatedArticle): FiledQuote[] {
  const points = codePoints(text);
  return spans.map((span) => ({
    ...quoteAt(text, span),
    start: points.fromUtf16(span.start),
    end: points.fromUtf16(span.end),
  }));
}

/** Outcomes over many annotations. */
export interface Tally {
  /** The words still stand: placed on just them; given up; placed anywhere else. */
  right: number;
  orphaned: number;
  wrong: number;
  /**
   * They stand, and the edit made up another place that has the words and all of their context as the sidecar has them,
   * which the words' own place has no more: as of two same lines, one of which was moved. It was placed there; a person
   * would say so, too. Counted apart, neither right nor wrong.
   */
  twin: number;
  /** At least half of the words' characters stand: placed over them (half overlap); given up; placed elsewhere. */
  changedPlaced: number;
  changedOrphaned: number;
  changedWrong: number;
  /** The words are gone: given up; placed all the same. */
  goneOrphaned: number;
  gonePlaced: number;
}

export function emptyTally(): Tally {
  return {
    right: 0,
    orphaned: 0,
    wrong: 0,
    twin: 0,
    changedPlaced: 0,
    changedOrphaned: 0,
    changedWrong: 0,
    goneOrphaned: 0,
    gonePlaced: 0,
  };
}

export function addTally(into: Tally, tally: Tally): void {
  for (const key of Object.keys(into) as (keyof Tally)[]) into[key] += tally[key];
}

export function standing({ right, orphaned, wrong }: Tally): number {
  return right + orphaned + wrong;
}

export function lost({ changedPlaced, changedOrphaned, changedWrong, goneOrphaned, gonePlaced }: Tally): number {
  return changedPlaced + changedOrphaned + changedWrong + goneOrphaned + gonePlaced;
}

/** Which outcome it is that an annotation of this fate was placed there. Invisible characters at the edges don't count. */
export function outcome(text: string, quote: FiledQuote, fate: Fate, placed: Span | undefined): keyof Tally {
  if (fate.kind === 'gone') return placed ? 'gonePlaced' : 'goneOrphaned';
  if (fate.kind === 'stands') {
    if (!placed) return 'orphaned';
    if (sameSpan(visible(text, fate.span), visible(text, placed))) return 'right';
    return hasAllContext(text, quote, placed) && !hasAllContext(text, quote, fate.span) ? 'twin' : 'wrong';
  }
  if (!placed) return 'changedOrphaned';
  const shared = Math.min(fate.span.end, placed.end) - Math.max(fate.span.start, placed.start);
  const union = Math.max(fate.span.end, placed.end) - Math.min(fate.span.start, placed.start);
  return shared * 2 >= union ? 'changedPlaced' : 'changedWrong';
}

/** Whether words stand somewhere with all of the context that their sidecar has of them. */
function hasAllContext(text: string, { quote, prefix, suffix }: FiledQuote, { start, end }: Span): boolean {
  const room = prefix.length + suffix.length;
  return (
    fold(text.slice(start, end)) === fold(quote) &&
    fold(text.slice(Math.max(0, start - 3 * room), start)).endsWith(fold(prefix)) &&
    fold(text.slice(end, end + 3 * room)).startsWith(fold(suffix))
  );
}

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;

function visible(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && INVISIBLE.test(text.charAt(from))) from++;
  while (to > from && INVISIBLE.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

/** Whether words are a short name that stands in its article again and again. */
export function isRepeatedName(text: string, span: Span): boolean {
  const words = text.slice(span.start, span.end);
  if (words.length > 12) return false;
  let count = 0;
  for (let at = text.indexOf(words); at >= 0 && count < 5; at = text.indexOf(words, at + 1)) count++;
  return count >= 5;
}
