import type { Annotation } from '../../../core/annotation/annotation';
import { type CodePoints, codePoints } from '../../../core/text/codePoints';
import type { Span } from '../../../core/text/span';
import type { Text } from '../../../core/text/text';

/** One conversion for each text: an article may have many orphans, and they are listed whenever it changes. */
const known = new WeakMap<Text, CodePoints>();

function pointsOf(text: Text): CodePoints {
  const points = known.get(text) ?? codePoints(text.value);
  known.set(text, points);
  return points;
}

/** About where an orphan's words stood when they were last in the article: UTF-16 code units, inside the text. */
export function lastPlace(text: Text, { orphan }: Annotation): Span {
  const points = pointsOf(text);
  return { start: points.toUtf16(orphan?.start ?? 0), end: points.toUtf16(orphan?.end ?? 0) };
}

/** The line in which they stood, without the space around its words. */
export function lastLine(text: Text, orphan: Annotation): Span {
  const { line } = text.positionAt(lastPlace(text, orphan).start);
  const words = text.line(line);
  const start = text.offsetAt({ line, character: 0 });
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
}
