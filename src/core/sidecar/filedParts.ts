import * as v from 'valibot';
import { placedParts, type QuotationParts } from '../annotation/quotationParts';
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

/** A file's parts in UTF-16 code units of the text that `points` counts. */
export function readParts({ content, speaker, cue, ...rest }: FiledParts, points: CodePoints): QuotationParts {
  const read = ([start, end]: readonly [number, number]): Span => ({
    start: points.toUtf16(start),
    end: points.toUtf16(end),
  });
  return {
    ...rest,
    content: content.map(read),
    ...(speaker && { speaker: read(speaker) }),
    ...(cue && { cue: read(cue) }),
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

/** Parts that keep their distance from an annotation that is put elsewhere; those that would lie outside the text go. */
export function partsMoved(parts: QuotationParts, by: number, length: number): QuotationParts {
  return placedParts(parts, ({ start, end }) =>
    start + by < 0 || end + by > length ? undefined : { start: start + by, end: end + by },
  );
}
