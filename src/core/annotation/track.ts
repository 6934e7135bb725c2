import { type Change, mapSpan, type Replacement } from '../text/change';
import { type CodePoints, codePoints } from '../text/codePoints';
import type { Span } from '../text/span';
import { contextAgreement, findOrphan, type Quote, quoteAt } from './quote';

/** What a span needs to stay on its words through edits, and to find them again. UTF-16 code units. */
export interface Track extends Span {
  /**
   * Set while the words are not in the article: the span they had, in code points as files hold it. `start` and `end`
   * mean nothing then.
   */
  readonly orphan?: Span;
  /**
   * Set while edits have cut something off the words: what they were, the latest last, so that undo can bring them back
   * whole. Lives in memory only.
   */
  readonly past?: readonly Quote[];
}

/** How many past forms of an annotation's words are remembered. */
const REMEMBERED = 8;

/** One change, with what is worked out of it once for all that moves with it. */
export class MovedText {
  readonly change: Change;
  readonly before: string;
  readonly after: string;
  #pointsBefore: CodePoints | undefined;
  #pointsAfter: CodePoints | undefined;
  #relocations: readonly Relocation[] | undefined;

  constructor(change: Change, before: string, after: string) {
    this.change = change;
    this.before = before;
    this.after = after;
  }

  get pointsBefore(): CodePoints {
    this.#pointsBefore ??= codePoints(this.before);
    return this.#pointsBefore;
  }

  get pointsAfter(): CodePoints {
    this.#pointsAfter ??= codePoints(this.after);
    return this.#pointsAfter;
  }

  /** Stretches that the change takes out at one place and puts in at another, as the editor moves lines. */
  get relocations(): readonly Relocation[] {
    this.#relocations ??= relocationsOf(this.change, this.before);
    return this.#relocations;
  }
}

/**
 * Where a span is after a change, and what is remembered of it.
 * @param words what an orphan is looked for by where nothing is remembered of it
 * @returns the very same object where nothing changed
 */
export function moveTrack(track: Track, ground: MovedText, words?: Quote): Track {
  if (track.orphan) return reunited(track, ground, words);
  const span = mapSpan(track, ground.change);
  if (!span) return relocated(track, ground) ?? reunited(orphaned(track, ground), ground);
  const reach = Math.max(0, ...(track.past ?? []).map(({ quote }) => quote.length));
  const { cuts, putsIn } = effectOn(track, ground.change, reach);
  const past = cuts ? remembered(track, ground.before) : track.past;
  // What the very change that cuts leaves behind, or a deletion pushes together, only looks like the whole words.
  if (track.past && past && putsIn) return madeWhole(span, past, ground.after);
  if (cuts) return { ...(slidOff(track, span, ground) ?? span), ...(past && { past }) };
  if (!past && putsIn) return slidOut(track, span, ground);
  if (past === track.past && span.start === track.start && span.end === track.end) return track;
  return { ...span, ...(past && { past }) };
}

/**
 * Where a change only puts something into the words, they may stand there whole all the same: of "Putin" and "President
 * Putin" a comparison of texts may say that "resident P" came in after the "P".
 */
function slidOut(track: Track, span: Span, ground: MovedText): Track {
  const isOneMore = ({ start, end }: Span) => start === end || end <= track.start || start >= track.end;
  const isLonger = span.end - span.start > track.end - track.start;
  const whole = isLonger && ground.change.every(isOneMore) ? wholeAtEdge(track, span, ground) : undefined;
  return whole ?? (span.start === track.start && span.end === track.end ? track : span);
}

/** The other way round: of "President Putin" and "Putin" it may say that "resident P" was taken out. */
function slidOff(track: Track, span: Span, ground: MovedText): Span | undefined {
  const isOneLess = ({ start, end, insert }: Replacement) => insert === '' || end <= track.start || start >= track.end;
  return ground.change.every(isOneLess) ? wholeAtEdge(track, span, ground) : undefined;
}

/** Where the whole words stand at the beginning or the end of what a change leaves of their span. */
function wholeAtEdge(track: Span, left: Span, { before, after }: MovedText): Span | undefined {
  const quote = quoteAt(before, track);
  const length = quote.quote.length;
  const edges = [left.start, left.end - length].map((start) => ({ start, end: start + length }));
  const whole = edges.filter(({ start, end }) => after.slice(Math.max(0, start), end) === quote.quote);
  return whole.sort((a, b) => contextAgreement(after, b, quote) - contextAgreement(after, a, quote))[0];
}

/** Whether a change takes away words at a span's edge, and whether it puts any in, up to `reach` units beside it. */
function effectOn(span: Span, change: Change, reach: number): { readonly cuts: boolean; readonly putsIn: boolean } {
  let cuts = false;
  let putsIn = false;
  for (const { start, end, insert } of change) {
    if (start > span.end + reach) break;
    if (end < span.start - reach) continue;
    cuts ||= (start <= span.start && end > span.start) || (start < span.end && end >= span.end);
    putsIn ||= insert.length > 0;
  }
  return { cuts, putsIn };
}

/** The past forms of a span's words and, unless the latest of them holds the present one, that too. */
function remembered({ start, end, past = [] }: Track, text: string): readonly Quote[] {
  const words = text.slice(start, end);
  if (past.at(-1)?.quote.includes(words)) return past;
  return [...past, quoteAt(text, { start, end })].slice(-REMEMBERED);
}

/** Takes in what was cut off, where one of the past forms of the words stands again around or beside what is left. */
function madeWhole(left: Span, past: readonly Quote[], text: string): Track {
  for (let index = past.length - 1; index >= 0; index--) {
    const quote = past[index];
    if (!quote) continue;
    const reach = quote.quote.length;
    const within = {
      start: Math.max(0, Math.min(left.start, left.end - reach)),
      end: Math.max(left.end, left.start + reach),
    };
    const span = findOrphan(text, quote, within, () => left.start, 0);
    if (span) return withPast(span, past, index);
  }
  return { ...left, past };
}

function withPast(span: Span, past: readonly Quote[], count: number): Track {
  return { ...span, ...(count > 0 && { past: past.slice(0, count) }) };
}

/** Takes a span out of the text, remembering its words and place as they were. */
function orphaned(track: Track, ground: MovedText): Track {
  const { start, end } = track;
  const past = remembered(track, ground.before);
  const words = past.at(-1)?.quote ?? '';
  const left = ground.before.slice(start, end);
  const from = Math.max(0, start - Math.max(0, words.indexOf(left)));
  const orphan: Span = {
    start: ground.pointsBefore.fromUtf16(from),
    end: ground.pointsBefore.fromUtf16(from + words.length),
  };
  return { start, end, orphan, past };
}

/** A stretch of the text before a change, and where it begins after. */
interface Relocation extends Span {
  readonly to: number;
}

function relocationsOf(change: Change, before: string): Relocation[] {
  const arrivals = new Map<string, number>();
  let shift = 0;
  for (const { start, end, insert } of change) {
    // Line breaks go with the line or stay, as the place wants it.
    const words = insert.trim();
    if (start === end && words !== '') arrivals.set(words, start + shift + insert.indexOf(words));
    shift += insert.length - (end - start);
  }
  if (arrivals.size === 0) return [];
  return change.flatMap(({ start, end, insert }) => {
    const gone = before.slice(start, end);
    const words = gone.trim();
    const to = insert === '' ? arrivals.get(words) : undefined;
    const from = start + gone.indexOf(words);
    return to === undefined ? [] : [{ start: from, end: from + words.length, to }];
  });
}

function relocated(track: Track, { relocations }: MovedText): Track | undefined {
  const around = relocations.find(({ start, end }) => start <= track.start && track.end <= end);
  if (!around) return undefined;
  const by = around.to - around.start;
  return { start: track.start + by, end: track.end + by, ...(track.past && { past: track.past }) };
}

/**
 * Looks for an orphan's words in what a change brought in, and nowhere else: typing must not cost a search of the
 * article. Of several places the one with the best agreeing context is taken, then the one nearest to the old.
 */
function reunited(track: Track, ground: MovedText, words?: Quote): Track {
  const { past = [], orphan } = track;
  const forms = past.length > 0 || !words ? past : [words];
  const expected = () => ground.pointsAfter.toUtf16(orphan?.start ?? 0);
  for (let index = forms.length - 1; index >= 0; index--) {
    const quote = forms[index];
    const span = quote && bestPlace(quote, ground, expected);
    if (span) return withPast(span, past, index);
  }
  return track;
}

function bestPlace(quote: Quote, { change, after }: MovedText, expected: () => number): Span | undefined {
  const reach = quote.quote.length;
  let shift = 0;
  let best: { readonly span: Span; readonly agreement: number } | undefined;
  for (const { start, end, insert } of change) {
    const from = start + shift;
    shift += insert.length - (end - start);
    if (insert.length === 0) continue;
    // Wherever it is found in here, some of it is what was brought in.
    const within = { start: Math.max(0, from - reach + 1), end: from + insert.length + reach - 1 };
    const span = findOrphan(after, quote, within, expected);
    if (!span) continue;
    const agreement = contextAgreement(after, span, quote);
    const isNearer = () =>
      best?.agreement === agreement && Math.abs(span.start - expected()) < Math.abs(best.span.start - expected());
    if (!best || agreement > best.agreement || isNearer()) best = { span, agreement };
  }
  return best?.span;
}
