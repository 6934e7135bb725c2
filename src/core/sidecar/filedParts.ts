import * as v from 'valibot';
import { type Part, type QuotationParts, standingParts } from '../annotation/quotationParts';
import type { CodePoints } from '../text/codePoints';
import { filedOffset } from './filedOffset';

/** Strict, since what stands behind the two would get lost. */
const filedSpan = v.strictTuple([filedOffset, filedOffset]);

/** The parts of a quotation as the file has them: spans as `[start, end]` in code points of the article. */
export const filedParts = v.looseObject({
  kind: v.picklist(['direct', 'mixed', 'indirect']),
  content: v.array(filedSpan),
  speaker: v.optional(filedSpan),
  cue: v.optional(filedSpan),
});

export type FiledParts = v.InferOutput<typeof filedParts>;

/** `[start, end]` in code points of the article. */
export type FiledSpan = v.InferOutput<typeof filedSpan>;

/**
 * A file's parts in UTF-16 code units of the text.
 * @param read where a part is; undefined where it has no place, and goes
 */
export function readParts(
  { content, speaker, cue, ...rest }: FiledParts,
  read: (span: FiledSpan) => Part | undefined,
): QuotationParts {
  const speakerPart = speaker && read(speaker);
  const cuePart = cue && read(cue);
  return {
    ...rest,
    content: content.flatMap((span) => read(span) ?? []),
    ...(speakerPart && { speaker: speakerPart }),
    ...(cuePart && { cue: cuePart }),
  };
}

/** A part as it is filed; of an annotation that is not in the text, the part is not either. */
export function readPart([start, end]: FiledSpan, points: CodePoints, isOrphan: boolean): Part | undefined {
  if (end <= start || (!isOrphan && end > points.length)) return undefined;
  const span = { start: points.toUtf16(start), end: points.toUtf16(end) };
  return isOrphan ? { ...span, orphan: { start, end } } : span;
}

/** A file's parts moved along with their annotation, by so many code points; those that would lie before the text go. */
export function movedParts({ content, speaker, cue, ...rest }: FiledParts, by: number): FiledParts {
  const move = ([start, end]: readonly [number, number]): [number, number] | undefined =>
    start + by < 0 ? undefined : [start + by, end + by];
  const speakerSpan = speaker && move(speaker);
  const cueSpan = cue && move(cue);
  return {
    ...rest,
    content: content.flatMap((span) => {
      const moved = move(span);
      return moved ? [moved] : [];
    }),
    ...(speakerSpan && { speaker: speakerSpan }),
    ...(cueSpan && { cue: cueSpan }),
  };
}

/**
 * Parts as a file holds them: those that are in the text; of an annotation that is not, all of them, where they were.
 */
export function fileParts(parts: QuotationParts, points: CodePoints, isOrphan: boolean): FiledParts {
  const { content, speaker, cue, ...rest } = isOrphan ? parts : standingParts(parts);
  const file = ({ start, end, orphan }: Part): [number, number] =>
    orphan ? [orphan.start, orphan.end] : [points.fromUtf16(start), points.fromUtf16(end)];
  return {
    ...rest,
    content: content.map(file),
    ...(speaker && { speaker: file(speaker) }),
    ...(cue && { cue: file(cue) }),
  };
}
