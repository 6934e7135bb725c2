import type { Annotation } from '../../../core/annotation/annotation';
import { codePoints } from '../../../core/text/codePoints';
import type { Span } from '../../../core/text/span';
import type { Text } from '../../../core/text/text';

/** About where an orphan's words stood when they were last in the article: UTF-16 code units, inside the text. */
export function lastPlace(text: Text, { orphan }: Annotation): Span {
  const points = codePoints(text.value);
  return { start: points.toUtf16(orphan?.start ?? 0), end: points.toUtf16(orphan?.end ?? 0) };
}

/** The line in which they stood, without the space around its words. */
export function lastLine(text: Text, orphan: Annotation): Span {
  const { line } = text.positionAt(lastPlace(text, orphan).start);
  const words = text.line(line);
  const start = text.offsetAt({ line, character: 0 });
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
}
