import * as v from 'valibot';
import type { QuotationParts } from '../annotation/quotationParts';
import type { CodePoints } from '../text/codePoints';
import type { Span } from '../text/span';

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const filedSpan = v.tuple([offset, offset]);

/** The parts of a quotation as the file has them: spans as `[start, end]` in code points of the article. */
export const filedParts = v.looseObject({
  kind: v.picklist(['direct', 'mixed', 'indirect']),
  content: v.array(filedSpan),
  speaker: v.optional(filedSpan),
  cue: v.optional(filedSpan),
});

export type FiledParts = v.InferOutput<typeof filedParts>;

/**
 * A file's parts in UTF-16 code units of the text that `points` counts; those that would lie outside the text go.
 * @param by how many code points their annotation stands behind its filed place: they keep their distance from it
 */
export function readParts({ content, speaker, cue, ...rest }: FiledParts, points: CodePoints, by = 0): QuotationParts {
  const read = ([start, end]: readonly [number, number]): Span | undefined =>
    start + by < 0 || end + by > points.length || end <= start
      ? undefined
      : { start: points.toUtf16(start + by), end: points.toUtf16(end + by) };
  const speakerSpan = speaker && read(speaker);
  const cueSpan = cue && read(cue);
  return {
    ...rest,
    content: content.flatMap((span) => read(span) ?? []),
    ...(speakerSpan && { speaker: speakerSpan }),
    ...(cueSpan && { cue: cueSpan }),
  };
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

/** Parts as a file holds them. */
export function fileParts({ content, speaker, cue, ...rest }: QuotationParts, points: CodePoints): FiledParts {
  const file = ({ start, end }: Span): [number, number] => [points.fromUtf16(start), points.fromUtf16(end)];
  return {
    ...rest,
    content: content.map(file),
    ...(speaker && { speaker: file(speaker) }),
    ...(cue && { cue: file(cue) }),
  };
}
