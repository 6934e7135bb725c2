import { type Change, mapSpan } from '../text/change';
import { type CodePoints, codePoints } from '../text/codePoints';
import type { Span } from '../text/span';
import type { Annotation } from './annotation';
import { contextAgreement, findOrphan, type Quote, quoteAt } from './quote';

/** One annotation after a change of the article's text. */
export type Move = (annotation: Annotation) => Annotation;

/**
 * How annotations move with one change of the article's text. Words that it leaves alone stay annotated; text typed at
 * their edge does not join them. Where it takes a part of them away, what they were is remembered: once the whole words
 * stand there again (undo, or typed anew), all of them are annotated again. An annotation whose words are all taken
 * away becomes an orphan; an orphan whose words come back (undo, paste) is placed on them again.
 * @param before the text that the change starts from
 * @param after the text that it gives
 */
export function createMove(change: Change, before: string, after: string): Move {
  if (change.length === 0) return (annotation) => annotation;
  const ground = new Ground(change, before, after);
  const moved = new WeakMap<Annotation, Annotation>();
  return (annotation) => {
    let result = moved.get(annotation);
    if (!result) {
      result = annotation.orphan ? reunited(annotation, ground) : moveOne(annotation, ground);
      moved.set(annotation, result);
    }
    return result;
  };
}

/**
 * All annotations of an article after a change. Where an orphan would come back to a place that another annotation of
 * the same words holds or comes back to with better right, it stays an orphan.
 * @param after the text that the change gives
 */
export function moveAll(annotations: readonly Annotation[], move: Move, after: string): Annotation[] {
  const moved = annotations.map(move);
  const isBack = (annotation: Annotation, index: number) => annotation.orphan && !moved[index]?.orphan;
  if (!annotations.some(isBack)) return moved;
  const rights = annotations.map((annotation, index) => {
    const now = moved[index];
    if (!now || now.orphan) return -1;
    return annotation.orphan ? contextAgreement(after, now, annotation) : Number.POSITIVE_INFINITY;
  });
  const best = new Map<string, number>();
  const keyOf = ({ start, end, label }: Annotation) => `${start}-${end}-${label}`;
  for (const [index, now] of moved.entries()) {
    const key = keyOf(now);
    if (!now.orphan) best.set(key, Math.max(best.get(key) ?? -1, rights[index] ?? -1));
  }
  return moved.map((now, index) => {
    const before = annotations[index];
    return before?.orphan && !now.orphan && (rights[index] ?? -1) < (best.get(keyOf(now)) ?? -1) ? before : now;
  });
}

/** How many past forms of an annotation's words are remembered. */
const REMEMBERED = 8;

/** One change, with what is worked out of it once for all annotations. */
class Ground {
  readonly change: Change;
  readonly before: string;
  readonly after: string;
  #pointsBefore: CodePoints | undefined;
  #pointsAfter: CodePoints | undefined;

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
}

function moveOne(annotation: Annotation, ground: Ground): Annotation {
  const span = mapSpan(annotation, ground.change);
  if (!span) return reunited(orphaned(annotation, ground), ground);
  const reach = Math.max(0, ...(annotation.past ?? []).map(({ quote }) => quote.length));
  const { cuts, putsIn } = effectOn(annotation, ground.change, reach);
  const remembering = cuts ? { ...annotation, past: remembered(annotation, ground.before) } : annotation;
  // What the very change that cuts leaves behind, or a deletion pushes together, only looks like the whole words.
  if (annotation.past && putsIn) return madeWhole({ ...remembering, ...span }, ground.after);
  if (cuts) return { ...remembering, ...span };
  if (span.start === annotation.start && span.end === annotation.end) return annotation;
  return { ...annotation, ...span };
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

/** The past forms of an annotation's words and, unless the latest of them holds the present one, that too. */
function remembered(annotation: Annotation, text: string): readonly Quote[] {
  const past = annotation.past ?? [];
  const words = text.slice(annotation.start, annotation.end);
  const latest = past.at(-1);
  if (latest?.quote.includes(words)) return past;
  return [...past, quoteAt(text, annotation)].slice(-REMEMBERED);
}

/** Takes in what was cut off, where one of the past forms of the words stands again around or beside what is left. */
function madeWhole(annotation: Annotation, text: string): Annotation {
  const { past = [], ...rest } = annotation;
  for (let index = past.length - 1; index >= 0; index--) {
    const quote = past[index];
    if (!quote) continue;
    const reach = quote.quote.length;
    const within = {
      start: Math.max(0, Math.min(annotation.start, annotation.end - reach)),
      end: Math.max(annotation.end, annotation.start + reach),
    };
    const span = findOrphan(text, quote, within, () => annotation.start, 0);
    if (span) return { ...rest, ...span, ...(index > 0 && { past: past.slice(0, index) }) };
  }
  return annotation;
}

/** Takes an annotation out of the text, remembering its words and place as they were. */
function orphaned(annotation: Annotation, ground: Ground): Annotation {
  const past = remembered(annotation, ground.before);
  const words = past.at(-1) ?? quoteAt(ground.before, annotation);
  const left = ground.before.slice(annotation.start, annotation.end);
  const start = Math.max(0, annotation.start - Math.max(0, words.quote.indexOf(left)));
  const orphan: Span = {
    start: ground.pointsBefore.fromUtf16(start),
    end: ground.pointsBefore.fromUtf16(start + words.quote.length),
  };
  return { ...annotation, ...words, orphan, past };
}

/**
 * Looks for an orphan's words in what a change brought in, and nowhere else: typing must not cost a search of the
 * article. Of several places the one with the best agreeing context is taken, then the one nearest to the old.
 */
function reunited(annotation: Annotation, ground: Ground): Annotation {
  const { past = [], orphan, ...rest } = annotation;
  const forms = past.length > 0 ? past : [annotation];
  const expected = () => ground.pointsAfter.toUtf16(orphan?.start ?? 0);
  for (let index = forms.length - 1; index >= 0; index--) {
    const quote = forms[index];
    const span = quote && bestPlace(quote, ground, expected);
    if (span) return { ...rest, ...span, ...(index > 0 && { past: past.slice(0, index) }) };
  }
  return annotation;
}

function bestPlace(quote: Quote, { change, after }: Ground, expected: () => number): Span | undefined {
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
