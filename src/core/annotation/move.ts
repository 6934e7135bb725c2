import type { Change } from '../text/change';
import { codePoints } from '../text/codePoints';
import type { Span } from '../text/span';
import type { Annotation } from './annotation';
import type { Recall } from './moments';
import { type Part, placedParts } from './quotationParts';
import { contextAgreement } from './quote';
import { MovedText, moveTrack, type Track } from './track';

/** One annotation after a change of the article's text. */
export type Move = (annotation: Annotation) => Annotation;

/**
 * How annotations move with one change of the article's text. Words that it leaves alone stay annotated; text typed at
 * their edge does not join them. Where it takes a part of them away, what they were is remembered: once the whole words
 * stand there again (undo, or typed anew), all of them are annotated again. An annotation whose words are all taken
 * away becomes an orphan; an orphan whose words come back (undo, paste) is placed on them again. The parts of a
 * quotation do so each by itself.
 * @param before the text that the change starts from
 * @param after the text that it gives
 */
export function createMove(change: Change, before: string, after: string): Move {
  if (change.length === 0) return (annotation) => annotation;
  const ground = new MovedText(change, before, after);
  const moved = new WeakMap<Annotation, Annotation>();
  return (annotation) => {
    let result = moved.get(annotation);
    if (!result) {
      result = moveOne(annotation, ground);
      moved.set(annotation, result);
    }
    return result;
  };
}

/**
 * All annotations of an article after a change. Several may lay claim to the same words: orphans that would come back to
 * them, and annotations that were cut and have them whole by what stands beside. One has them, with the best right; the
 * others stay, or become, orphans.
 * @param annotations those that the change is near to, all orphans, and all that were cut before
 * @param after the text that the change gives
 * @param others the annotations that are not among these and touch a span after the change
 * @param recall where annotations were if the text was just this before: then nothing is to be guessed
 */
export function moveAll(
  annotations: readonly Annotation[],
  move: Move,
  after: string,
  { others = () => [], recall }: { others?: (span: Span) => readonly Annotation[]; recall?: Recall | undefined } = {},
): Annotation[] {
  const moved = annotations.map((annotation) => recall?.(annotation) ?? move(annotation));
  const cut = moved.filter(({ orphan, past = [] }) => !orphan && past.length > 0);
  const claims = annotations.flatMap((before, index): Claim[] => {
    const now = moved[index];
    if (!now || !isClaim(before, now, after) || recall?.(before)) return [];
    if (before.orphan && cut.some((other) => isRemnantOf(other, now))) {
      moved[index] = before;
      return [];
    }
    const words = before.orphan ? before : (now.past?.at(-1) ?? before);
    return [{ index, agreement: contextAgreement(after, now, words), distance: distanceOf(before, now) }];
  });
  if (claims.length === 0) return moved;
  const isClaimed = new Set(claims.map(({ index }) => index));
  const taken = new Set(moved.flatMap((now, index) => (now.orphan || isClaimed.has(index) ? [] : [keyOf(now)])));
  for (const { index } of claims.sort(byRight)) {
    const [before, now] = [annotations[index], moved[index]];
    if (!before || !now) continue;
    const isTaken = taken.has(keyOf(now)) || others(now).some((other) => keyOf(other) === keyOf(now));
    if (isTaken) moved[index] = before.orphan ? before : dispossessed(now, after);
    else taken.add(keyOf(now));
  }
  return moved;
}

function isClaim(before: Annotation, now: Annotation, after: string): boolean {
  if (now === before || now.orphan) return false;
  if (before.orphan) return true;
  return now.past !== before.past && now.past?.at(-1)?.quote === after.slice(now.start, now.end);
}

/** Whether words that seem to have come back are what is left of longer words, which are still cut. */
function isRemnantOf(other: Annotation, { start, end, quote }: Annotation): boolean {
  return other.start < end && start < other.end && other.past?.at(-1)?.quote.includes(quote) === true;
}

/** An annotation whose words another one has. */
function dispossessed(annotation: Annotation, text: string): Annotation {
  const points = codePoints(text);
  const orphan = { start: points.fromUtf16(annotation.start), end: points.fromUtf16(annotation.end) };
  return { ...annotation, ...annotation.past?.at(-1), orphan };
}

/** What right an annotation has to words. */
interface Claim {
  readonly index: number;
  readonly agreement: number;
  readonly distance: number;
}

function byRight(a: Claim, b: Claim): number {
  return b.agreement - a.agreement || a.distance - b.distance;
}

/** How far an annotation came; an orphan's code points are near enough to code units to compare by. */
function distanceOf({ orphan, start }: Annotation, now: Span): number {
  return Math.abs(now.start - (orphan?.start ?? start));
}

function keyOf({ start, end, label }: Annotation): string {
  return `${start}-${end}-${label}`;
}

function moveOne(before: Annotation, ground: MovedText): Annotation {
  const track = moveTrack(before, ground, before);
  const annotation = track === before ? before : tracked(before, track);
  if (!before.quotation) return annotation;
  const back = before.orphan && !annotation.orphan ? backFrom(before.orphan, annotation, ground) : undefined;
  const quotation = placedParts(before.quotation, (part) => back?.(part) ?? moveTrack(part, ground));
  return { ...annotation, quotation };
}

/** The annotation where its track leads; one that is taken out of the text keeps its words as it had them last. */
function tracked(annotation: Annotation, { start, end, orphan, past }: Track): Annotation {
  const { orphan: before, past: _, ...rest } = annotation;
  const isLost = orphan !== undefined && before === undefined;
  return { ...rest, ...(isLost && past?.at(-1)), start, end, ...(orphan && { orphan }), ...(past && { past }) };
}

/** For parts of which nothing is known but how far from the annotation they stood: they come back along with it. */
function backFrom(orphan: Span, annotation: Span, { pointsAfter }: MovedText): (part: Part) => Span | undefined {
  const by = pointsAfter.fromUtf16(annotation.start) - orphan.start;
  return (part) => {
    if (!part.orphan || part.past) return undefined;
    const [start, end] = [part.orphan.start + by, part.orphan.end + by];
    if (start < 0 || end > pointsAfter.length) return undefined;
    return { start: pointsAfter.toUtf16(start), end: pointsAfter.toUtf16(end) };
  };
}

/** An annotation put on other words by a person, the parts of a quotation along with it. */
export function shiftedTo(annotation: Annotation, span: Span): Annotation {
  const by = span.start - annotation.start;
  const shift = (part: Part) => (part.start + by < 0 ? undefined : { start: part.start + by, end: part.end + by });
  const quotation = annotation.quotation && placedParts(annotation.quotation, shift);
  return { ...annotation, ...span, ...(quotation && { quotation }) };
}
