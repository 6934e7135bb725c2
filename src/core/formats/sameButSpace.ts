import type { Span } from '../text/span';

/**
 * The way from one text to another that has the same characters but for white space: tokens joined by spaces, lines
 * that an XML reader has folded.
 * @returns from spans of the one to spans of the other (undefined for a span of white space); undefined where the texts
 * differ in more than white space
 */
export function sameButSpace(from: string, to: string): ((span: Span) => Span | undefined) | undefined {
  const places = inkPlaces(to);
  const ink = inkPlaces(from);
  if (places.length !== ink.length) return undefined;
  for (let index = 0; index < ink.length; index++)
    if (from.charCodeAt(ink[index] ?? 0) !== to.charCodeAt(places[index] ?? 0)) return undefined;
  const rank = new Int32Array(from.length + 1);
  for (let index = 0, at = 0; at <= from.length; at++) {
    rank[at] = index;
    if (ink[index] === at) index++;
  }
  return ({ start, end }) => {
    const first = rank[start] ?? 0;
    const behind = rank[end] ?? 0;
    if (behind <= first) return undefined;
    return { start: places[first] ?? 0, end: (places[behind - 1] ?? 0) + 1 };
  };
}

/** Offsets of all that is not white space. */
function inkPlaces(text: string): number[] {
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) if (text.charAt(at).trim() !== '') places.push(at);
  return places;
}
